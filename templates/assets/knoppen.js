/* Buttons that only work with a script are shown by the script that makes them work. */

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// Without a network the worker leads to a page that says so, with the way back in the fragment.
for (const again of document.querySelectorAll("[data-again]")) {
  const path = location.hash.slice(1);
  again.hidden = !/^[a-z0-9/-]+$/.test(path) || path.startsWith("/");
  if (!again.hidden) again.href = new URL(path, new URL(again.getAttribute("href"), document.baseURI));
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
