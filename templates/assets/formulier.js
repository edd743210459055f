/* The form for an activity: a draft that stays in this browser, the schedule read back, a preview,
   every mistake in the words of the build, and the ways to send it. Nothing leaves the browser before
   the visitor sends it. Without this script the form is there to be printed or read aloud.

   #wijzig=organisatie/activiteit fills the form with what is there now; #klopt=… confirms it in one
   step; #gaat-niet-door=… asks a date and a reason, #gestopt=… a date.

   What checks, reads back, writes and sends a file is more than all the rest: it comes when somebody begins. */

import {addRow, collect, fillBlock, live, removeRow, showKinds, ticked} from "./formulier-fields.js";

const DRAFT = "formulier-activiteit";
const form = document.querySelector("[data-form]");
const summary = document.querySelector("[data-summary]");
const ready = document.querySelector("[data-ready]");
const find = (selector) => document.querySelector(selector);

/* An activity that is there already is of one of the organisations that the form asks for. */
find("[data-existing-folder]").append(...[...form.elements.organisatie.options]
  .filter(({value}) => value && value !== "anders").map((option) => option.cloneNode(true)));

/* What is being changed: {mode, folder, slug, tree}; null for a new activity. */
let existing = null;

/* What checks, reads back, writes and sends, with the rules of this site. */
async function bring() {
  const [{Work}, {rules}] = await Promise.all([import("./formulier-work.js"), import(new URL("regels.js", document.baseURI))]);
  return new Work(form, rules);
}

let working;
const begin = () => {
  working ??= bring().catch((error) => {
    working = undefined;
    throw error;
  });
  return working;
};

/* --- a draft in this browser ----------------------------------------------------------------- */

