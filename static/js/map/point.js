// A point that a reader looks at.

import { Circle, Marker } from "leaflet/dist/leaflet-src.esm.js";
import { goTo } from "./base.js";
import { pinIcon } from "./icon.js";

/** Shows a place as a pin, or as a circle of so many metres that it lies in. */
export function showPoint(map, { longitude, latitude, metres }) {
  const place = [Number(latitude), Number(longitude)];
  if (!metres) {
    goTo(map, place);
    new Marker(place, { icon: pinIcon(), interactive: false, keyboard: false }).addTo(map);
    return;
  }
  const circle = new Circle(place, { radius: Number(metres), interactive: false, className: "portal-live__circle" });
  map.fitBounds(circle.addTo(map).getBounds().pad(0.5), { animate: false });
}
