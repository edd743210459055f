/* A search box on another page: it opens /activiteiten/#q=…, so that the term is never in a path or query.

   <form role="search" data-search-from="../../" action="../../activiteiten/" hidden><input type="search">…</form>   */

import { open } from "./zoeken-bron.js";
import { suggest } from "./zoeken-suggesties.js";

for (const form of document.querySelectorAll("form[data-search-from]")) {
  const box = form.querySelector("input[type=search]");
  const search = () => location.assign(`${new URL(form.getAttribute("action"), document.baseURI)}#q=${encodeURIComponent(box.value.trim())}`);
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  const suggestions = suggest(box, open(form.dataset.searchFrom), (text) => {
    box.value = text;
    search();
  });
  box.addEventListener("input", suggestions.update);
}
