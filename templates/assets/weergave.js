/* Text size and colours that stick, and reading aloud. Kept in this browser only: no cookie.

   <input type="radio" name="tekst" value="groot">    sets data-size on <html>
   <input type="radio" name="kleur" value="dark">     sets data-theme, or data-contrast for "meer"
   <button data-read-aloud>                           starts reading, and stops it */

import { addressOf, read } from "./lijstje-knop.js";

const root = document.documentElement;

const setOrClear = (name, value) => {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
};

const keep = () => {
  const { size, theme, contrast } = root.dataset;
  try {
    localStorage.setItem("weergave", JSON.stringify({ size, theme, contrast }));
  } catch {
    // It holds for this page then.
  }
};

const choose = {
  tekst: (value) => setOrClear("size", value),
  kleur: (value) => {
    setOrClear("contrast", value === "meer" ? value : "");
    setOrClear("theme", value === "meer" ? "light" : value);
  },
};

const chosen = { tekst: root.dataset.size ?? "", kleur: root.dataset.contrast ?? root.dataset.theme ?? "" };

for (const input of document.querySelectorAll("[data-display] input")) {
  input.checked = input.value === chosen[input.name];
  input.addEventListener("change", () => {
    choose[input.name](input.value);
    keep();
  });
}

for (const button of document.querySelectorAll("[data-read-aloud]")) {
  button.addEventListener("click", async () => (await import("./voorlezen.js")).toggle(button));
}

// Without a network: sw.js. After the page itself, and not for who pays by the byte. A worker that
// begins, or that brings a new build, gets told what is here and what is on the list.
const { serviceWorker } = navigator;
const loaded = () => performance.getEntriesByType("resource").map(({ name }) => name);
const tell = () => serviceWorker.controller?.postMessage([location.href.split("#")[0], ...loaded(), ...read().map(addressOf)]);
const register = () => {
  serviceWorker.addEventListener("controllerchange", tell);
  return serviceWorker.register(new URL("../sw.js", import.meta.url)).catch(() => {});
};
if (serviceWorker && window.isSecureContext && !navigator.connection?.saveData) setTimeout(register, 3000);
