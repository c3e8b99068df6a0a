// The pin, drawn by map.css.

import { DivIcon } from "leaflet/dist/leaflet-src.esm.js";

export const pinIcon = () => new DivIcon({ className: "portal-live__pin", iconSize: [36, 46], iconAnchor: [18, 44] });
