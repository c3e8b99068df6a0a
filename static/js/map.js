// The larger map, a bundle of its own with Leaflet in it: the wijken, and a pin to set or a point to look at.

import { drawMap } from "./map/base.js";
import { fetchWijken } from "./map/outlines.js";
import { editPin } from "./map/pin.js";
import { showPoint } from "./map/point.js";

/** Draws the map of a box with data-map and gives it the focus. Fails when the outlines cannot be fetched. */
export async function openMap(box) {
  const live = box.querySelector("[data-map-live]");
  const wijken = await fetchWijken(live.dataset.outlines);
  live.hidden = false;
  const map = drawMap(live, wijken);
  const status = box.querySelector("[data-map-status]");
  if (box.dataset.map === "pin") editPin(box, map, wijken);
  else {
    showPoint(map, box.dataset);
    status.textContent = "";
  }
  live.focus();
}
