/* What the form does when somebody has begun: what was typed is read by the rules of this site, told what is
   wrong with it, read back, shown as a card, and offered to be sent. */

import {collect} from "./formulier-fields.js";
import {isMissing, missing, question, tellAll, tellAt} from "./formulier-mistakes.js";
import {read} from "./formulier-reading.js";
import {costShort, dateDay, nextDates, occurrences, scheduleLong, scheduleShort, timeSpan} from "./formulier-schedule.js";
import {showWays} from "./formulier-sending.js";
import {iso, shortName} from "./formulier-values.js";
import {write} from "./formulier-writing.js";

const OUTSIDE = ["organisatie", "organisatie_naam", "afzender"];
const DAY = 86400000;
const find = (selector) => document.querySelector(selector);
const items = (texts) => texts.map((textContent) => Object.assign(document.createElement("li"), {textContent}));

export class Work {
  /* What is being changed: {folder, slug, tree}; null for a new activity. */
  existing = null;

  constructor(form, rules) {
    Object.assign(this, {form, rules});
    this.summary = find("[data-summary]");
    this.today = iso(new Date(Date.now() - new Date().getTimezoneOffset() * 60000));
  }

  read(tree) {
    return read(this.rules, tree);
  }

  /* The activity as it stands in the form; what the form does not ask stays as it was. */
  typed() {
    const tree = collect(this.form);
    for (const key of OUTSIDE) delete tree[key];
    if (this.existing?.tree.voorbeeld) tree.voorbeeld = this.existing.tree.voorbeeld;
    return {...tree, gecontroleerd_op: this.today};
  }

  folder() {
    const {organisatie, organisatie_naam: name} = this.form.elements;
    return organisatie.value === "anders" ? shortName(name.value) : organisatie.value;
  }

  /* --- what is wrong ------------------------------------------------------------------------- */

  /* The problems of the whole form, each with the question that it is about. */
  problems() {
    const found = this.read(this.typed()).problems.map((one) => ({...one, asked: question(this.form, one.path)}));
    const lacking = this.form.elements.organisatie.value ? !this.folder() && "organisatie_naam" : "organisatie";
    return lacking ? [missing(this.form.querySelector(`[data-field="${lacking}"]`)), ...found] : found;
  }

  /* After leaving a question: what is wrong with it, but not that it is still empty. */
  check(asked) {
    tellAt(asked, this.problems().filter((one) => !isMissing(one)));
  }

  /* The problems with one key of a tree, told at this question. */
  about(tree, path, asked) {
    return this.read(tree).problems.filter((one) => one.path.join() === path.join()).map((one) => ({...one, asked}));
  }

  /* --- while typing -------------------------------------------------------------------------- */

  readBack() {
    const typed = this.typed();
    const {tree} = this.read(typed);
    const whole = this.read({wanneer: typed.wanneer ?? {}}).problems.every((one) => one.path[0] !== "wanneer");
    const scheduled = whole && Boolean(tree.wanneer);
    find("[data-schedule]").hidden = !scheduled;
    if (scheduled) this.tellSchedule(tree);
    this.preview(tree, scheduled);
  }

  tellSchedule(tree) {
    const dates = nextDates(tree, this.rules, this.today);
    const dated = tree.wanneer.momenten.some((one) => one.van && one.soort !== "op afspraak") || tree.wanneer.ook_op;
    const none = dated ? "Het komende jaar is het volgens dit rooster niet." : "";
    find("[data-schedule-words]").textContent = scheduleLong(tree, this.rules);
    find("[data-schedule-next]").textContent = dates.length ? "De volgende keren zijn:" : none;
    find("[data-schedule-dates]").replaceChildren(...items(dates));
  }

  /* The card as it will stand in the lists. */
  preview(tree, scheduled) {
    find("[data-preview]").hidden = !tree.titel;
    find("[data-preview-title]").textContent = tree.titel ?? "";
    const [next] = scheduled ? nextDates(tree, this.rules, this.today, 1) : [];
    find("[data-preview-when]").textContent = next ?? (scheduled ? scheduleShort(tree) : "");
    find("[data-preview-where]").textContent = [this.placeWords(tree.waar), tree.kosten && tree.kosten.soort !== "gratis" && costShort(tree.kosten)].filter(Boolean).join(" · ");
    const marks = [
      tree.kosten?.soort === "gratis" && "Gratis",
      tree.toegankelijkheid?.drempelvrij?.startsWith("ja") && "Rolstoel: ja",
      tree.aanmelden?.nodig?.startsWith("nee") && "Aanmelden hoeft niet",
    ];
    find("[data-preview-marks]").replaceChildren(...items(marks.filter(Boolean)));
  }

