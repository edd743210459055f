/* The file that a filled-in form becomes, byte for byte as gids/writing.py writes it. */

import {Loose} from "./formulier-values.js";

const LINE = 96;
const LETTERS = "A-Za-z0-9À-ɏ";
const PLAIN = new RegExp(`^[${LETTERS}](?:[${LETTERS}_ .,;!?%&*()€'’‘“”/+@=–—-]|:(?=\\S)|(?<=\\S)#)*(?<! )$`);
const TYPED = /^(?:true|false|null|yes|no|on|off|y|n|0[xo][0-9a-f]+|[0-9][0-9_.:e+-]*)$/i;
const UNWRITABLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/gu;
const FOREIGN = /^\+\d[\d ]*$/;
const WITHOUT_PLACE = ["thuis", "telefoon", "online"];
const SCHEMA_LINE = "# yaml-language-server: $schema=../../content/schema/activiteit.json";

const isText = (value) => typeof value === "string" || value instanceof Loose;

/* The whole file of an activity. */
export function write(tree) {
  const content = Object.entries(tree).map(([key, value]) => [key, shortened(key, value)]);
  return [SCHEMA_LINE, ...lines(content, 0)].join("\n") + "\n";
}

const only = (block, ...keys) => keys.every((key) => key in block) && Object.keys(block).length === keys.length;

/* The short spelling where there is one: "waar: de-luifel", "kosten: gratis". */
function shortened(key, value) {
  if (key === "wanneer" && only(value, "momenten") && value.momenten.length === 1 && only(value.momenten[0], "soort")) return value.momenten[0].soort;
  if (key === "waar" && value.soort === "plek" && only(value, "soort", "plek")) return WITHOUT_PLACE.includes(value.plek) ? value : value.plek;
  if ((key === "waar" || key === "kosten") && only(value, "soort")) return value.soort;
  if (key === "kosten" && value.soort === "betaald" && only(value, "soort", "bedragen") && value.bedragen.length === 1 && only(value.bedragen[0], "bedrag")) return value.bedragen[0].bedrag;
  return key === "aanmelden" && only(value, "nodig") ? value.nodig : value;
}

function lines(content, depth) {
  const found = [];
  let beforeWasBlock = false;
  content.forEach(([key, value], index) => {
    const part = entry(key, value, depth);
    if (depth === 0 && index && (part.length > 1 || beforeWasBlock)) found.push("");
    beforeWasBlock = part.length > 1;
    found.push(...part);
  });
  return found;
}

function entry(key, value, depth) {
  const pad = "  ".repeat(depth);
  if (isText(value)) {
    if (!value.includes("\n") || value.search(UNWRITABLE) >= 0) return [`${pad}${key}: ${quoted(value)}`];
    return [`${pad}${key}: |`, ...value.split("\n").map((line) => line && `${pad}  ${line}`)];
  }
  if (!Array.isArray(value) && !Object.keys(value).length) return [`${pad}${key}: {}`];
  if (!Array.isArray(value)) return [`${pad}${key}:`, ...lines(Object.entries(value), depth + 1)];
  if (value.every(isText)) return words(`${pad}${key}:`, value, pad);
  return [`${pad}${key}:`, ...value.flatMap((item) => dashed(lines(Object.entries(item), depth + 2), pad))];
}

function words(head, items, pad) {
  const line = `${head} [${items.map((item) => quoted(item, ",[]{}?:")).join(", ")}]`;
  return [...line].length <= LINE ? [line] : [head, ...items.map((item) => `${pad}  - ${quoted(item)}`)];
}

const dashed = ([first, ...rest], pad) => [`${pad}  - ${first.trimStart()}`, ...rest];

function quoted(value, special = "") {
  const loose = value instanceof Loose;
  const text = String(value);
  if (loose && FOREIGN.test(text)) return text;
  if (PLAIN.test(text) && (loose || !TYPED.test(text)) && ![...special].some((mark) => text.includes(mark))) return text;
  const escaped = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n").replaceAll("\t", "\\t");
  return `"${escaped.replace(UNWRITABLE, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}
