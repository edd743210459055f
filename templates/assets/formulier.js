/* The form for an activity: a draft that stays in this browser, the schedule read back, a preview,
   every mistake in the words of the build, and the ways to send it. Nothing leaves the browser before
   the visitor sends it. Without this script the form is there to be printed or read aloud.

   #wijzig=organisatie/activiteit fills the form with what is there now; #klopt=… confirms it in one
   step; #gaat-niet-door=… asks a date and a reason, #gestopt=… a date.

   What checks, reads back, writes and sends a file is more than all the rest: it comes when somebody begins. */

import {addRow, collect, fillBlock, live, removeRow, showKinds, ticked} from "./formulier-fields.js";

let read, spoken, costShort, dateDay, nextDates, occurrences, scheduleLong, scheduleShort, timeSpan, iso, shortName, write, showWays, rules, today;

async function bring() {
  const parts = ["./formulier-reading.js", "./formulier-schedule.js", "./formulier-values.js", "./formulier-writing.js", "./formulier-sending.js", new URL("regels.js", document.baseURI)];
  const [reading, schedule, values, writing, sending, project] = await Promise.all(parts.map((part) => import(part)));
  ({read, spoken} = reading);
  ({costShort, dateDay, nextDates, occurrences, scheduleLong, scheduleShort, timeSpan} = schedule);
  ({iso, shortName} = values);
  ({write} = writing);
  ({showWays} = sending);
  ({rules} = project);
  today = iso(new Date(Date.now() - new Date().getTimezoneOffset() * 60000));
}

let bringing;
const begin = () => {
  bringing ??= bring().catch((error) => {
    bringing = undefined;
    throw error;
  });
  return bringing;
};

const DRAFT = "formulier-activiteit";
const form = document.querySelector("[data-form]");
const summary = document.querySelector("[data-summary]");
const ready = document.querySelector("[data-ready]");
const find = (selector) => document.querySelector(selector);

/* An activity that is there already is of one of the organisations that the form asks for. */
find("[data-existing-folder]").append(...[...form.elements.organisatie.options]
  .filter(({value}) => value && value !== "anders").map((option) => option.cloneNode(true)));

/* What is being changed: {mode, folder, slug, tree}; nothing for a new activity. */
let existing = null;

/* --- what was filled in ---------------------------------------------------------------------- */

const OUTSIDE = ["organisatie", "organisatie_naam", "afzender"];

/* The activity as it stands in the form; what the form does not ask stays as it was. */
function typed() {
  const tree = collect(form);
  for (const key of OUTSIDE) delete tree[key];
  if (existing?.tree.voorbeeld) tree.voorbeeld = existing.tree.voorbeeld;
  return {...tree, gecontroleerd_op: today};
}

function folder() {
  const chosen = form.elements.organisatie.value;
  return chosen === "anders" ? shortName(form.elements.organisatie_naam.value) : chosen;
}

/* The problems of the whole form, each with the question that it is about. */
function problems() {
  const found = read(rules, typed()).problems.map((one) => ({...one, asked: question(one.path)}));
  const about = (name, label) => ({key: name, message: `‘${label}’ is nog niet ingevuld.`, hint: "", asked: form.querySelector(`[data-field="${name}"]`)});
  if (!form.elements.organisatie.value) found.unshift(about("organisatie", "Organisatie"));
  else if (!folder()) found.unshift(about("organisatie_naam", "Naam van de organisatie"));
  return found;
}

/* The question at a path, or the nearest one that holds it. */
function question(path) {
  for (let size = path.length; size; size -= 1) {
    const name = CSS.escape(path.slice(0, size).join("."));
    const fits = [...form.querySelectorAll(`[data-field="${name}"], [data-block="${name}"], [data-rows="${name}"]`)];
    const shown = fits.find((one) => !one.hidden) ?? fits[0];
    if (shown) return shown.matches(".form-field") ? shown : shown.querySelector(".form-field:not([hidden])") ?? shown;
  }
  return form;
}

const label = (asked) => (asked.querySelector("label, legend")?.firstChild.textContent ?? "").trim();

/* --- mistakes -------------------------------------------------------------------------------- */

/* Where the mistake in an answer is told: before it and tied to it, made when there is one to tell. */
function place(asked, control) {
  const error = document.createElement("p");
  error.className = "form-error";
  error.id = `${control.id || control.name}-error`;
  (asked.querySelector(".form-help") ?? asked.querySelector("label, legend")).after(error);
  const described = asked.matches("fieldset") ? asked : control;
  described.setAttribute("aria-describedby", [described.getAttribute("aria-describedby"), error.id].filter(Boolean).join(" "));
  return error;
}

