/* The list that somebody keeps: names of activities in this browser, and nothing else.

   <button data-keep="slug" aria-pressed>   on pages: puts it on the list, or takes it off; on a card the
                                            button gets its slug and the name of the activity here
   <span data-list-count>                   how many there are

   read() and write(slugs) are for the page of the list itself: assets/lijstje.js; read() and
   addressOf(slug) for what is to be there without a network: assets/weergave.js. */

const KEY = "lijstje";
const SLUG = /^[a-z0-9-]+$/;
export const MOST = 12;

/* Only what can be a name: a link may hold anything. */
export const clean = (slugs) => [...new Set(slugs.filter((slug) => SLUG.test(slug)))].slice(0, MOST);

export const read = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? clean(kept.map(String)) : [];
  } catch {
    return [];
  }
};

export const addressOf = (slug) => new URL(`../activiteiten/${slug}/`, import.meta.url).href;

export const write = (slugs) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(clean(slugs)));
  } catch {
    // A browser that keeps nothing has no list.
  }
  show();
};

const first = (button) => {
  button.dataset.text ??= button.firstChild.textContent;
  return button.dataset.text;
};

/* A card says once what it is: 1.3 kB less for the complete list. */
const introduce = (button) => {
  const card = button.closest("[data-activity]");
  if (button.dataset.keep || !card) return;
  button.dataset.keep = card.dataset.activity;
  const name = document.createElement("span");
  Object.assign(name, { className: "visually-hidden", textContent: ` ${card.querySelector("h3").textContent}` });
  button.append(name);
};

const showButton = (button, kept) => {
  introduce(button);
  const pressed = String(kept.includes(button.dataset.keep));
  const before = first(button);
  if (button.getAttribute("aria-pressed") === pressed) return;
  button.setAttribute("aria-pressed", pressed);
  button.firstChild.textContent = pressed === "true" ? "Staat op mijn lijstje" : before;
};

export function show(within = document) {
  const kept = read();
  within.querySelectorAll("[data-keep]").forEach((button) => showButton(button, kept));
  document.querySelectorAll("[data-list-count]").forEach((count) => { count.textContent = kept.length ? `\u00a0(${kept.length})` : ""; });
}

const toggle = (slug) => {
  const kept = read();
  if (kept.includes(slug)) return write(kept.filter((one) => one !== slug));
  write([...kept, slug]);
  // So that it is there without a network as well.
  return fetch(addressOf(slug)).catch(() => {});
};

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-keep]");
  if (button) toggle(button.dataset.keep);
});
addEventListener("storage", (event) => event.key === KEY && show());
addEventListener("pageshow", () => show());

// Cards that search brings in later.
const results = document.querySelector("[data-results]");
if (results) new MutationObserver(() => show(results)).observe(results, { childList: true });

show();
