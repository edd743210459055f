/* Searching on /activiteiten/: reads the form and the fragment, shows what was found.

   Without this script the page is the complete list, with links to themes, days and neighbourhoods. Nothing
   that is typed leaves the browser; it stands in the fragment only: #q=koffie&thema=eten-en-koken&volgorde=datum.

   Hooks in the template:
   <form role="search" data-search="../" hidden>     data-search is the way to the root of the site; shown from here
     <input id="zoekvak" type="search">              without a name: a browser can then never put it in an address
   <fieldset data-filter="thema">…<input type="checkbox" name="thema" value="muziek"> Muziek <span data-count></span>
   <select data-sort>                                "" (what fits best first) or "datum"
   <p data-search-status role="status">              "12 activiteiten voor “koffie”"
   <div data-search-notes>                           help in a crisis, "Bedoelde u", chips, "niets gevonden"
   <ol data-results>                                 its children are, or hold, a [data-activity] each
   <nav data-pages>                                  to further pages of the list: hidden while a search is on
   Classes of what is added: search-suggestions, search-suggestion, search-kind, search-chip, search-crisis,
   search-empty, search-meant, search-relaxed, search-unknown, search-other, search-more. */

const AT_ONCE = 20;

const form = document.querySelector("form[data-search]");
const box = form.querySelector("input[type=search]");
const results = document.querySelector("[data-results]");
const status = document.querySelector("[data-search-status]");
const notes = document.querySelector("[data-search-notes]");
const pages = document.querySelector("[data-pages]");
const sort = document.querySelector("[data-sort]");
const boxes = [...document.querySelectorAll("input[type=checkbox]")].filter((one) => one.form === form);
const filters = [...new Set(boxes.map(({ name }) => name))];
const counters = boxes.map((one) => one.closest("label")?.querySelector("[data-count]"));
const untouched = { status: status.textContent, counts: counters.map((one) => one?.textContent ?? "") };

const first = new URL(`${form.dataset.search}activiteiten/`, document.baseURI);

const fetched = (...names) => Promise.all(names.map((name) => import(`./zoeken-${name}.js`)));

/* Who only looks at the list does not wait for the search: what suggests is fetched when somebody comes to the
   box, and what answers when somebody asks, so that the first suggestions come soon. */
let beginning;
const begin = () => {
  beginning ??= fetched("bron", "suggesties").then(([{ open }, { fitting, suggest }]) => {
    const source = open(form.dataset.search);
    return { source, fitting, suggestions: suggest(box, source, take) };
  }).catch((problem) => {
    beginning = undefined;
    throw problem;
  });
  return beginning;
};
let tools;
const answering = async () => {
  if (tools) return tools; // to import again takes a turn, and the browser draws in between
  const [begun, [{ answer }, { cards }, say]] = await Promise.all([begin(), fetched("antwoord", "kaarten", "meldingen")]);
  return (tools ??= { ...begun, answer, list: cards(results), say });
};

// --- the state is the fragment ---

const read = () => {
  const given = new URLSearchParams(location.hash.slice(1));
  return {
    q: given.get("q") ?? "",
    chosen: filters.flatMap((name) => given.getAll(name).map((value) => [name, value])),
    byDate: given.get("volgorde") === "datum",
    literal: given.get("letterlijk") === "ja",
  };
};

const asked = () => ({
  q: box.value,
  chosen: boxes.filter((one) => one.checked).map((one) => [one.name, one.value]),
  byDate: sort?.value === "datum",
  literal: false,
});

const fragment = ({ q, chosen, byDate, literal }) => {
  const given = [...chosen, ...(byDate ? [["volgorde", "datum"]] : []), ...(literal ? [["letterlijk", "ja"]] : [])];
  const pairs = q.trim() ? [["q", q], ...given] : given;
  return pairs.length ? `#${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}` : "";
};

const fill = ({ q, chosen, byDate }) => {
  box.value = q;
  for (const one of boxes) one.checked = chosen.some(([name, value]) => name === one.name && value === one.value);
  if (sort) sort.value = byDate ? "datum" : "";
};

// --- from a state to what is shown ---

let turn = 0;

const show = (state) => attempt(state).catch(fail);

/* Without the network, or when anything else is wrong, the complete list stays and somebody can be called. */
const fail = () => {
  rest();
  status.textContent = "Zoeken lukt nu niet. Hieronder staat alles; bellen kan ook.";
};

const attempt = async (state) => {
  turn += 1;
  const mine = turn;
  const isMine = () => mine === turn;
  const idle = state.q.trim().length < 2 && !state.chosen.length && !state.byDate;
  if (pages) pages.hidden = !idle;
  if (idle) return rest();
  results.setAttribute("aria-busy", "true");
  const { source, suggestions, answer, list, say } = await answering();
  const found = await answer(state, source, todayHere());
  if (!isMine()) return undefined;
  await list.show(found, AT_ONCE, isMine);
  const empty = found.rows.length ? [] : [await nothing(state.q, found)];
  if (!isMine()) return undefined;
  if (found.question.crisis.length) suggestions.close();
  notes.replaceChildren(...say.notes(found, state.q, { literally, change: retype }), ...empty);
  counters.forEach((one, i) => one?.replaceChildren(`(${found.count(boxes[i].name, boxes[i].value)})`));
  results.removeAttribute("aria-busy");
  status.textContent = say.summary(found.rows.length, state.q, found.question.crisis);
  return undefined;
};

const nothing = async (q, found) => {
  const { empty } = await import("./zoeken-leeg.js");
  const { source } = tools;
  return empty(q, await source.rescue(), source.base, await nearest(q, found));
};

/* What comes nearest when nothing fits: pages of that name, and a few activities. */
const nearest = async (q, { nearest: rows, table }) => {
  const { source, fitting, list } = tools;
  const named = (await fitting(q, source)).filter(([, url]) => url && !url.startsWith("activiteiten/"));
  return [...named.slice(0, 3), ...(await list.links(rows, table))];
};

const rest = () => {
  tools?.list.rest();
  notes.replaceChildren();
  results.removeAttribute("aria-busy");
  status.textContent = untouched.status;
  counters.forEach((one, i) => one?.replaceChildren(untouched.counts[i]));
};

const todayHere = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(new Date());

// --- what somebody does ---

/* A later page of the list has no first results to show: the search goes on at the first. */
const onLaterPage = () => pages?.querySelector("[rel=prev]");

const change = (state, push) => {
  if (onLaterPage()) return push ? location.assign(first + fragment(state)) : undefined;
  history[push ? "pushState" : "replaceState"](null, "", location.pathname + fragment(state));
  return show(state);
};
const literally = () => change({ ...asked(), literal: true }, true);
const take = (text) => {
  box.value = text;
  change(asked(), true);
};
const retype = (text) => {
  take(text);
  box.focus();
};
const suggesting = (action) => begin().then(({ suggestions }) => suggestions[action]?.()).catch(() => {});

form.hidden = false;
if (document.activeElement === box) suggesting();
box.addEventListener("focus", () => suggesting());
box.addEventListener("input", async () => {
  await suggesting("update");
  change(asked(), false);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  suggesting("close");
  change(asked(), true);
});
for (const one of [...boxes, ...(sort ? [sort] : [])]) one.addEventListener("change", () => change(asked(), true));
addEventListener("popstate", () => {
  fill(read());
  show(read());
});
fill(read());
show(read());