function say(asked, text) {
  const control = asked.querySelector("input, select, textarea");
  const error = asked.querySelector(".form-error") ?? (text && control ? place(asked, control) : null);
  if (!error) return;
  error.textContent = text;
  error.hidden = !text;
  asked.classList.toggle("form-wrong", Boolean(text));
  if (text) control?.setAttribute("aria-invalid", "true");
  else control?.removeAttribute("aria-invalid");
}

const words = (problem) => spoken(problem, label(problem.asked));

/* After leaving a question: what is wrong with it, but not that it is still empty. */
function checkOne(asked) {
  const here = problems().find((one) => one.asked === asked && !one.message.endsWith("is nog niet ingevuld."));
  say(asked, here ? words(here) : "");
}

/* Everything that is wrong, on top and at each question; true when nothing is. */
function checkAll(found = problems(), within = form) {
  within.querySelectorAll(".form-field").forEach((asked) => say(asked, ""));
  const once = found.filter((one, index) => found.findIndex((other) => other.asked === one.asked) === index);
  summary.replaceChildren();
  summary.hidden = !once.length;
  if (!once.length) return true;
  const heading = document.createElement("h2");
  heading.textContent = once.length === 1 ? "Er is nog één ding" : `Er zijn nog ${once.length} dingen`;
  const list = document.createElement("ul");
  for (const one of once) {
    say(one.asked, words(one));
    one.asked.closest("details")?.setAttribute("open", "");
    const control = one.asked.querySelector("input, select, textarea");
    const link = document.createElement("a");
    control.id ||= `v.${control.name}.1`;
    link.href = `#${control.id}`;
    link.textContent = words(one);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      control.focus();
      control.scrollIntoView({block: "center"});
    });
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  summary.append(heading, list);
  summary.focus();
  summary.scrollIntoView({block: "start"});
  return false;
}

/* --- while typing ---------------------------------------------------------------------------- */

function readBack() {
  const {tree} = read(rules, typed());
  const whole = read(rules, {wanneer: typed().wanneer ?? {}}).problems.every((one) => one.path[0] !== "wanneer");
  const scheduled = whole && Boolean(tree.wanneer);
  find("[data-schedule]").hidden = !scheduled;
  if (scheduled) tellSchedule(tree);
  preview(tree, scheduled);
}

function tellSchedule(tree) {
  const dates = nextDates(tree, rules, today);
  const dated = tree.wanneer.momenten.some((one) => one.van && one.soort !== "op afspraak") || tree.wanneer.ook_op;
  const none = dated ? "Het komende jaar is het volgens dit rooster niet." : "";
  find("[data-schedule-words]").textContent = scheduleLong(tree, rules);
  find("[data-schedule-next]").textContent = dates.length ? "De volgende keren zijn:" : none;
  find("[data-schedule-dates]").replaceChildren(...dates.map((text) => Object.assign(document.createElement("li"), {textContent: text})));
}

/* The card as it will stand in the lists. */
function preview(tree, scheduled) {
  find("[data-preview]").hidden = !tree.titel;
  find("[data-preview-title]").textContent = tree.titel ?? "";
  const [next] = scheduled ? nextDates(tree, rules, today, 1) : [];
  find("[data-preview-when]").textContent = next ?? (scheduled ? scheduleShort(tree) : "");
  find("[data-preview-where]").textContent = [placeWords(tree.waar), tree.kosten && tree.kosten.soort !== "gratis" && costShort(tree.kosten)].filter(Boolean).join(" · ");
  const marks = [
    tree.kosten?.soort === "gratis" && "Gratis",
    tree.toegankelijkheid?.drempelvrij?.startsWith("ja") && "Rolstoel: ja",
    tree.aanmelden?.nodig?.startsWith("nee") && "Aanmelden hoeft niet",
  ];
  find("[data-preview-marks]").replaceChildren(...marks.filter(Boolean).map((mark) => Object.assign(document.createElement("li"), {textContent: mark})));
}

function placeWords(where) {
  const names = {thuis: "Bij u thuis", telefoon: "Aan de telefoon", online: "Online", "meer plekken": "Op meer plekken"};
  return names[where?.soort] ?? rules.places[where?.plek] ?? where?.naam ?? "";
}

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
    readBack();
    told.hidden = true;
    find("[data-heading]").scrollIntoView();
  });
  told.replaceChildren("U was hier al bezig. Wat u invulde, staat nog in deze browser. ", again);
  told.hidden = false;
}

/* --- sending --------------------------------------------------------------------------------- */

/* Show the ways to send a tree that can be written. */
function offer(tree, folderName, slug, said, told = "") {
  const file = write(read(rules, tree).tree);
  const sender = form.elements.afzender.value.trim();
  find("[data-ready-text]").textContent = said;
  showWays({folder: folderName, slug, file, sender, title: tree.titel, told, isNew: !existing});
  summary.hidden = true;
  form.hidden = true;
  ready.hidden = false;
  ready.focus();
  ready.scrollIntoView();
}

