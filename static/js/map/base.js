// A Leaflet map of the town, without a pin. All looks are in map.css: Leaflet itself only places things.

import { Control, LatLngBounds, Map as LeafletMap, TileLayer } from "leaflet/dist/leaflet-src.esm.js";
import { addWijken } from "./wijken.js";

const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

// Leaflet has no option for the arrow keys.
const TownMap = LeafletMap.extend({
  panBy(offset, options) {
    return LeafletMap.prototype.panBy.call(this, offset, isStill ? { ...options, animate: false } : options);
  },
});

/** Goes to a place [latitude, longitude] or {lat, lng}: to the streets around it, where the background shows them. */
export function goTo(map, place) {
  map.setView(place, map.getContainer().dataset.tiles ? 16 : 14, { animate: false });
}

/** Draws the town in an element: background where there is one, outlines and names of the wijken. */
export function drawMap(live, wijken) {
  const [west, south, east, north] = live.dataset.extent.split(",").map(Number);
  const town = new LatLngBounds([south, west], [north, east]);
  const motion = { zoomAnimation: !isStill, fadeAnimation: !isStill, markerZoomAnimation: !isStill, inertia: !isStill };
  // A background is sharp at whole levels only; there the margin of the drawing may fall off.
  const [zoomSnap, margin] = live.dataset.tiles ? [1, -0.04] : [0.25, 0];
  const without = { attributionControl: false, zoomControl: false, scrollWheelZoom: false };
  const map = new TownMap(live, { ...without, ...motion, zoomSnap, maxZoom: 19 });
  map.fitBounds(town.pad(margin), { animate: false });
  map.setMinZoom(map.getZoom() - 1);
  map.setMaxBounds(map.getBounds().pad(0.25));
  new Control.Zoom({ zoomInTitle: live.dataset.zoomIn, zoomOutTitle: live.dataset.zoomOut }).addTo(map);
  addTiles(map, live);
  addWijken(map, wijken);
  wheelOnFocus(map);
  return map;
}

function addTiles(map, live) {
  const { tiles, source } = live.dataset;
  if (!tiles) return;
  live.classList.add("portal-live--tiles");
  new TileLayer(tiles, { maxZoom: 19 }).addTo(map);
  new Control.Attribution({ prefix: false }).addAttribution(source).addTo(map);
}

/** The wheel scrolls the page until somebody is busy with the map. */
function wheelOnFocus(map) {
  map.on("mousedown", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
}
