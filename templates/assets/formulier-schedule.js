/* The schedule and the price of a form, read back: as Dutch (gids/sentences/) and as dates (gids/occurrences/).
   Both take the tree that formulier-reading.js gives. Days are ISO dates, times "10:00"; a moment is
   "2026-12-05T10:00" on the clock of the wall. tests/test_forms.py holds both to the Python. */

import {MONTHS, NUMBER_WORDS, ORDINALS, WEEKDAYS, day, iso, named, normal, weekday} from "./formulier-values.js";

const UNDATED = ["op afspraak", "altijd welkom", "onbekend"];
const SINGULAR = {schoolvakantie: "schoolvakanties", feestdag: "feestdagen"};
const EXTRA = -1;

const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)]);
const unique = (values) => [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
const text = (value) => (value === undefined ? "" : String(value));
const add = (isoDay, days) => iso(new Date(day(isoDay).getTime() + days * 86400000));
const month = (isoDay) => Number(isoDay.slice(5, 7));
const monthNamed = (word) => named(normal(word).replaceAll("mrt", "maart"), MONTHS, 3) + 1;

/* A moment of the tree with its words as numbers. */
function moment(block) {
  return {
    kind: block.soort,
    dated: !UNDATED.includes(block.soort),
    days: list(block.dag).map((name) => WEEKDAYS.indexOf(name)),
    nth: list(block.welke).map((name) => ORDINALS[name]),
    numbers: list(block.dagnummer).map(Number),
    dates: list(block.data),
    weeks: Number(block.aantal_weken ?? 2),
    first: text(block.eerste_keer),
    start: text(block.van),
    end: text(block.tot),
    doors: text(block.inloop),
    months: list(block.alleen_in).map((name) => MONTHS.indexOf(name) + 1),
    from: text(block.vanaf),
    until: text(block.tot_en_met),
    place: text(block.plek),
    note: text(block.toelichting),
  };
}

/* --- in words -------------------------------------------------------------------------------- */

const joined = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} en ${words.at(-1)}`);
const clock = (time) => `${Number(time.slice(0, 2))}.${time.slice(3)}`;
const datePlain = (isoDay) => `${Number(isoDay.slice(8))} ${MONTHS[month(isoDay) - 1]}`;
const dateYear = (isoDay) => `${datePlain(isoDay)} ${isoDay.slice(0, 4)}`;
export const dateDay = (isoDay) => `${WEEKDAYS[weekday(day(isoDay))]} ${datePlain(isoDay)}`;
const dateLong = (isoDay) => `${dateDay(isoDay)} ${isoDay.slice(0, 4)}`;

export function timeSpan(start, end) {
  if (!end) return `om ${clock(start)} uur`;
  return `van ${clock(start)} tot ${end === "00:00" ? "24.00" : clock(end)} uur`;
}

export function capital(words) {
  const quote = words.match(/^(['’‘][a-z]\s+)(.+)$/s);
  if (quote) return quote[1] + capital(quote[2]);
  const size = words.startsWith("ij") ? 2 : 1;
  return words.slice(0, size).toUpperCase() + words.slice(size);
}

function sentence(words) {
  const told = capital(words.trim());
  return !told || ".!?…".includes(told.at(-1)) ? told : `${told}.`;
}

const weekdays = (days) => joined(unique(days).map((index) => WEEKDAYS[index]));

function every(days) {
  const found = unique(days);
  if (found.length === 7) return "elke dag";
  if (found.length === 6) return `elke dag behalve ${WEEKDAYS.find((_, index) => !found.includes(index))}`;
  if (found.join() === "0,1,2,3,4") return "op werkdagen";
  if (found.length >= 4 && found.at(-1) - found[0] === found.length - 1) return `van ${WEEKDAYS[found[0]]} tot en met ${WEEKDAYS[found.at(-1)]}`;
  return found.join() === "5,6" ? "in het weekend" : `elke ${weekdays(found)}`;
}

function possible(days) {
  const words = every(days);
  return words.startsWith("elke ") && days.length < 6 ? `op ${weekdays(days)}` : words;
}

function monthWords(months) {
  const found = [...new Set(months)].sort((a, b) => a - b);
  if (found.length >= 9) {
    const rest = MONTHS.map((_, index) => index + 1).filter((one) => !found.includes(one));
    return rest.length ? `behalve ${monthWords(rest)}` : "";
  }
  const starts = found.filter((one) => !found.includes(((one + 10) % 12) + 1));
  if (found.length > 2 && starts.length === 1) {
    return `van ${MONTHS[starts[0] - 1]} tot en met ${MONTHS[(starts[0] + found.length - 2) % 12]}`;
  }
  return `in ${joined(found.map((one) => MONTHS[one - 1]))}`;
}

function nthWords(nth) {
  const names = Object.fromEntries(Object.entries(ORDINALS).map(([name, rank]) => [rank, name]));
  return joined([...new Set(nth)].sort((a, b) => (a + 10) % 10 - (b + 10) % 10).map((rank) => names[rank]));
}

function datesWords(days, said = dateDay) {
  const found = unique(days);
  return joined(found.map((one, index) => (found[index + 1]?.slice(0, 4) === one.slice(0, 4) ? said(one) : `${said(one)} ${one.slice(0, 4)}`)));
}

/* Every loose date; many on one weekday name it once. */
function namedDates(days) {
  const names = unique(days.map((one) => WEEKDAYS[weekday(day(one))]));
  return unique(days).length < 3 || names.length > 1 ? `op ${datesWords(days)}` : `op de ${names[0]}en ${datesWords(days, datePlain)}`;
}

function looseWords(days) {
  const found = unique(days);
  if (found.length === 1) return `op ${dateLong(found[0])}`;
  const names = unique(found.map((one) => WEEKDAYS[weekday(day(one))]));
  return names.length === 1 ? `op losse ${names[0]}en` : "op losse dagen";
}

function appointmentWords({days, start, end}) {
  const hours = start && end ? `tussen ${clock(start)} en ${clock(end)} uur` : start ? `vanaf ${clock(start)} uur` : end ? `tot ${clock(end)} uur` : "";
  return ["op afspraak", `${days.length ? possible(days) : ""} ${hours}`.trim()].filter(Boolean).join(", ");
}

const intervalWords = (weeks) => (weeks === 2 ? "om de week" : `eens in de ${NUMBER_WORDS[weeks] ?? weeks} weken`);
const numbersWords = (numbers) => joined([...numbers].sort((a, b) => a - b).map((number) => `de ${number}e`));

function dayWords(one, complete) {
  switch (one.kind) {
    case "op afspraak": return appointmentWords(one);
    case "altijd welkom": return "elke dag, dag en nacht";
    case "onbekend": return "tijd nog niet bekend, bel even";
    case "elke week": return every(one.days);
    case "om de week": return `${intervalWords(one.weeks)} op ${weekdays(one.days)}`;
    case "even weken":
    case "oneven weken": return `elke ${weekdays(one.days)} in de ${one.kind}`;
    case "elke maand": return `elke ${nthWords(one.nth)} ${weekdays(one.days)} van de maand`;
    case "dag van de maand": return `elke maand op ${numbersWords(one.numbers)}`;
    case "losse data": return complete ? namedDates(one.dates) : looseWords(one.dates);
    default: return "elke dag";
  }
}

function clause(one, days, rest) {
  if (!one.dated) return {days, times: [], rest};
  if (one.kind === "elke dag" && one.start === "00:00" && one.end === "00:00") return {days: "elke dag, dag en nacht", times: [], rest};
  return {days, times: [timeSpan(one.start, one.end)], rest};
}

/* Weekly moments that only differ in their day become one. */
function merged(moments) {
  const groups = new Map();
  for (const one of moments) {
    const weekly = one.kind === "elke week";
    const key = JSON.stringify(weekly ? {...one, days: []} : one);
    groups.set(key, {...one, days: weekly ? [...(groups.get(key)?.days ?? []), ...one.days] : one.days});
  }
  return [...groups.values()];
}

/* Clauses about the same days become one with several times, each said once. */
function inOneBreath(clauses) {
  const groups = new Map();
  for (const {days, times, rest} of clauses) {
    const key = JSON.stringify([days, rest]);
    groups.set(key, {days, rest, times: [...new Set([...(groups.get(key)?.times ?? []), ...times])]});
  }
  return [...groups.values()].map((one) => ({...one, text: `${one.days} ${joined(one.times)}`.trim() + one.rest}));
}

/* As written, what is always open last; beside other moments it comes on top of them. */
const inOrder = (moments) => [...moments].sort((one, other) => (one.kind === "altijd welkom") - (other.kind === "altijd welkom"));
const beside = (one, days, size) => (one.kind === "altijd welkom" && size > 1 ? "verder dag en nacht" : days);

const months = (one) => (one.dated ? one.months : []);
const sharedMonths = (moments) => (months(moments[0]).length && moments.every((one) => months(one).join() === months(moments[0]).join()) ? `, ${monthWords(moments[0].months)}` : "");
const ownMonths = (one, shared) => (months(one).length && !shared ? `, ${monthWords(one.months)}` : "");

/* For a card: at most two clauses, else the days alone. */
export function scheduleShort(tree) {
  const found = tree.wanneer.momenten.map(moment);
  const known = found.filter((one) => one.kind !== "onbekend");
  const moments = inOrder(merged(known.length ? known : found));
  const shared = sharedMonths(moments);
  const clauses = inOneBreath(moments.map((one) => clause(one, beside(one, dayWords(one, false), moments.length), ownMonths(one, shared))));
  if (clauses.length <= 2 && clauses.flatMap((one) => one.times).length <= 2) return capital(joined(clauses.map((one) => one.text)) + shared);
  const weekly = moments.every((one) => one.kind === "elke week");
  return capital(weekly ? `${every(moments.flatMap((one) => one.days))}, op verschillende tijden` : "op verschillende dagen en tijden");
}

/* Everything about the regular schedule, in sentences. */
export function scheduleLong(tree, {places, holidays}) {
  const when = tree.wanneer;
  const moments = inOrder(merged(when.momenten.map(moment)));
  const season = sharedSeason(moments);
  const shared = sharedMonths(moments);
  const rest = (one) => ownMonths(one, shared) + remarksWords(one, season.length > 0, moments.length, places);
  const clauses = inOneBreath(moments.map((one) => clause(one, beside(one, dayWords(one, true), moments.length), rest(one))));
  const notOn = list(when.niet_op);
  return [
    regularSentence(clauses.map((one) => one.text), limitsWords(shared.slice(2), notInWords(list(when.niet_in), holidays))),
    ...season,
    ...moments.filter((one) => one.kind === "om de week" && one.first !== one.from).map((one) => `We tellen vanaf ${dateLong(one.first)}.`),
    moments.length === 1 ? sentence(moments[0].note) : "",
    notOn.length ? `Niet op ${datesWords(notOn)}.` : "",
    ...(when.ook_op ?? []).map((extra) => extraSentence(extra, places)),
  ].filter(Boolean).join(" ");
}

const limitsWords = (shared, exceptions) => [shared, exceptions].filter(Boolean).join(shared.startsWith("behalve") ? " en " : ", ");

function regularSentence(clauses, limits) {
  if (clauses.length > 1 && clauses.some((one) => one.includes(","))) {
    return [...clauses, limits].map(sentence).filter(Boolean).join(" ");
  }
  return sentence([joined(clauses), limits].filter(Boolean).join(", "));
}

function remarksWords(one, isShared, size, places) {
  const remarks = [];
  if (one.dated && !isShared) remarks.push(seasonWords(one), one.doors && `inloop vanaf ${clock(one.doors)} uur`);
  if (one.dated && one.place) remarks.push(places[one.place] ?? "op een andere plek");
  if (size > 1) remarks.push(one.note);
  const told = remarks.filter(Boolean).join(", ");
  return told ? ` (${told})` : "";
}

function sharedSeason(moments) {
  const timed = moments.filter((one) => one.dated);
  if (unique(timed.map((one) => [one.from, one.until, one.doors].join())).length !== 1) return [];
  const season = seasonWords(timed[0]);
  return [season && `Dit loopt ${season}.`, timed[0].doors && `U kunt binnenlopen vanaf ${clock(timed[0].doors)} uur.`].filter(Boolean);
}

function seasonWords({from, until}) {
  const once = from && until && from.slice(0, 4) === until.slice(0, 4);
  const start = from ? `${until ? "van" : "vanaf"} ${once ? datePlain(from) : dateYear(from)}` : "";
  const end = until ? `tot en met ${dateYear(until)}` : "";
  return `${start} ${end}`.trim();
}

function notInWords(words, holidays) {
  const months = words.map(monthNamed).filter(Boolean);
  const spoken = (word) => holidays[SINGULAR[normal(word)] ?? normal(word)]?.spoken ?? `op ${normal(word)}`;
  const parts = [months.length ? monthWords(months) : "", ...words.filter((word) => !monthNamed(word)).map(spoken)].filter(Boolean);
  return joined(parts.map((part) => `niet ${part}`));
}

function extraSentence(extra, places) {
  const doors = extra.inloop ? `inloop vanaf ${clock(text(extra.inloop))} uur` : "";
  const place = extra.plek ? places[extra.plek] ?? "op een andere plek" : "";
  const remarks = [doors, place, text(extra.toelichting)].filter(Boolean).join(", ");
  const told = `Ook op ${dateLong(text(extra.datum))} ${timeSpan(text(extra.van), text(extra.tot))}`;
  return remarks ? `${told} (${remarks}).` : `${told}.`;
}

/* What it costs, for a card. */
export function costShort({soort, bedragen = [], toelichting}) {
  if (soort !== "betaald") return soort === "onbekend" ? "kosten onbekend, bel even" : soort;
  const fits = (words) => [...words].length <= 36;
  const price = (amount) => (Number(amount.replace(",", ".")) ? `€\u00a0${amount}` : "gratis");
  const amounts = bedragen.map((one) => String(one.bedrag)).sort((a, b) => a.replace(",", ".") - b.replace(",", "."));
  if (!amounts.length) return toelichting && fits(toelichting) ? toelichting : "betaald";
  if (amounts[0] !== amounts.at(-1)) return `${price(amounts[0])} tot ${price(amounts.at(-1))}`;
  const words = `${price(amounts[0])} ${bedragen[0].waarvoor ?? ""}`.trim();
  return bedragen.length === 1 && fits(words) ? words : price(amounts[0]);
}

/* --- as dates -------------------------------------------------------------------------------- */

function* daysBetween(first, last) {
  for (let one = first; one <= last; one = add(one, 1)) yield one;
}

function isoWeek(isoDay) {
  const thursday = add(isoDay, 3 - weekday(day(isoDay)));
  return Math.floor((day(thursday) - day(`${thursday.slice(0, 4)}-01-01`)) / 604800000) + 1;
}

/* Whether a regular moment falls on a day, exceptions left aside. */
function falls(one, isoDay) {
  if ((one.from && isoDay < one.from) || (one.until && isoDay > one.until)) return false;
  if (one.months.length && !one.months.includes(month(isoDay))) return false;
  const index = weekday(day(isoDay));
  const number = Number(isoDay.slice(8));
  switch (one.kind) {
    case "elke dag": return true;
    case "elke week": return one.days.includes(index);
    case "even weken": return one.days.includes(index) && isoWeek(isoDay) % 2 === 0;
    case "oneven weken": return one.days.includes(index) && isoWeek(isoDay) % 2 === 1;
    case "dag van de maand": return one.numbers.includes(number);
    case "losse data": return one.dates.includes(isoDay);
    case "om de week": {
      if (!one.days.includes(index) || isoDay < one.first) return false;
      const monday = (other) => day(add(other, -weekday(day(other))));
      return Math.round((monday(isoDay) - monday(one.first)) / 604800000) % one.weeks === 0;
    }
    case "elke maand": {
      const isLast = month(add(isoDay, 7)) !== month(isoDay);
      return one.days.includes(index) && (one.nth.includes(Math.ceil(number / 7)) || (isLast && one.nth.includes(-1)));
    }
    default: return false;
  }
}

/* What starts on the days from `first` to `last`: [{start, end, status, reason}], sorted. */
export function occurrences(tree, {holidays}, first, last) {
  const when = tree.wanneer;
  const changes = when.wijzigingen ?? [];
  const changed = changes.map((change) => text(change.datum));
  const notOn = list(when.niet_op);
  const periods = list(when.niet_in);
  const inPeriod = (isoDay) => periods.some((word) => monthNamed(word) === month(isoDay) || closed(word, isoDay));
  const closed = (word, isoDay) => (holidays[SINGULAR[normal(word)] ?? normal(word)]?.days ?? []).some(([from, until]) => from <= isoDay && isoDay <= until);
  const found = [];
  const keep = (isoDay, one, index) => {
    const seen = adjusted({day: isoDay, start: one.start, end: one.end, index, original: isoDay + one.start});
    if (seen && first <= seen.day && seen.day <= last) found.push(seen);
  };

  when.momenten.map(moment).forEach((one, index) => {
    if (!one.dated) return;
    for (const isoDay of [...daysBetween(first, last), ...unique(changed).filter((other) => other < first || other > last)]) {
      if (falls(one, isoDay) && opens(isoDay)) keep(isoDay, one, index);
    }
  });
  for (const extra of when.ook_op ?? []) {
    const isoDay = text(extra.datum);
    const open = !silent(tree, isoDay) && (changed.includes(isoDay) || !notOn.includes(isoDay));
    if (open && (changed.includes(isoDay) || (first <= isoDay && isoDay <= last))) keep(isoDay, {start: text(extra.van), end: text(extra.tot)}, EXTRA);
  }
  return withoutDoubles(found).map(({day: on, start, end, status, reason}) => ({start: `${on}T${start}`, end, status, reason}));

  function opens(isoDay) {
    if (changed.includes(isoDay)) return !silent(tree, isoDay);
    return !notOn.includes(isoDay) && !inPeriod(isoDay) && !silent(tree, isoDay);
  }

  /* What becomes of a candidate under the changes that name its day. */
  function adjusted(one) {
    const here = changes.filter((change) => text(change.datum) === one.day && (!change.aanvang || text(change.aanvang) === one.start));
    const cancelled = here.find((change) => change.soort === "gaat niet door");
    if (cancelled) return {...one, status: "cancelled", reason: text(cancelled.reden)};
    if (notOn.includes(one.day)) return null;
    if (here.length) {
      const seen = moved(one, here[0]);
      return silent(tree, seen.day) || notOn.includes(seen.day) ? null : seen;
    }
    return one.index !== EXTRA && inPeriod(one.day) ? null : {...one, status: "scheduled", reason: ""};
  }
}

/* Stopped before this day, or paused on it. */
function silent(tree, isoDay) {
  if (tree.gestopt_op && isoDay > text(tree.gestopt_op)) return true;
  const pause = tree.pauze;
  return Boolean(pause) && !((pause.vanaf && isoDay < text(pause.vanaf)) || (pause.tot_en_met && isoDay > text(pause.tot_en_met)));
}

/* At its new day and time; a new start takes the end along. */
function moved(one, move) {
  const start = text(move.van) || one.start;
  const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const later = (time) => {
    const total = (minutes(time) + minutes(start) - minutes(one.start) + 2880) % 1440;
    return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
  };
  const end = text(move.tot) || (one.end && later(one.end));
  return {...one, day: text(move.naar_datum) || one.day, start, end, status: "moved", reason: text(move.reden)};
}

/* A regular time gives way to an adjusted one at that time; what is said twice counts once. */
function withoutDoubles(found) {
  const order = (one) => `${one.day}T${one.start} ${one.index + 1}`;
  const isAdjusted = (one) => one.index === EXTRA || one.status === "moved";
  const named = new Set(found.filter((one) => isAdjusted(one) && one.status !== "cancelled").map((one) => one.day + one.start));
  const kept = found.filter((one) => isAdjusted(one) || one.status === "cancelled" || !named.has(one.day + one.start));
  const once = new Map(kept.map((one) => [`${one.index} ${one.original}`, one]));
  return [...once.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/* The coming times that go on, in words. */
export function nextDates(tree, rules, today, count = 3) {
  const coming = occurrences(tree, rules, today, add(today, 400)).filter((one) => one.status !== "cancelled");
  return coming.slice(0, count).map(({start, end}) => `${dateDay(start.slice(0, 10))} ${timeSpan(start.slice(11), end)}`);
}
