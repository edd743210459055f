/* The page of the list. What is on it comes from this browser, or from the fragment of the address:

   #lijst=koffie,soep   somebody's list, as they sent it: shown, and not added to one's own
   #kaart=koffie        the card “Mijn eerste keer” of one activity
   nothing              one's own list

   A fragment never reaches a server. */

import { draw } from "./qr.js";
import { element, sendButtons } from "./delen.js";
import { fetchCard } from "./kaart.js";
import { clean, MOST, read, write } from "./lijstje-knop.js";

const ON_ONE_SHEET = 5;
const root = new URL("../", import.meta.url);
const part = (name) => document.querySelector(`[data-list=${name}]`);

const asked = () => {
  const [kind, value = ""] = location.hash.slice(1).split("=");
  const slugs = clean(decodeURIComponent(value).split(","));
  if (kind === "kaart" && slugs.length) return { kind, slugs: slugs.slice(0, 1) };
  return kind === "lijst" && slugs.length ? { kind, slugs } : { kind: "mine", slugs: read() };
};

const linkTo = (kind, slugs) => `${new URL("lijstje/", root).href}#${kind}=${slugs.join(",")}`;
const p = (text, className = "") => element("p", { textContent: text, className });
const labelled = ({ label, text }) => element("div", {}, element("dt", { textContent: label }), element("dd", { textContent: text }));
const button = (text, onclick) => element("button", { type: "button", className: "button no-print", textContent: text, onclick });
const sentence = (text) => (/[.!?…]$/.test(text) ? text : `${text}.`);
/* The lines of an address as one; a line that another one says as well is left out. What begins with
   a capital after words that are no address is a sentence of its own. */
const place = ({ where }) => where
  .filter((line) => !where.some((other) => other !== line && other.toLowerCase().includes(line.toLowerCase())))
  .map((line, nth) => (nth && /\.$/.test(line) ? `. ${line}` : `${nth ? ", " : ""}${line}`))
  .join("").replace(/\.$/, "");

const call = ({ phone, role }, whole) => element("p", { className: "sheet-call" },
  element("a", { className: "tel", href: phone.href }, `${phone.call} `, element("b", { textContent: phone.text })),
  whole && role ? `. ${role}` : "");

/* “dinsdag 24 november van 10.00 tot 12.00 uur, daarna dinsdag 1 december”. */
const HOURS = / (?=van \d|om \d)/;
const dates = ({ dates: [soonest, ...later], schedule }, most) => {
  if (!soonest) return schedule;
  const [, time] = soonest.split(HOURS);
  const days = later.slice(0, most - 1).map((date) => date.split(HOURS)).filter(([, other]) => other === time).map(([day]) => day);
  return days.length ? `${soonest}, daarna ${days.join(" en ")}` : soonest;
};

const heading = (level, card) => element(level, {}, element("a", { href: card.url, textContent: card.title }));

const answer = (card, label) => card.first.find((one) => one.label === label)?.text;

/* Who stands at the door, and what is possible: only what is known. */
const firstLine = (card) => {
  const [who, mark] = [answer(card, "Wie u ontvangt"), answer(card, "Zo herkent u die persoon")];
  const possible = card.first.filter(({ state }) => state && state !== "nee").map(({ label, text }) => `${label}: ${text}`);
  const known = mark ? `, u ziet ${mark}` : "";
  const said = [...(who ? [`${who} ontvangt u${known}`] : []), ...possible.slice(0, 2)];
  return said.length ? `De eerste keer: ${sentence(said.join(". "))}` : "De eerste keer: wie u ontvangt, weten we nog niet. Bel gerust.";
};

/* One activity of the list. */
const entry = (card) => element("li", { className: "sheet-entry" },
  heading("h2", card),
  ...(card.status ? [p(card.status, "remark")] : []),
  p(dates(card, 2), "sheet-when"),
  p(`${place(card)}. Kosten: ${sentence(card.cost)}`),
  call(card),
  p(firstLine(card)));

const gone = (slug) => element("li", { className: "sheet-entry" }, p(`“${slug.replaceAll("-", " ")}” staat niet meer in de gids, of kan nu niet getoond worden.`));

const moved = (slugs, slug, by) => {
  const to = Math.max(0, slugs.indexOf(slug) + by);
  const others = slugs.filter((one) => one !== slug);
  return [...others.slice(0, to), slug, ...others.slice(to)];
};

