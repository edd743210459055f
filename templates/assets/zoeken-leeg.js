/* What to say when there is nothing: the phone, what comes nearest, and the themes. */

import { link, make, quoted } from "./zoeken-meldingen.js";

export const empty = (q, { phone: [text, href, owner], themes }, base, nearest) => {
  const block = make("section", { className: "search-empty notice" });
  block.dataset.empty = "";
  block.append(
    make("h2", {}, q.trim() ? `Wij vinden niets voor ${quoted(q)}` : "Zo is er niets"),
    make("p", {}, `Zoek met een ander woord, of bel ${owner}: `, Object.assign(link(text, href), { className: "tel" }), ". Wij denken met u mee."),
  );
  const suggestion = ([name, url]) => {
    const item = make("li", {}, link(name, new URL(url, base).href));
    item.dataset.suggestion = "";
    return item;
  };
  if (nearest.length) block.append(make("p", {}, "Dit komt het dichtst in de buurt:"), make("ul", {}, ...nearest.map(suggestion)));
  block.append(make("p", {}, "Of kies een thema:"), make("ul", { className: "chips" }, ...themes.map(suggestion)));
  return block;
};
