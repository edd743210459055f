/* Which known words somebody may have meant by one that nobody knows. What else was loaded before makes no
   difference: only the word lists around that word are looked at. */

import { ELSEWHERE } from "./zoeken-bron.js";
import { UNSURE, as } from "./zoeken-spelling.js";
import { distance, parts, sound, stem } from "./zoeken-woorden.js";

export const repair = async (word, literal, lexicon, source) => {
  const { isMeant } = lexicon;
  const [base, { heads, ends }] = await Promise.all([source.ordinary(word), source.rescue()]);
  if (base === "" || base === "-") return as(word, [], base ? "small" : "unknown");
  const forms = base ? [base] : formOf(word);
  await source.load(forms);
  const form = forms.find((one) => isMeant(one));
  if (form) return as(word, [[form, 1]]);
  const near = literal ? undefined : nearest(word, lexicon, [source.shardOf(word)]);
  if (near?.sure) return mended(word, near);
  const around = await source.loadAround(word);
  const nearer = literal ? undefined : nearest(word, lexicon, around);
  if (nearer?.sure) return mended(word, nearer);
  if ([...word].some((_, i) => i > 2 && ends.has(word.slice(i)))) return as(word, [], "elsewhere");
  const first = (half) => [half, `${half}en`].find(isMeant);
  const halves = parts(word, (half, last) => (last ? heads.has(half) || standsOut(half, lexicon) : first(half)));
  if (halves.length) return [half(first(halves[0])), heads.has(halves[1]) ? as(halves[1], [[halves[1], AFTERWARDS]], "small") : half(halves[1])];
  const phrase = apart(word, lexicon);
  if (phrase.length) return phrase.map(half);
  return nearer ? mended(word, nearer) : as(word, [], "unknown");
};

/* In a title or otherwise, or what people say for something, in any form. */
const standsOut = (word, { spellings, says }) =>
  spellings.get(word)?.rank < 2 || (word.length > 4 && [...(says.get(stem(word))?.meanings ?? [])].some(({ name }) => name));

/* Two words that people say together, written as one: “kaartenmaken”. */
const apart = (word, { says }) =>
  [...word].map((_, i) => [word.slice(0, i), word.slice(i)]).find((pair) => pair[0].length > 2 && says.has(pair.map(stem).join(" "))) ?? [];

const AFTERWARDS = 0.15; // what a word counts for that ends a compound without adding much
const half = (word) => as(word, [[word, 0.9]], "half");

/* What a form may come from: zwemt of zwem, gewandeld and wandelde of wandel, opgehangen of ophangen, fotootje of foto. */
const formOf = (word) => {
  const bare = word.replace(SPLIT_VERB, "$1").replace(/^ge(?=.{3})/, "");
  const small = word.replace(/([aou])\1tjes?$/, "$1").replace(/(?<=[aeiou])tjes?$/, "");
  const several = word.length < 5 ? word.replace(/s$/, "") : word;
  return [bare, bare.replace(/(?<=[^aeiou]|[aeiou]{2})(?:t|d|te|de|ten|den)$/, ""), small, several].filter((one) => one !== word && one.length > 1);
};
const SPLIT_VERB = /^(aan|achter|af|bij|binnen|door|in|langs|mee|na|om|onder|op|open|over|rond|schoon|terug|thuis|toe|uit|vast|voor|weg)ge(?=.{3})/;

const mended = (typed, { word, small, sure }) => as(typed, small ? [] : [[word, sure ? 0.95 : UNSURE]], small ? "small" : "mended");

/* The known word that sounds the same or differs in a letter or two; sure when it is one letter. */
const nearest = (word, lexicon, shards) => {
  if (word.length < 4 || /\d/.test(word)) return undefined;
  const heard = sound(word);
  const bones = skeleton(heard);
  const long = word.length > 6;
  let best;
  for (const one of [...shards.flatMap((shard) => lexicon.shelves.get(shard) ?? []), ...lexicon.small.values()]) {
    if (one.word.length < 4) continue;
    const apart = distance(word, one.word, 3);
    if (apart === Infinity) continue;
    const apartHeard = Math.min(distance(heard, one.sound, 3), 3);
    const sameBones = skeleton(one.sound) === bones;
    const sameFirst = one.word[0] === word[0];
    const sure = apart <= 1 || apartHeard === 0 || (long && sameFirst && sameBones && apartHeard <= 1);
    if (!sure && !(long && (apart <= 2 || apartHeard <= 1)) && !(sameBones && sameFirst && word.length > 4)) continue;
    const isEnding = one.foreign && word.startsWith(one.word); // alkoholem is a case of alkohol
    if ((one.foreign || one.rank === ELSEWHERE) && apart > 1 && !isEnding) continue;
    const cost = apart + 0.8 * apartHeard + (sameBones ? 0 : 0.6) + (sameFirst ? 0 : 0.7) + (one.foreign ? 1 : 0.25 * one.rank);
    if (!best || cost < best.cost || (cost === best.cost && one.word < best.word)) best = { word: one.word, small: one.small, cost, sure };
  }
  return best;
};

/* What is left of a sound without vowels: matje and matij are both mtj. */
const skeleton = (heard) => heard.replace(/Y$/, "j").replace(/[aeiouwyUOY]/g, "");
