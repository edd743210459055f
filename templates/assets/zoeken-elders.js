/* A search box on another page: it opens /activiteiten/#q=…, so that the term is never in a path or query.

   <form role="search" data-search-from="../../" action="../../activiteiten/" hidden><input type="search">…</form>   */

const suggestions = async (form, box, search) => {
  const [{ open }, { suggest }] = await Promise.all([import("./zoeken-bron.js"), import("./zoeken-suggesties.js")]);
  const { update } = suggest(box, open(form.dataset.searchFrom), (text) => {
    box.value = text;
    search();
  });
  box.addEventListener("input", update);
  if (box.value) update();
};

for (const form of document.querySelectorAll("form[data-search-from]")) {
  const box = form.querySelector("input[type=search]");
  const search = () => location.assign(`${new URL(form.getAttribute("action"), document.baseURI)}#q=${encodeURIComponent(box.value.trim())}`);
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  // Who only looks at the page does not pay for what answers while typing.
  const begin = () => suggestions(form, box, search).catch(() => {});
  if (document.activeElement === box) begin();
  else box.addEventListener("focus", begin, { once: true });
}
