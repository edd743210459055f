/* How a page is shown: text size and colours that stick, what is folded, paper, reading aloud, no network.
   What is chosen is kept in this browser only: no cookie.

   <input type="radio" name="tekst" value="groot">    sets data-size on <html>
   <input type="radio" name="kleur" value="dark">     sets data-theme, or data-contrast for "meer"
   <button data-read-aloud>                           starts reading, and stops it
   <button data-print hidden>                         prints; shown from here
   <details data-open-wide>                           open where a screen is wide
   <a data-again href="../" hidden>                   the way back, from the page for no network */

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

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// A wide screen has room for what a phone folds away.
if (matchMedia("(min-width: 60rem)").matches) {
  for (const one of document.querySelectorAll("[data-open-wide]")) one.open = true;
}

// On paper everything is open.
addEventListener("beforeprint", () => document.querySelectorAll("main details:not([open])").forEach((one) => {
  one.dataset.opened = "";
  one.open = true;
}));
addEventListener("afterprint", () => document.querySelectorAll("[data-opened]").forEach((one) => {
  delete one.dataset.opened;
  one.open = false;
}));

// Without a network the worker leads to a page that says so, with the way back in the fragment.
for (const again of document.querySelectorAll("[data-again]")) {
  const path = location.hash.slice(1);
  again.hidden = !/^[a-z0-9/-]+$/.test(path) || path.startsWith("/");
  if (!again.hidden) again.href = new URL(path, new URL(again.getAttribute("href"), document.baseURI));
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
