/* Sending a page on: with the device's own sheet, WhatsApp, mail, as an address to copy, as a QR.

   <div data-send hidden>           gets the buttons, for this page
   <button data-copy-letter hidden> copies the text of [data-letter] */

export const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const button = (text, onclick) => element("button", { type: "button", className: "button", textContent: text, onclick });

const copied = async (pressed, text) => {
  pressed.dataset.text ??= pressed.textContent;
  pressed.textContent = await navigator.clipboard.writeText(text).then(() => "Gekopieerd", () => "Kopiëren lukt hier niet");
  setTimeout(() => { pressed.textContent = pressed.dataset.text; }, 4000);
};

const showCode = async (box, { title, url }) => {
  const { draw } = await import("./qr.js");
  const code = draw(url, `QR-code van ${title}`);
  box.replaceChildren(code ?? element("p", { textContent: "Dit adres is te lang voor een QR-code." }));
};

/* The buttons for what `what()` gives: { title, url }. */
export const sendButtons = (what) => {
  const code = element("div", { className: "code" });
  const text = () => encodeURIComponent(`${what().title}\n${what().url}`);
  const whatsapp = element("a", { className: "button", textContent: "WhatsApp", rel: "noreferrer", href: `https://wa.me/?text=${text()}` });
  const mail = element("a", { className: "button", textContent: "E-mail", href: `mailto:?subject=${encodeURIComponent(what().title)}&body=${text()}` });
  const sheet = navigator.share ? [button("Stuur door met dit apparaat", () => navigator.share(what()).catch(() => {}))] : [];
  const copy = navigator.clipboard ? [button("Kopieer het adres", (event) => copied(event.currentTarget, what().url))] : [];
  const qr = button("Toon QR-code", () => showCode(code, what()));
  const row = element("p", { className: "row", role: "group", ariaLabel: "Stuur door" }, ...sheet, whatsapp, mail, ...copy, qr);
  return element("div", { className: "send stack" }, element("p", {}, element("b", { textContent: "Stuur door" })), row, code);
};

for (const box of document.querySelectorAll("[data-send]")) {
  const what = () => ({ title: document.querySelector("h1").textContent, url: location.href.split("#")[0] });
  box.append(sendButtons(what));
  box.hidden = false;
}

for (const pressed of document.querySelectorAll("[data-copy-letter]")) {
  pressed.hidden = !navigator.clipboard;
  pressed.addEventListener("click", () => copied(pressed, pressed.closest("details").querySelector("[data-letter]").textContent));
}
