// The larger map, a bundle of its own with Leaflet in it: the wijken, and a pin to set, a point to look at, or marks.

import { drawMap } from "./map/base.js";
import { followWindow, lookAround } from "./map/marks.js";
import { fetchWijken } from "./map/outlines.js";
import { editPin } from "./map/pin.js";
import { showPoint } from "./map/point.js";

const kinds = {
  pin: editPin,
  point: (box, map) => showPoint(map, box.dataset),
  around: lookAround,
  window: followWindow,
};

/** Draws the map of a box with data-map and gives it the focus. Fails when the outlines cannot be fetched. */
export async function openMap(box) {
  const live = box.querySelector("[data-map-live]");
  const wijken = await fetchWijken(live.dataset.outlines);
  live.hidden = false;
  const map = drawMap(live, wijken);
  if (box.dataset.map !== "pin") box.querySelector("[data-map-status]").textContent = "";
  kinds[box.dataset.map](box, map, wijken);
  live.focus();
}
