/* The cards of the list, shown in another order; those of further pages are fetched when needed. */

import { show as showNow } from "./nu.js";

const slugOf = (item) => (item.dataset.activity ? item : item.querySelector("[data-activity]"))?.dataset.activity;
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

export const cards = (results) => {
  const listed = [...results.children];
  const known = new Map(listed.map((item) => [slugOf(item), item]));
  const pages = new Map();

  /* Page n of the complete list; its links are made to hold here, and its flowers come along. */
  const fetchPage = async (number) => {
    const url = new URL(`pagina/${number}/`, location.href.split("#")[0]);
    const answer = await fetch(url);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const link of page.querySelectorAll("[data-results] a[href]")) link.href = new URL(link.getAttribute("href"), url).href;
    for (const item of page.querySelectorAll("[data-results] > *")) known.set(slugOf(item), document.adoptNode(item));
    for (const drawing of page.querySelectorAll(".flora-sheet > [id]")) {
      if (!document.getElementById(drawing.id)) document.querySelector(".flora-sheet")?.append(document.adoptNode(drawing));
    }
  };

  /* Cards that were found for some days of the week say when it is on one of those. */
  const dated = (found, weekdays) => {
    for (const item of found) item.dataset.weekdays = weekdays.join(" ");
    return found;
  };

  const items = async (rows, table) => {
    const missing = rows.filter((row) => !known.has(table.slugs[row])).map((row) => Math.floor(row / listed.length) + 1);
    for (const number of missing) if (!pages.has(number)) pages.set(number, fetchPage(number));
    await Promise.all(missing.map((number) => pages.get(number)));
    return rows.map((row) => known.get(table.slugs[row])).filter(Boolean);
  };

  const more = (rows, table, atOnce, weekdays) => {
    const button = make("button", { type: "button", className: "button" }, `Toon meer (nog ${rows.length})`);
    const item = make("li", { className: "search-more" }, button);
    button.addEventListener("click", async () => {
      const next = dated(await items(rows.slice(0, atOnce), table), weekdays);
      item.replaceWith(...next, ...rest(rows, table, atOnce, weekdays));
      showNow();
      next[0]?.querySelector("a")?.focus();
    });
    return item;
  };
  const rest = (rows, table, atOnce, weekdays) => (rows.length > atOnce ? [more(rows.slice(atOnce), table, atOnce, weekdays)] : []);

  return {
    rest: () => {
      results.dataset.soonest = "";
      results.replaceChildren(...dated(listed, []));
      showNow();
    },

    show: async ({ rows, others, soonest, weekdays, table }, atOnce, stillWanted) => {
      const [found, elsewhere] = await Promise.all([items(rows.slice(0, atOnce), table), items(others.slice(0, atOnce), table)]);
      const heading = others.length ? [make("li", { className: "search-other" }, make("h3", {}, "Op een andere dag"))] : [];
      if (!stillWanted()) return;
      results.toggleAttribute("data-soonest", soonest);
      results.replaceChildren(...dated(found, weekdays), ...rest(rows, table, atOnce, weekdays), ...heading, ...dated(elsewhere, []));
      showNow();
    },

    /* [title, address] of some activities, without showing their cards. */
    links: async (rows, table) =>
      (await items(rows, table)).map((item) => item.querySelector("a[href]")).map((link) => [link.textContent, link.href]),
  };
};
