/* Reading what somebody typed, as gids/values.py does: the same spellings, the same refusals.
   Patterns come from there, and the words of a refusal too (`rules`); tests/test_forms.py runs both
   over one table of spellings.

   A reader takes text and gives the text that belongs in the file, or throws a Refusal. */

export class Refusal {
  constructor(text, saw, words = {}) {
    this.text = text;
    this.saw = saw;
    this.words = words;
  }
}

/* A value that YAML may take for a number or a date, because its field reads it from text anyway. */
export class Loose extends String {}

export const WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
export const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
export const ORDINALS = {eerste: 1, tweede: 2, derde: 3, vierde: 4, vijfde: 5, laatste: -1};
export const NUMBER_WORDS = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];

const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]/g;
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

const visible = (text) => UNPRINTABLE.test(text) ? text.replace(INVISIBLE, "") : text;
export const normal = (text) => visible(text).trim().toLowerCase().replace(/\s+/g, " ");
const refuse = (text, saw, words) => { throw new Refusal(text, saw, words); };

function cleanText(text) {
  return visible(text).replace(/\s+/g, " ").trim().normalize("NFC") || refuse("leeg", "");
}

function cleanProse(text) {
  const seen = text.replace(/\r\n?/g, "\n").replace(INVISIBLE, "");
  return seen.normalize("NFC").trim() || refuse("leeg", "");
}

/* The index of the name that a word is or clearly starts. */
export function named(text, names, least) {
  const word = text.replace(/\.+$/, "");
  const found = names.filter((name) => word.length >= least && name.startsWith(word));
  return found.length === 1 ? names.indexOf(found[0]) : -1;
}

/* --- dates and times ------------------------------------------------------------------------- */

function dateParts(text, patterns) {
  let found = text.match(patterns.isoDate);
  if (found) return found.slice(1).map(Number);
  found = text.match(patterns.dutchDate);
  if (found) return [Number(found[3]), Number(found[2]), Number(found[1])];
  found = text.match(patterns.spokenDate);
  const month = found ? (["mrt", "maa"].includes(found[3]) ? 2 : named(found[3], MONTHS, 3)) : -1;
  return month < 0 ? null : [Number(found[4]), month + 1, Number(found[2])];
}

/* Days are UTC dates at midnight: no clock change ever moves them. */
export const day = (iso) => new Date(`${iso}T00:00:00Z`);
export const iso = (date) => date.toISOString().slice(0, 10);
export const weekday = (date) => (date.getUTCDay() + 6) % 7;

function readDate(value, patterns) {
  const text = normal(value);
  const parts = dateParts(text, patterns) ?? refuse(patterns.withoutYear.test(text) ? "datum-jaar" : "datum", value);
  const [year, month, number] = parts;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, number);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== number || year < 1) refuse("datum-kalender", value);
  if (year < 2000 || year > 2100) refuse("datum-ver", value);
  const spoken = text.match(patterns.spokenDate);
  if (spoken?.[1] && named(spoken[1], WEEKDAYS, 2) !== weekday(date)) refuse("datum-dag", value, {dag: WEEKDAYS[weekday(date)]});
  return new Loose(iso(date));
}

