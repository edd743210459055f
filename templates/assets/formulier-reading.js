/* Reading a whole form, as the build reads a file: the tree that was typed becomes the tree that is
   written, or problems in the words of the build (gids/messages/ and schema.py).

   `rules` is the module that the build makes from schema.py: meedoen/activiteit/regels.js.
   A problem is {path, key, message, hint, cure}; path leads from the top to the field, and `cure` is
   the hint for who fills in boxes, where the hint itself names keys. */

import {MONTHS, Refusal, normal, readers} from "./formulier-values.js";

const LONGEST = 5000;
const BARE_ALONE = ["dag", "rang", "dagnummer", "datum"];
const PERIODS = {
  Pause: [["vanaf", "tot_en_met", "deze pauze"]],
  Activity: [["leeftijd_van", "leeftijd_tot", "de leeftijd"], ["geldig_van", "geldig_tot", "de geldigheid"]],
};
const SEASON = ["vanaf", "tot_en_met", "deze periode"];

/* {tree, problems} of what was typed; `model` is a name in rules.fields. */
export function read(rules, tree, model = "Activity") {
  const problems = [];
  const report = (path, key, message, hint, cure) => problems.push({path, key, message, hint, cure});
  const byKind = readers(rules);

  function block(fields, name, typed, path) {
    const before = problems.length;
    const found = {};
    for (const field of fields) {
      const value = typed[field.key];
      if (value === undefined || value === "") {
        if (field.required) report([...path, field.key], field.key, `"${field.key}" is nog niet ingevuld.`, example(field));
        continue;
      }
      const seen = field.many ? many(field, value, [...path, field.key]) : one(field, value, [...path, field.key]);
      if (seen !== undefined && String(seen) !== field.default) found[field.key] = seen;
    }
    if (problems.length === before) whole(name, found, path);
    return found;
  }

  function many(field, value, path) {
    const values = Array.isArray(value) ? value : [value];
    const seen = values.map((item, index) => one(field, item, [...path, index]));
    if (seen.includes(undefined)) return undefined;
    if (values.length < (field.least ?? 0)) report(path, field.key, `Bij "${field.key}" staat nog niets.`, example(field));
    if (field.most && values.length > field.most) report(path, field.key, `Hier staan er ${values.length}. Het mogen er hooguit ${field.most} zijn.`, `Haal er ${values.length - field.most} weg.`);
    return seen.length === 1 && BARE_ALONE.includes(field.kind) ? seen[0] : seen;
  }

  function one(field, value, path) {
    if (field.kind === "blok") return inside(field, value, path);
    if (field.kind === "keuze") return choice(field, String(value), path);
    try {
      return limited(field, byKind[field.kind](String(value)), path);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      refused(field, refusal, path);
      return undefined;
    }
  }

  function inside(field, typed, path) {
    const name = field.models.length === 1 ? field.models[0] : field.models.find((model) => kinds(model).includes(normal(typed.soort ?? "")));
    if (name) return block(rules.fields[name], name, typed, path);
    const all = field.models.flatMap(kinds);
    report([...path, "soort"], "soort", '"soort" is nog niet ingevuld.', all.length <= 12 ? `Kies uit: ${all.join(", ")}.` : "");
    return undefined;
  }

  const kinds = (model) => rules.fields[model].find((field) => field.key === "soort").options;

  function choice(field, value, path) {
    const word = normal(value);
    if (field.options.includes(word)) return word;
    report(path, field.key, `"${shown(value)}" staat niet in de keuzelijst.`, `Kies uit: ${field.options.join(", ")}.`);
    return undefined;
  }

  function limited(field, seen, path) {
    const number = Number(seen);
    if (field.kind === "getal") {
      if (field.least != null && number < field.least) return void report(path, field.key, `${number} is te weinig.`, `Het kleinste getal is ${field.least}.`);
      if (field.most != null && number > field.most) return void report(path, field.key, `${number} is te veel.`, `Het grootste getal is ${field.most}.`);
      return seen;
    }
    const most = field.many ? LONGEST : field.most ?? LONGEST;
    if ([...seen.toString()].length <= most) return seen;
    const length = [...seen.toString().trim().replace(/\s+/g, " ")].length;
    const cure = length === most + 1 ? "Maak de tekst 1 teken korter." : `Maak de tekst ${length - most} tekens korter.`;
    return void report(path, field.key, `Deze tekst is ${length} tekens lang. Er passen er ${most}.`, cure);
  }

  function refused(field, refusal, path) {
    const {message, hint, spoken: cure} = rules.texts[refusal.text];
    const words = {saw: shown(refusal.saw), key: field.key, ...refusal.words};
    report(path, field.key, filled(message, words), refusal.text === "getal" ? example(field) : filled(hint, words), cure);
  }

  /* The rules about a whole block, which only speak when its fields can be read. */
  function whole(name, found, path) {
    const isTimed = rules.timed.includes(name);
    for (const [from, until, what] of isTimed ? [SEASON] : PERIODS[name] ?? []) {
      if (from in found && until in found && later(found[from], found[until])) return say("volgorde", until, {what, at: until});
    }
    if (isTimed && found.inloop > found.van) return say("deur", "inloop");
    if (name === "Move" && !["naar_datum", "van", "tot", "plek"].some((key) => key in found)) return say("verplaatst-waarheen", "");
    if (name === "Cost" && ["gratis", "onbekend"].includes(found.soort) && found.bedragen) return say("kosten-tegenstrijdig", "soort", {kind: found.soort});
    if (name === "Cost" && found.soort === "betaald" && !found.bedragen && !found.toelichting) return say("kosten-zonder-bedrag", "soort");
    return undefined;

    function say(text, key, words = {}) {
      const {message, hint, spoken: cure} = rules.texts[text];
      report(key ? [...path, key] : path, key, filled(message, words), filled(hint, words), cure);
    }
  }

  /* What the build checks once a file can be read: an end after its start (gids/checks). */
  function ends(found, path) {
    if (found === null || typeof found !== "object" || found instanceof String) return;
    if ("van" in found && "tot" in found) {
      const text = wrongSpan(minutes(found.van), minutes(found.tot));
      const {message, hint} = rules.texts[text] ?? {};
      if (text) report([...path, "tot"], "tot", filled(message, {van: clock(found.van), tot: clock(found.tot)}), hint);
    }
    for (const [key, value] of Object.entries(found)) ends(value, [...path, Array.isArray(found) ? Number(key) : key]);
  }

  const written = block(rules.fields[model], model, tree, []);
  if (!problems.length && written.wanneer) ends(written.wanneer, ["wanneer"]);
  return {tree: written, problems};
}

