/* What stands above the results: help in a crisis, "Bedoelde u" and chips. */

export const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== ""));
  return element;
};
export const link = (text, href) => make("a", { href }, text);
export const quoted = (text) => `“${text.trim()}”`;
const listed = (words) => [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(" en ");

export const summary = (number, q, crisis) => {
  if (crisis.length) return "Hier luistert ook iemand";
  const what = number === 0 ? "Niets gevonden" : number === 1 ? "1 activiteit" : `${number} activiteiten`;
  return q.trim() ? `${what} voor ${quoted(q)}` : what;
};

const crisis = (found) =>
  found.map(({ heading, text, lines }) => {
    const calls = lines.filter(({ phones }) => phones.length).map(({ phones: [[shown, href]] }) => Object.assign(link(`Bel ${shown}`, href), { className: "button button-primary tel" }));
    const block = make("section", { className: "search-crisis notice" }, make("h2", {}, heading), make("p", { className: "search-crisis-calls" }, ...calls), make("p", {}, text));
    block.dataset.crisis = "";
    const list = make("ul");
    for (const { name, phones, url, note } of lines) {
      const numbers = phones.flatMap(([shown, href], i) => [i ? " of " : "", Object.assign(link(shown, href), { className: "tel" })]);
      const chat = url ? [" · chat op ", link(url.replace(/^https?:\/\/(?:www\.)?|\/$/g, ""), url)] : [];
      list.append(make("li", {}, make("b", {}, name), ": ", ...numbers, ...chat, note ? ` (${note})` : ""));
    }
    block.append(list);
    return block;
  });

const meant = (mended, q, literally) => {
  if (!mended.length) return [];
  const again = make("button", { type: "button", className: "button" }, `Zoek toch op ${quoted(q)}`);
  again.addEventListener("click", literally);
  const words = mended.map(([, word]) => quoted(word)).join(", ");
  return [make("p", { className: "search-meant" }, "Bedoelde u ", make("b", {}, words), "? Daarop is gezocht. ", again)];
};

/* A word that chooses, as a chip; taking it away leaves the rest of the question. */
const chips = (filters, change) => {
  const items = filters.map(({ shown, without }) => {
    const cross = make("span", { ariaHidden: "true" }, " ×");
    const chip = make("button", { type: "button", className: "search-chip", ariaLabel: `${shown}: haal weg` }, shown, cross);
    chip.addEventListener("click", () => change(without));
    return make("li", {}, chip);
  });
  return items.length ? [make("ul", { className: "chips" }, ...items)] : [];
};

const relaxed = (filters) => {
  const chosen = listed(filters.map(({ shown }) => quoted(shown)));
  const text = `Wij weten niets zeker dat past bij ${chosen}. Dit komt het dichtst in de buurt. Bel even als u twijfelt.`;
  return make("p", { className: "search-relaxed" }, text);
};

const unknown = (words) => {
  const text = `${listed(words.map(quoted))} ${words.length > 1 ? "kennen" : "kent"} deze gids niet. Er is gezocht op de rest.`;
  return make("p", { className: "search-unknown" }, text);
};

/* Everything above the results, help first. */
export const notes = ({ question, rows, relaxed: isRelaxed }, q, { literally, change }) => [
  ...crisis(question.crisis),
  ...meant(question.mended, q, literally),
  ...chips(question.filters, change),
  ...(isRelaxed ? [relaxed(question.filters)] : []),
  ...(rows.length && question.unknown.length ? [unknown(question.unknown)] : []),
];