function readTime(value, patterns) {
  const found = normal(value).match(patterns.time) ?? refuse(value.match(patterns.clock)?.length > 1 ? "tijd-twee" : "tijd", value);
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  if (hour === 24 && minute === 0) return new Loose("00:00");
  if (hour > 23 || minute > 59) refuse("tijd-klok", value);
  return new Loose(`${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
}

function readWeekday(value) {
  const word = normal(value).replace(/\.+$/, "").replace(/(ochtend|morgen|middag|avond|s)$/, "");
  const several = /t\/m|tot|werkdag|doordeweeks|weekend|-/.test(word);
  const found = WEEKDAYS[named(word, WEEKDAYS, 2)];
  const likely = WEEKDAYS[named(word.slice(0, 2), WEEKDAYS, 2)] ?? "dinsdag";
  return found ?? (several ? refuse("dag-meer", value) : refuse("dag", value, {dag: likely}));
}

function readMonth(value) {
  return MONTHS[named(normal(value).replaceAll("mrt", "maart"), MONTHS, 3)] ?? refuse("maand", value);
}

function readOrdinal(value) {
  const word = normal(value);
  const number = word.match(/^([1-5])(?:e|ste|de)?$/)?.[1] ?? ORDINALS[word];
  return Object.keys(ORDINALS).find((name) => ORDINALS[name] === Number(number)) ?? refuse("rang", value);
}

/* --- numbers, money, yes and no -------------------------------------------------------------- */

function readCount(value) {
  const word = normal(value).replaceAll("één", "een");
  if (NUMBER_WORDS.includes(word)) return new Loose(NUMBER_WORDS.indexOf(word));
  return /^\d{1,4}$/.test(word) ? new Loose(Number(word)) : refuse("getal", value);
}

function readDayNumber(value) {
  const number = readCount(value);
  return Number(number) >= 1 && Number(number) <= 31 ? number : refuse("dagnummer", value);
}

function readMoney(value, patterns) {
  const word = normal(value);
  if (["gratis", "niets", "niks"].includes(word)) return new Loose("0,00");
  const found = word.match(patterns.money) ?? refuse("bedrag", value);
  const cents = /^\d/.test(found[2] ?? "") ? found[2] : "00";
  return new Loose(`${Number(found[1])},${cents.padEnd(2, "0")}`);
}

function readYesNo(value) {
  const word = normal(value);
  if (["ja", "j", "yes", "true", "waar", "wel"].includes(word)) return new Loose("ja");
  if (["nee", "n", "no", "false", "neen", "niet"].includes(word)) return new Loose("nee");
  return refuse("ja-nee", value);
}

function readAnswer(value) {
  const text = cleanText(value);
  const found = text.match(/^(ja|nee|deels|onbekend|soms|gedeeltelijk)(?![\p{L}\p{N}_])\s*(?:[,:;.–—-]\s*)?(.*)$/isu) ?? refuse("antwoord", value);
  const word = found[1].toLowerCase();
  const known = ["soms", "gedeeltelijk"].includes(word) ? "deels" : word;
  return found[2].trim() ? `${known}, ${found[2].trim()}` : known;
}

/* --- reaching people ------------------------------------------------------------------------- */

function phoneDigits(value, patterns) {
  const text = visible(value);
  const digits = text.replace(/[\s().–—\u2011/-]/g, "").replace(/^tel:/, "").replace(/^(?:\+|00)310?/, "0");
  if (patterns.specialNumber.test(digits) || /^\+[1-9]\d{7,13}$/.test(digits)) return digits;
  if (/^0(?:[1-9]\d{8}|800\d{4}|800\d{7}|90[069]\d{4}|90[069]\d{7})$/.test(digits)) return digits;
  if (text.includes("@")) refuse("telefoon-mail", value);
  if ((text.match(patterns.numbers) ?? []).length > 1) refuse("telefoon-twee", value);
  return refuse(isNothing(value, patterns) ? "telefoon-niets" : "telefoon", value);
}

function grouped(digits) {
  const parts = digits.slice(digits.length % 2 ? 3 : 2).match(/../g) ?? [];
  return [digits.slice(0, digits.length % 2 ? 3 : 2), ...parts].join(" ");
}

/* As people read a number: gids/dutch.py, phone. */
function phoneText(digits, areaCodes) {
  if (digits.startsWith("+")) {
    const two = /^\+(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/.test(digits);
    const size = "17".includes(digits[1]) ? 2 : two ? 3 : 4;
    return `${digits.slice(0, size)} ${grouped(digits.slice(size))}`;
  }
  if (!digits.startsWith("0")) return digits.length > 3 ? `${digits.slice(0, -3)} ${digits.slice(-3)}` : digits;
  if (/^0(?:800|90[069])/.test(digits)) {
    return digits.length === 8 ? `${digits.slice(0, 4)}-${digits.slice(4)}` : `${digits.slice(0, 4)} - ${grouped(digits.slice(4))}`;
  }
  const size = digits[1] === "6" ? 2 : areaCodes.includes(digits.slice(0, 3)) ? 3 : 4;
  return `${digits.slice(0, size)} - ${grouped(digits.slice(size))}`;
}

function readPostcode(value) {
  const found = normal(value).match(/^([1-9]\d{3})\s*([a-z]{2})$/) ?? refuse("postcode", value);
  return `${found[1]} ${found[2].toUpperCase()}`;
}

/* What may be left out need not be filled with “n.v.t.”. */
const isNothing = (value, patterns) => patterns.nothing.test(normal(value));

function readEmail(value, patterns) {
  const text = cleanText(value).replace(/^mailto:/, "");
  if (isNothing(value, patterns)) refuse("e-mail-niets", value);
  return /^[A-Za-z0-9._%+'-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}$/.test(text) ? text : refuse("e-mail", value);
}

function readUrl(value, patterns) {
  let text = cleanText(value);
  if (isNothing(value, patterns)) refuse("webadres-niets", value);
  if (/^(?:www\.)?[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?:\/|$)/u.test(text)) text = `https://${text}`;
  const host = text.match(/^https?:\/\/([^/?#]*)/i)?.[1] ?? "";
  const good = /^[^@:[\]]*\.[^@:[\]]*(?::[^@[\]]*)?$/.test(host);
  return good && !/[\s<>"'`\\{}|^]/.test(text) ? text : refuse("webadres", value);
}

function readSlug(value) {
  const text = normal(value);
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 60) return text;
  return refuse("korte-naam", value, {kort: shortName(text) || "de-luifel"});
}

export function shortName(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(/[^\x00-\x7f]|'/g, "");
  return (plain.match(/[a-z0-9]+/g) ?? []).join("-").slice(0, 60).replace(/^-+|-+$/g, "");
}

function readFileName(value) {
  const text = cleanText(value);
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*\.(?:heic|heif|tiff?|bmp|gif|pdf|docx?)$/i.test(text)) refuse("bestand-soort", value);
  return /^[A-Za-z0-9][A-Za-z0-9._-]*\.(?:jpe?g|png|webp|avif)$/i.test(text) ? text : refuse("bestand", value);
}

const anchored = (pattern) => new RegExp(`^(?:${pattern})`);

/* By the kind that a field has in rules.fields. */
export function readers({patterns, areaCodes}) {
  const known = Object.fromEntries(Object.entries(patterns).map(([name, pattern]) => [name, anchored(pattern)]));
  const [before, after] = ["(?<![\\p{L}\\p{N}_])", "(?![\\p{L}\\p{N}_])"];
  known.numbers = new RegExp(patterns.numbers.replace("\\b", before), "gu");
  known.clock = new RegExp(patterns.clock.replace(/^\\b/, before).replace(/\\b$/, after), "gu");
  return {
    "tekst": cleanText,
    "verhaal": cleanProse,
    "datum": (value) => readDate(value, known),
    "tijd": (value) => readTime(value, known),
    "dag": readWeekday,
    "maand": readMonth,
    "rang": readOrdinal,
    "dagnummer": readDayNumber,
    "getal": readCount,
    "bedrag": (value) => readMoney(value, known),
    "ja-nee": readYesNo,
    "antwoord": readAnswer,
    "telefoon": (value) => new Loose(phoneText(phoneDigits(value, known), areaCodes)),
    "postcode": readPostcode,
    "e-mail": (value) => readEmail(value, known),
    "webadres": (value) => readUrl(value, known),
    "korte-naam": readSlug,
    "bestand": readFileName,
  };
}
