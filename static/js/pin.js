// Opens the larger map when somebody asks for it, and takes a pin away without a new page. Leaflet is in map.js, which
// is fetched only then.

let parts; // the script and the styles of the map, fetched once

function fetchParts({ script, styles }) {
  const sheet = new Promise((resolve, reject) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: styles, onload: resolve, onerror: reject });
    document.head.append(link);
  });
  return Promise.all([import(script), sheet]);
}

async function enlarge(box) {
  if (box.dataset.mapState === "busy") return;
  box.dataset.mapState = "busy";
  const find = (name) => box.querySelector(`[data-map-${name}]`);
  const [live, status] = [find("live"), find("status")];
  status.textContent = status.dataset.busy;
  try {
    parts ??= fetchParts(live.dataset);
    const [{ openMap }] = await parts;
    await openMap(box);
  } catch {
    parts = undefined;
    status.textContent = status.dataset.problem;
    box.dataset.mapState = "failed";
    return;
  }
  for (const name of ["opener", "picture"]) if (find(name)) find(name).hidden = true;
}

function removePin(box) {
  for (const input of box.querySelectorAll("[data-pin-longitude], [data-pin-latitude]")) input.value = "";
  box.querySelector("svg")?.remove();
  box.querySelector("[data-pin-remove]").hidden = true;
  const status = box.querySelector("[data-map-status]");
  status.textContent = status.dataset.gone;
  box.dispatchEvent(new Event("pin-removed"));
  box.querySelector("[data-map-live]:not([hidden]), [data-map-opener]:not([hidden]) button").focus();
}

for (const box of document.querySelectorAll("[data-map]")) {
  box.querySelector("[data-map-opener]").hidden = false;
  box.querySelector("[data-map-open]").addEventListener("click", () => enlarge(box));
  box.querySelector("[data-pin-remove]")?.addEventListener("click", (event) => {
    event.preventDefault();
    removePin(box);
  });
  // Pointing at the small map opens the large one: no new page, and it works with the Enter key. It stays what it is
  // without JavaScript when the large one does not come.
  box.querySelector("input[type=image]")?.addEventListener("click", (event) => {
    if (box.dataset.mapState === "failed") return;
    event.preventDefault();
    enlarge(box);
  });
}