const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const clock = (time) => `${Number(time.slice(0, 2))}.${time.slice(3)}`;

/* Past midnight is possible, but not for half a day. */
function wrongSpan(start, end) {
  if (start === end) return start ? "tijden-gelijk" : "";
  return end < start && end - start + 1440 > 720 ? "eind-voor-begin" : "";
}

const example = (field) => field.example === undefined ? "" : `Schrijf bijvoorbeeld:${field.example.includes("\n") ? "\n" : "  "}${field.example}`;
const filled = (text, words) => text.replace(/\{(\w+)\}/g, (all, name) => words[name] ?? all).replace(/[“”]/g, '"');
const later = (one, other) => (/^\d+$/.test(one) ? Number(one) > Number(other) : String(one) > String(other));

function shown(saw) {
  const text = [...saw.replace(/\s+/g, " ").trim()];
  return text.length <= 60 ? text.join("") : `${text.slice(0, 57).join("")}…`;
}

/* The same words for who does not write YAML: labels for keys, and in a cure examples, dates and times
   as one types them. What is missing has its example above the box already. */
export function spoken({key, message, hint, cure}, label) {
  const isMissing = message.endsWith("is nog niet ingevuld.");
  const typed = (cure ?? hint)
    .replaceAll(`  ${key}: `, " ")
    .replaceAll(`  ${key}:  `, ` ‘${label}’ `)
    .replace(/(\d{4})-(\d\d)-(\d\d)(?=$|,)/g, (_, year, month, number) => `${Number(number)} ${MONTHS[month - 1]} ${year}`)
    .replace(/(\d):(\d\d)$/, "$1.$2");
  return (isMissing ? message : `${message} ${typed}`.trim()).replaceAll(`"${key}"`, `‘${label}’`);
}
