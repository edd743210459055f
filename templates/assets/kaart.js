/* An activity as a card on paper, taken from its own page: the one place where all of it stands.

   fetchCard(root, slug) gives { slug, title, summary, dates, schedule, where, cost, phone, role,
   first, transport } from the hooks [data-card] in activity.html. */

import { comingUp } from "./nu.js";

/* The text of these elements, a line for every line on the page. */
const lines = (element, selector) => [...(element?.querySelectorAll(selector) ?? [])]
  .filter((one) => !one.closest(".no-print"))
  .flatMap((one) => one.innerHTML.split(/<br>/).map((line) => new DOMParser().parseFromString(line, "text/html").body.textContent.trim()))
  .filter(Boolean);

const pairs = (list) => [...(list?.children ?? [])].map((one) => ({
  label: one.querySelector("dt").textContent,
  text: one.querySelector("dd").textContent,
  state: one.className,
}));

const comingDates = (page) => [...page.querySelectorAll("[data-card=when] li:not(.off) time")]
  .filter((time) => new Date(time.dateTime) > new Date())
  .map((time) => {
    const elsewhere = time.closest("li").querySelector(".note, .remark")?.textContent.match(/Plek: ([^.]+)/)?.[1];
    return elsewhere ? `${time.textContent} in ${elsewhere}` : time.textContent;
  });

/* Of what is not on in the coming eight weeks the page says when it is back. */
const firstBeyond = (page) => {
  const coming = page.querySelector("[data-card=when] [data-coming]")?.dataset.coming;
  return coming ? comingUp(coming).slice(0, 1) : [];
};

const datesOf = (page) => {
  const coming = comingDates(page);
  return coming.length ? coming : firstBeyond(page);
};

const cardOf = (page, address) => {
  const part = (name) => page.querySelector(`[data-card=${name}]`);
  const phone = part("call").querySelector("a.tel");
  const first = part("first");
  const [welcome, transport] = first.querySelectorAll("dl");
  const known = Boolean(first.querySelector("dl"));
  return {
    url: address,
    title: page.querySelector("h1").textContent,
    summary: page.querySelector("h1 + .lead").textContent,
    status: page.querySelector("main .notice-warning:not([data-stale]) b")?.textContent ?? "",
    dates: datesOf(page),
    schedule: part("schedule").textContent,
    where: lines(part("where"), "p"),
    cost: part("cost").textContent,
    phone: { text: phone.querySelector("span").textContent, href: phone.getAttribute("href"), call: phone.firstChild.textContent.trim() },
    role: lines(part("call"), "p:not(:has(a))")[0] ?? "",
    happens: lines(first, ".prose p").join(" "),
    first: known ? pairs(welcome).filter(({ state }) => state !== "onbekend") : [],
    unknown: known ? pairs(welcome).filter(({ state }) => state === "onbekend").map(({ text }) => text) : [],
    transport: pairs(transport),
  };
};

/* The card of one activity, or undefined when the directory has it no longer. */
export const fetchCard = async (root, slug) => {
  const address = new URL(`activiteiten/${slug}/`, root);
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("[data-card=when]") ? { slug, ...cardOf(page, address.href) } : undefined;
};
