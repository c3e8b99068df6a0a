// Discs with a number, as the list beside the map has them. They are for the mouse: the list is their equal.

import { Circle, DivIcon, LatLngBounds, Marker } from "leaflet/dist/leaflet-src.esm.js";

/** Adds a disc with a few characters in it; `act` is what a click does. */
export function addMark(map, place, label, title, act) {
  const text = document.createElement("span");
  text.textContent = label;
  const icon = new DivIcon({ className: "portal-live__mark", html: text, iconSize: [32, 32] });
  return new Marker(place, { icon, title, keyboard: false, riseOnHover: true }).on("click", act).addTo(map);
}

/** A circle around a home, and what the list says is near. */
export function lookAround(box, map) {
  const { longitude, latitude, metres } = box.dataset;
  const place = [Number(latitude), Number(longitude)];
  const circle = new Circle(place, { radius: Number(metres), interactive: false, className: "portal-live__circle" });
  map.setMaxBounds(null).fitBounds(circle.addTo(map).getBounds(), { animate: false });
  const rows = [...box.querySelectorAll("[data-spot]")];
  rows.reverse().forEach((row, index) => {
    const link = row.querySelector("a");
    addMark(map, row.dataset.spot.split(","), rows.length - index, link.textContent, () => link.click());
  });
}

/** Shows what lies in the window of the map, on it and in the list, and again after each move. */
export function followWindow(box, map) {
  const [list, status, row] = ["items", "status", "row"].map((name) => box.querySelector(`[data-map-${name}]`));
  const heading = list.querySelector("h2");
  let marks = [];
  let asked;

  function draw({ features, hasMore }) {
    for (const mark of marks) mark.remove();
    const rows = features.map((feature, index) => writeRow(feature, index + 1));
    marks = features.map((feature, index) => {
      const [lng, lat] = feature.geometry.coordinates;
      const { title, detail, count } = feature.properties;
      const act = () => rows[index].querySelector("a").click();
      return addMark(map, { lng, lat }, shorten(count ?? index + 1), `${title}, ${detail}`, act);
    });
    const found = features.reduce((sum, { properties }) => sum + (properties.count ?? 1), 0);
    heading.textContent = list.dataset.found.replace("{n}", () => `${found}${hasMore ? "+" : ""}`);
    const ol = document.createElement("ol");
    ol.className = "portal-rows";
    ol.append(...rows);
    list.replaceChildren(heading, ...(rows.length ? [ol] : []));
  }

  function writeRow({ bbox, properties }, number) {
    const line = row.content.cloneNode(true).firstElementChild;
    const [key, link, hidden, detail] = ["key", "link", "where", "detail"].map((name) => line.querySelector(`[data-${name}]`));
    key.textContent = shorten(properties.count ?? number);
    link.href = properties.url;
    link.prepend(properties.title);
    detail.textContent = properties.detail;
    if (!bbox) return line;
    hidden.textContent = `, ${properties.detail}`;
    detail.ariaHidden = "true";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const [west, south, east, north] = bbox;
      map.fitBounds(new LatLngBounds([south, west], [north, east]));
      heading.focus();
    });
    return line;
  }

  async function show() {
    const bounds = map.getBounds();
    const edges = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const address = new URL(box.dataset.items, location);
    address.searchParams.set("venster", edges.map((degrees) => degrees.toFixed(4)).join(","));
    history.replaceState(null, "", address.search);
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok) throw new Error(answer.status);
      draw(await answer.json());
      status.textContent = "";
    } catch (error) {
      if (error.name !== "AbortError") status.textContent = status.dataset.problem;
    }
  }

  const [west, south, east, north] = box.dataset.window.split(",").map(Number);
  map.fitBounds(new LatLngBounds([south, west], [north, east]), { animate: false });
  map.on("moveend", show);
  heading.tabIndex = -1;
  return show();
}

function shorten(number) {
  return number < 1000 ? number : `${Math.floor(number / 1000)}k`;
}