function send() {
  if (!checkAll()) return;
  const tree = typed();
  const slug = existing?.slug ?? (shortName(read(rules, tree).tree.titel) || "activiteit");
  offer(tree, existing?.folder ?? folder(), slug, "Alles klopt. Kies hoe u het verstuurt.");
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
  await begin();
  find("[data-heading]").textContent = MODES[mode].replace("{titel}", tree.titel);
  fillBlock(form, {...tree, organisatie: folderName});
  otherOrganisation();
  if (mode === "klopt") return offer({...tree, gecontroleerd_op: today}, folderName, slug, `U zegt: dit klopt nog op ${dateDay(today)}. Kies hoe u het ons laat weten.`, `${tree.titel} klopt nog op ${dateDay(today)}.`);
  const small = find(`[data-small="${mode}"]`);
  if (small) openSmall(small, tree);
  return undefined;
}

function openSmall(small, tree) {
  small.hidden = false;
  if (small.dataset.small !== "gaat-niet-door") return;
  const last = iso(new Date(new Date(`${today}T00:00:00Z`).getTime() + 180 * 86400000));
  const coming = occurrences(read(rules, tree).tree, rules, today, last).filter((one) => one.status !== "cancelled");
  const options = coming.slice(0, 20).map(({start, end}) => new Option(`${dateDay(start.slice(0, 10))} ${timeSpan(start.slice(11), end)}`, start));
  small.elements.keer.replaceChildren(new Option("Kies", ""), ...options, new Option("Een andere dag", "anders"));
}

/* A short form becomes a change to the file that is there. */
function sendSmall(small) {
  const {tree, folder: folderName, slug} = existing;
  const asked = (name) => small.querySelector(`[data-field="${name}"]`);
  const missing = (name) => ({key: name, message: `‘${label(asked(name))}’ is nog niet ingevuld.`, hint: "", asked: asked(name)});
  if (small.dataset.small === "gestopt") {
    const last = small.elements.gestopt_op.value.trim();
    const changed = {...tree, gestopt_op: last, gecontroleerd_op: today};
    const found = last ? about(changed, ["gestopt_op"], asked("gestopt_op")) : [missing("gestopt_op")];
    return checkAll(found, small) && offer(changed, folderName, slug, "Kies hoe u het ons laat weten. De bladzijde blijft bestaan, met de laatste dag erbij.", `${tree.titel} is gestopt. De laatste dag: ${last}.`);
  }
  const [on, at] = small.elements.keer.value.split("T");
  const date = at ? on : small.elements.datum.value.trim();
  const reason = small.elements.reden.value.trim();
  const several = at && occurrences(read(rules, tree).tree, rules, on, on).length > 1;
  const change = {soort: "gaat niet door", datum: date, ...(several ? {aanvang: at} : {}), reden: reason};
  const changes = [...(tree.wanneer.wijzigingen ?? []), change];
  const changed = {...tree, wanneer: {...tree.wanneer, wijzigingen: changes}, gecontroleerd_op: today};
  const when = asked(small.elements.keer.value === "anders" ? "andere" : "datum");
  const found = [
    ...(date ? about(changed, ["wanneer", "wijzigingen", changes.length - 1, "datum"], when) : [{...missing("datum"), asked: when}]),
    ...(reason ? [] : [missing("reden")]),
  ];
  return checkAll(found, small) && offer(changed, folderName, slug, "Is het vandaag of morgen? Bel dan ook even. Kies hoe u het ons laat weten. De datum blijft op de site staan, met een streep erdoor en de reden erbij.", `${tree.titel} gaat niet door op ${at ? dateDay(date) : date}. Reden: ${reason}.`);
}

/* What a link asked for is not there: open the list of its organisation, if we know that. */
function showExisting(folderName) {
  const choice = find("[data-existing-folder]");
  choice.value = folderName;
  find("[data-existing]").open = true;
  return choice.value ? listExisting(folderName) : undefined;
}

const about = (tree, path, asked) => read(rules, tree).problems.filter((one) => one.path.join() === path.join()).map((one) => ({...one, asked}));

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
const begun = (work) => begin().then(work, tellNoNetwork);

let waiting;
form.noValidate = true;
form.classList.add("form-live");
form.addEventListener("focusin", () => begin().catch(() => {}), {once: true});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  begun(send);
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
  if (asked) begun(() => checkOne(asked));
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
  begun(() => sendSmall(small));
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
await start().then(() => bringing && readBack(), tellNoNetwork);
form.dataset.live = "";
