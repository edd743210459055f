/* The code on a poster: who points a telephone at it, reads on. Without a script the address is there.

   <div data-code="https://…" hidden>   becomes a QR code of that address */

import { draw } from "./qr.js";

for (const place of document.querySelectorAll("[data-code]")) {
  const code = draw(place.dataset.code, "QR-code van deze bladzijde");
  if (code) {
    place.replaceChildren(code);
    place.hidden = false;
  }
}