  placeWords(where) {
    const names = {thuis: "Bij u thuis", telefoon: "Aan de telefoon", online: "Online", "meer plekken": "Op meer plekken"};
    return names[where?.soort] ?? this.rules.places[where?.plek] ?? where?.naam ?? "";
  }

  /* --- sending ------------------------------------------------------------------------------- */

  /* Show the ways to send a tree that can be written. */
  offer(tree, folder, slug, said, told = "") {
    const file = write(this.read(tree).tree);
    const sender = this.form.elements.afzender.value.trim();
    const ready = find("[data-ready]");
    find("[data-ready-text]").textContent = said;
    showWays({folder, slug, file, sender, title: tree.titel, told, isNew: !this.existing});
    this.summary.hidden = true;
    this.form.hidden = true;
    ready.hidden = false;
    ready.focus();
    ready.scrollIntoView();
  }

  send() {
    if (!tellAll(this.problems(), this.form, this.summary)) return;
    const tree = this.typed();
    const slug = this.existing?.slug ?? (shortName(this.read(tree).tree.titel) || "activiteit");
    this.offer(tree, this.existing?.folder ?? this.folder(), slug, "Alles klopt. Kies hoe u het verstuurt.");
  }

  /* --- in one step --------------------------------------------------------------------------- */

  offerChange(changes, said, told) {
    const {tree, folder, slug} = this.existing;
    this.offer({...tree, ...changes, gecontroleerd_op: this.today}, folder, slug, said, told);
  }

  confirm() {
    const day = dateDay(this.today);
    this.offerChange({}, `U zegt: dit klopt nog op ${day}. Kies hoe u het ons laat weten.`, `${this.existing.tree.titel} klopt nog op ${day}.`);
  }

  /* The dates to choose from, where the short form asks for one. */
  open(small) {
    small.hidden = false;
    if (small.dataset.small !== "gaat-niet-door") return;
    const last = iso(new Date(new Date(`${this.today}T00:00:00Z`).getTime() + 180 * DAY));
    const coming = occurrences(this.read(this.existing.tree).tree, this.rules, this.today, last).filter((one) => one.status !== "cancelled");
    const options = coming.slice(0, 20).map(({start, end}) => new Option(`${dateDay(start.slice(0, 10))} ${timeSpan(start.slice(11), end)}`, start));
    small.elements.keer.replaceChildren(new Option("Kies", ""), ...options, new Option("Een andere dag", "anders"));
  }

  /* A short form becomes a change to the file that is there. */
  sendSmall(small) {
    if (small.dataset.small === "gestopt") this.stop(small);
    else this.cancel(small);
  }

  stop(small) {
    const asked = small.querySelector("[data-field='gestopt_op']");
    const last = small.elements.gestopt_op.value.trim();
    const changes = {gestopt_op: last};
    const found = last ? this.about({...this.existing.tree, ...changes}, ["gestopt_op"], asked) : [missing(asked)];
    if (!tellAll(found, small, this.summary)) return;
    this.offerChange(changes, "Kies hoe u het ons laat weten. De bladzijde blijft bestaan, met de laatste dag erbij.", `${this.existing.tree.titel} is gestopt. De laatste dag: ${last}.`);
  }

  cancel(small) {
    const {tree} = this.existing;
    const [on, at] = small.elements.keer.value.split("T");
    const date = at ? on : small.elements.datum.value.trim();
    const reason = small.elements.reden.value.trim();
    const several = at && occurrences(this.read(tree).tree, this.rules, on, on).length > 1;
    const change = {soort: "gaat niet door", datum: date, ...(several ? {aanvang: at} : {}), reden: reason};
    const all = [...(tree.wanneer.wijzigingen ?? []), change];
    const changes = {wanneer: {...tree.wanneer, wijzigingen: all}};
    const asked = (name) => small.querySelector(`[data-field="${name}"]`);
    const when = asked(small.elements.keer.value === "anders" ? "andere" : "datum");
    const found = [
      ...(date ? this.about({...tree, ...changes}, ["wanneer", "wijzigingen", all.length - 1, "datum"], when) : [missing(when)]),
      ...(reason ? [] : [missing(asked("reden"))]),
    ];
    if (!tellAll(found, small, this.summary)) return;
    this.offerChange(changes, "Is het vandaag of morgen? Bel dan ook even. Kies hoe u het ons laat weten. De datum blijft op de site staan, met een streep erdoor en de reden erbij.", `${tree.titel} gaat niet door op ${at ? dateDay(date) : date}. Reden: ${reason}.`);
  }
}