/* On one's own list every entry can go up, or go. */
const ownButtons = (slug, title, nth) => element("p", { className: "row no-print" },
  ...(nth ? [button(`Zet “${title}” hoger`, () => { write(moved(read(), slug, -1)); showPage(); })] : []),
  button(`Haal “${title}” weg`, () => { write(read().filter((one) => one !== slug)); showPage(); }));

const code = (kind, slugs, name) => element("figure", { className: "sheet-code" },
  draw(linkTo(kind, slugs), name) ?? "",
  element("figcaption", { textContent: "Open dit blad op uw telefoon: richt de camera hierop." }));

const room = () => element("section", { className: "sheet-room" }, element("h2", { textContent: "Om zelf iets op te schrijven" }));

/* The card “Mijn eerste keer”, in the order in which somebody goes there. */
const firstTime = (card) => [
  heading("h2", card),
  ...(card.status ? [p(card.status, "remark")] : []),
  element("dl", { className: "facts sheet-facts" },
    labelled({ label: "Wanneer", text: dates(card, 3) }),
    labelled({ label: "Waar", text: place(card) }),
    labelled({ label: "Wat het kost", text: card.cost }),
    ...card.transport.map(labelled),
    ...card.first.map(labelled),
    ...(card.happens ? [labelled({ label: "Wat er gebeurt", text: card.happens })] : []),
    ...(card.unknown.length ? [labelled({ label: "Onbekend, bel even", text: card.unknown.join(", ") })] : [])),
  call(card, true),
];

const TITLES = {
  mine: ["Mijn lijstje", "Deze activiteiten bewaarde u in deze browser. Niemand anders ziet dit."],
  lijst: ["Een lijstje voor u", "Iemand koos deze activiteiten voor u. Uw eigen lijstje is niet veranderd."],
  kaart: ["Mijn eerste keer", "Neem dit blad mee, of stuur het naar iemand die met u meegaat."],
};

const tools = ({ kind, slugs }) => {
  const what = () => ({ title: TITLES[kind === "mine" ? "lijst" : kind][0], url: linkTo(kind === "kaart" ? kind : "lijst", slugs) });
  const take = () => { write([...read(), ...slugs]); location.hash = ""; };
  return [
    element("p", { className: "row" },
      element("button", { type: "button", className: "button button-primary", textContent: "Print dit blad", onclick: () => print() }),
      ...(kind === "lijst" ? [button("Zet deze ook op mijn lijstje", take)] : []),
      ...(kind === "mine" ? [button("Maak mijn lijstje leeg", () => { write([]); showPage(); })] : [])),
    sendButtons(what),
  ];
};

const note = (slugs) => (slugs.length > ON_ONE_SHEET ? [p(`Op één blad passen ongeveer ${ON_ONE_SHEET} activiteiten. Nu zijn het er ${slugs.length}${slugs.length === MOST ? ", meer kan niet" : ""}.`, "muted no-print")] : []);

const rows = (kind, slugs, cards) => element("ol", { className: "sheet-list" }, ...slugs.map((slug, nth) => {
  const item = cards[nth] ? entry(cards[nth]) : gone(slug);
  if (kind === "mine") item.append(ownButtons(slug, cards[nth]?.title ?? slug, nth));
  return item;
}));

async function showPage() {
  const { kind, slugs } = asked();
  const [title, lead] = TITLES[kind];
  document.querySelector("h1").textContent = title;
  part("empty").hidden = slugs.length > 0;
  part("lead").textContent = slugs.length ? lead : "";
  const cards = await Promise.all(slugs.map((slug) => fetchCard(root, slug)));
  if (asked().slugs.join() !== slugs.join() || asked().kind !== kind) return;
  part("tools").replaceChildren(...(slugs.length ? tools({ kind, slugs }) : []));
  const sheet = kind === "kaart" ? (cards[0] ? firstTime(cards[0]) : [gone(slugs[0])]) : [...note(slugs), rows(kind, slugs, cards)];
  const end = slugs.length ? [element("div", { className: "sheet-end" }, room(), code(kind === "kaart" ? kind : "lijst", slugs, title))] : [];
  part("sheet").replaceChildren(...sheet, ...end);
  part("sheet").dataset.ready = String(slugs.length);
}

addEventListener("hashchange", showPage);
addEventListener("storage", showPage);
showPage();
