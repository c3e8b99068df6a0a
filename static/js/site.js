// Small comforts on top of pages that work without them.

import "./photo.js";
import "./pin.js";
import "./place.js";

// After a refused form: bring the reader to what went wrong, also where a browser knows `autofocus` of fields alone.
document.querySelector("[data-error-summary][autofocus]")?.focus();

// A link of the error summary puts the cursor in the field itself, also when that field is a group of choices.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-error-summary] a[href^='#']");
  if (!link) return;
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const field = target?.matches("input, select, textarea") ? target : target?.querySelector("input, select, textarea");
  if (!field) return;
  event.preventDefault();
  field.focus();
});

// A second press on the button sends nothing twice. The server refuses doubles too; this spares the wait.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.getAttribute("aria-busy") === "true") {
    event.preventDefault();
    return;
  }
  form.setAttribute("aria-busy", "true");
  event.submitter?.setAttribute("aria-disabled", "true");
  setTimeout(release, 8000);
});

// After a download, or when coming back with the browser's own button, the form can be sent again.
function release() {
  for (const form of document.querySelectorAll("form[aria-busy]")) form.removeAttribute("aria-busy");
  for (const button of document.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
}
window.addEventListener("pageshow", (event) => {
  if (event.persisted) release();
});

// A narrow menu that was open closes when the window becomes wide.
const menu = document.getElementById("menu");
window.matchMedia("(min-width: 60rem)").addEventListener("change", (query) => {
  if (query.matches && menu?.matches(":popover-open")) menu.hidePopover();
});

// A table that is drawn as cards on a phone stays a table for a screen reader.
const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell", "th[scope=col]": "columnheader", "th[scope=row]": "rowheader" };
for (const table of document.querySelectorAll(".portal-table")) {
  for (const [selector, role] of Object.entries(roles)) {
    for (const part of table.parentElement.querySelectorAll(`.portal-table:is(${selector}), .portal-table ${selector}`)) part.setAttribute("role", role);
  }
}