function keepDraft() {
  if (existing) return;
  const draft = collect(form);
  try {
    localStorage.setItem(DRAFT, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing: then there is no draft.
  }
}

function storedDraft() {
  try {
    return JSON.parse(localStorage.getItem(DRAFT));
  } catch {
    return null;
  }
}

function forgetDraft() {
  try {
    localStorage.removeItem(DRAFT);
  } catch {
    // Nothing was kept.
  }
}

async function restoreDraft() {
  const draft = storedDraft();
  if (!draft || !Object.keys(draft).length) return;
  await begin();
  fillBlock(form, draft);
  otherOrganisation();
  const told = find("[data-draft]");
  const again = Object.assign(document.createElement("button"), {type: "button", className: "button", textContent: "Begin opnieuw"});
  again.addEventListener("click", () => {
    forgetDraft();
    fillBlock(form, {});
    otherOrganisation();
    begun(readBack);
    told.hidden = true;
    find("[data-heading]").scrollIntoView();
  });
  told.replaceChildren("U was hier al bezig. Wat u invulde, staat nog in deze browser. ", again);
  told.hidden = false;
}

/* --- changing what is there ------------------------------------------------------------------ */

const MODES = {
  wijzig: "Verander ‘{titel}’",
  klopt: "‘{titel}’ klopt nog",
  "gaat-niet-door": "‘{titel}’ gaat een keer niet door",
  gestopt: "‘{titel}’ is gestopt",
};

async function source(folderName) {
  try {
    const answer = await fetch(new URL(`bron/${folderName}.json`, document.baseURI));
    return answer.ok ? await answer.json() : {};
  } catch {
    return {}; // no network: the form for a new activity still works
  }
}

/* Open what the fragment asks for; without one, the form for a new activity. */
async function start() {
  const [, mode, folderName, slug] = location.hash.match(/^#([a-z-]+)=([a-z0-9-]+)\/([a-z0-9-]+)$/) ?? [];
  const tree = mode in MODES ? (await source(folderName))[slug] : undefined;
  existing = tree ? {mode, folder: folderName, slug, tree} : null;
  [ready, summary, find("[data-draft]"), ...document.querySelectorAll("[data-small]")].forEach((part) => { part.hidden = true; });
  form.hidden = Boolean(tree) && mode !== "wijzig";
  find("[data-existing]").hidden = Boolean(tree);
  find("[data-lead]").hidden = Boolean(tree);
  find("[data-not-found]").hidden = Boolean(tree) || !(mode in MODES);
  if (!tree && mode in MODES) await showExisting(folderName);
  if (!tree) return restoreDraft();
  const work = await begin();
  work.existing = existing;
  find("[data-heading]").textContent = MODES[mode].replace("{titel}", tree.titel);
  fillBlock(form, {...tree, organisatie: folderName});
  otherOrganisation();
  if (mode === "klopt") work.confirm();
  const small = find(`[data-small="${mode}"]`);
  if (small) work.open(small);
  return undefined;
}

/* What a link asked for is not there: open the list of its organisation, if we know that. */
function showExisting(folderName) {
  const choice = find("[data-existing-folder]");
  choice.value = folderName;
  find("[data-existing]").open = true;
  return choice.value ? listExisting(folderName) : undefined;
}

async function listExisting(folderName) {
  const list = find("[data-existing-list]");
  list.replaceChildren();
  if (!folderName) return;
  const activities = Object.entries(await source(folderName)).sort(([, one], [, other]) => one.titel.localeCompare(other.titel, "nl"));
  if (!activities.length) list.append(Object.assign(document.createElement("li"), {textContent: "Van deze organisatie staat er nog niets in de gids."}));
  for (const [slug, tree] of activities) {
    const item = document.createElement("li");
    const title = Object.assign(document.createElement("b"), {textContent: tree.titel});
    const ways = {wijzig: "Aanpassen", klopt: "Klopt nog", "gaat-niet-door": "Gaat niet door", gestopt: "Is gestopt"};
    const links = Object.entries(ways).map(([mode, name]) => {
      const link = Object.assign(document.createElement("a"), {href: `#${mode}=${folderName}/${slug}`, textContent: name});
      link.setAttribute("aria-label", `${name}: ${tree.titel}`);
      return link;
    });
    item.append(title, ...links);
    list.append(item);
  }
}

/* --- listening ------------------------------------------------------------------------------- */

function otherOrganisation() {
  const other = form.elements.organisatie.value === "anders";
  find("[data-other-organisation]").hidden = !other;
  form.elements.organisatie_naam.disabled = !other;
}

const NO_NETWORK = "Er is geen verbinding. Wat u invulde, blijft staan. Probeer het straks nog eens, of bel ons.";

function tellNoNetwork() {
  summary.textContent = NO_NETWORK;
  summary.hidden = false;
}

/* Do it when what it takes is here; without a network somebody is told, and nothing is lost. */
const begun = (act) => begin().then(act, tellNoNetwork);
const readBack = (work) => work.readBack();

let waiting;
form.noValidate = true;
form.classList.add("form-live");
form.addEventListener("focusin", () => begin().catch(() => {}), {once: true});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  begun((work) => work.send());
});
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => { keepDraft(); begun(readBack); }, 200);
});
form.addEventListener("change", (event) => {
  if (event.target.type === "checkbox") ticked(event.target);
  if (event.target.name?.endsWith("soort")) showKinds(form);
  if (event.target.name === "organisatie") otherOrganisation();
  const asked = event.target.closest(".form-field");
  if (asked) begun((work) => work.check(asked));
});
form.addEventListener("click", ({target}) => {
  const list = target.closest(".form-rows");
  if (target.matches("[data-add]")) addRow(list).querySelector("input, select, textarea").focus();
  if (target.matches("[data-remove]")) {
    removeRow(list, target.closest(".form-row"));
    list.querySelector("[data-add]").focus();
  }
  if (target.matches("[data-add], [data-remove]")) { keepDraft(); begun(readBack); }
});
document.querySelectorAll("[data-small]").forEach((small) => small.addEventListener("submit", (event) => {
  event.preventDefault();
  begun((work) => work.sendSmall(small));
}));
find("[data-small='gaat-niet-door']").elements.keer.addEventListener("change", ({target}) => {
  target.form.querySelector("[data-field='andere']").hidden = target.value !== "anders";
});
find("[data-back]").addEventListener("click", () => {
  ready.hidden = true;
  form.hidden = false;
  form.querySelector("select, input").focus();
});
find("[data-exit-mail]").addEventListener("click", forgetDraft);
find("[data-exit-post]")?.addEventListener("submit", forgetDraft);
find("[data-existing-folder]").addEventListener("change", ({target}) => listExisting(target.value));
addEventListener("hashchange", () => location.reload());

find("[data-on-paper]").hidden = true;
live(form);
form.querySelectorAll("[data-check]").forEach((part) => { part.hidden = false; });
otherOrganisation();
await start().then(() => working && begun(readBack), tellNoNetwork);
form.dataset.live = "";
