// "Gebruik mijn plek": fills in where the visitor is and sends the form. Nothing is kept, and the page works without it.

const box = document.querySelector("[data-place]");

function locate() {
  const status = box.querySelector("[data-place-status]");
  status.textContent = status.dataset.busy;
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      for (const part of ["longitude", "latitude"]) box.querySelector(`[data-place-${part}], [data-pin-${part}]`).value = coords[part];
      box.closest("form").requestSubmit();
    },
    () => {
      status.textContent = status.dataset.problem;
    },
    { timeout: 10_000, maximumAge: 60_000 },
  );
}

if (box && navigator.geolocation && window.isSecureContext) {
  box.querySelector("[data-place-here]").hidden = false;
  box.querySelector("[data-place-button]").addEventListener("click", locate);
}
