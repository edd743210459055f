/* Suggestions under a search box, by keyboard and screen reader: a combobox with a listbox (WAI-ARIA). */

import { stem, words } from "./zoeken-woorden.js";

const MOST = 7;
const KINDS = { activiteiten: "activiteit", thema: "thema", voor: "voor wie", wijk: "wijk", locaties: "plek", organisaties: "organisatie" };

/* [name, address or ""]: what people mean by these letters, and pages of that name, the most fitting first. */
export const fitting = async (text, source) => {
  const typed = words(text);
  if (typed.join("").length < 2) return [];
  const { small } = await source.core();
  const asked = typed.filter((word, i) => !small.has(word) || i === typed.length - 1);
  const lexicon = await source.load(asked);
  const found = new Map();
  const add = (name, url, cost) => {
    const key = `${name}|${url}`;
    if (cost < (found.get(key)?.cost ?? Infinity)) found.set(key, { name, url, cost });
  };
  const bases = asked.map(stem);
  for (const { stems, meanings } of lexicon.says.values()) {
    const at = place(bases, asked.at(-1), stems);
    for (const { name } of at < Infinity ? meanings : []) {
      const named = words(name)[0]?.startsWith(asked[0]);
      if (name) add(name, "", at + (named ? 0 : 1.2) + (stems.length > asked.length ? 2 : 0));
    }
  }
  for (const page of lexicon.go) add(page.name, page.url, place(asked, asked.at(-1), page.words) + (page.url.startsWith("activiteiten/") ? 1 : 0.5));
  return [...found.values()]
    .filter(({ cost }) => cost < Infinity)
    .sort((a, b) => a.cost - b.cost || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name, url }) => [name, url]);
};

/* 0 when these words begin with what was typed, more when it stands further on, Infinity when it is not there. */
const place = (asked, last, spelled) => {
  const at = spelled.findIndex((word) => word.startsWith(last) || word === asked.at(-1));
  const all = asked.slice(0, -1).every((word) => spelled.includes(word));
  return at < 0 || !all ? Infinity : asked.length > 1 ? 0 : at;
};

export const suggest = (box, source, choose) => {
  const list = document.createElement("ul");
  Object.assign(list, { id: `${box.id}-suggesties`, className: "search-suggestions", role: "listbox", hidden: true });
  list.setAttribute("aria-label", "Suggesties");
  box.after(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  let turn = 0;

  const close = () => {
    turn += 1;
    list.hidden = true;
    list.replaceChildren();
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const take = (option) => {
    const { name, url } = option.dataset;
    close();
    if (url) location.assign(new URL(url, source.base));
    else choose(name);
  };
  const show = (found) => {
    const options = found.map(([name, url], i) => {
      const option = document.createElement("li");
      const line = document.createElement("span");
      const kind = document.createElement("small");
      Object.assign(option, { id: `${list.id}-${i}`, className: "search-suggestion", role: "option" });
      Object.assign(kind, { className: "search-kind", textContent: KINDS[url.split("/")[0]] ?? "zoek" });
      line.append(name, " ", kind);
      option.append(line);
      Object.assign(option.dataset, { suggestion: "", name, url });
      option.setAttribute("aria-selected", "false");
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => take(option));
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    box.setAttribute("aria-expanded", String(options.length > 0));
    box.removeAttribute("aria-activedescendant");
  };
  const select = (step) => {
    const options = [...list.children];
    if (!options.length) return false;
    const now = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
    const next = (now + step + options.length + 1) % (options.length + 1);
    options.forEach((one, i) => one.setAttribute("aria-selected", String(i === next)));
    if (options[next]) box.setAttribute("aria-activedescendant", options[next].id);
    else box.removeAttribute("aria-activedescendant");
    return true;
  };

  const update = async () => {
    turn += 1;
    const mine = turn;
    const found = await fitting(box.value, source);
    if (mine === turn) show(found);
  };
  box.addEventListener("keydown", (event) => {
    const chosen = list.querySelector('[aria-selected="true"]');
    if (event.key === "ArrowDown" && select(1)) event.preventDefault();
    else if (event.key === "ArrowUp" && select(-1)) event.preventDefault();
    else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && chosen) {
      event.preventDefault();
      take(chosen);
    }
  });
  box.addEventListener("blur", close);
  close();
  return { close, update };
};
