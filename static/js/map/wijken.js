// The wijken on the map: to look at, not to press.

import { DivIcon, GeoJSON, Marker } from "leaflet/dist/leaflet-src.esm.js";

/** Adds the outline and the name of each wijk. */
export function addWijken(map, wijken) {
  const outlines = new GeoJSON(wijken, { interactive: false, style: { className: "portal-live__wijk" } }).addTo(map);
  const names = outlines.getLayers().map((layer) => addName(map, layer));
  thinOut(names);
  map.on("zoomend", () => thinOut(names));
}

function addName(map, layer) {
  const name = document.createElement("span");
  name.textContent = layer.feature.properties.name;
  const icon = new DivIcon({ className: "portal-live__name", html: name, iconSize: null });
  new Marker(layer.getCenter(), { icon, interactive: false, keyboard: false }).addTo(map);
  return name;
}

/** Hides each name that would stand over another one. */
function thinOut(names) {
  const taken = [];
  for (const name of names) {
    name.hidden = false;
    const box = name.getBoundingClientRect();
    name.hidden = taken.some((it) => it.left < box.right && box.left < it.right && it.top < box.bottom && box.top < it.bottom);
    if (!name.hidden) taken.push(box);
  }
}
