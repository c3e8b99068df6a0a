// The pin on the map of a form: set by a click, by dragging, or in the middle with a button.

import { Marker } from "leaflet/dist/leaflet-src.esm.js";
import { goTo } from "./base.js";
import { pinIcon } from "./icon.js";
import { wijkAt } from "./outlines.js";

/** Lets somebody set the pin of a form. The hidden fields of the form hold where it is. */
export function editPin(box, map, wijken) {
  const [longitude, latitude, remove, centre] = ["longitude", "latitude", "remove", "centre"].map((name) =>
    box.querySelector(`[data-pin-${name}]`),
  );
  const status = box.querySelector("[data-map-status]");
  const marker = new Marker(map.getCenter(), { icon: pinIcon(), draggable: true, autoPan: true, keyboard: false });

  function show(place) {
    marker.setLatLng(place).addTo(map);
    const wijk = wijkAt(wijken, [place.lng, place.lat]);
    status.textContent = wijk ? status.dataset.inside.replace("{wijk}", () => wijk) : status.dataset.outside;
    remove.hidden = false;
  }

  function set(place) {
    longitude.value = place.lng.toFixed(6);
    latitude.value = place.lat.toFixed(6);
    show(place);
  }

  map.on("click", (event) => set(event.latlng));
  marker.on("dragend", () => set(marker.getLatLng()));
  centre.addEventListener("click", () => set(map.getCenter()));
  box.addEventListener("pin-removed", () => marker.remove());
  centre.hidden = false;
  if (longitude.value && latitude.value) {
    const place = { lng: Number(longitude.value), lat: Number(latitude.value) };
    goTo(map, place);
    show(place);
  } else status.textContent = status.dataset.hint;
}
