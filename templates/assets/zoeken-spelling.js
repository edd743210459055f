/* What somebody meant by a word that is known, or the beginning of one. What is neither is mended by
   zoeken-herstel.js, which is fetched when there is such a word. */

import { stem } from "./zoeken-woorden.js";

/* { typed, words: [[word, how far we trust it], …], how }: known, begins, half, mended, small, not or unknown. */
export const as = (typed, meant, how = "known") => ({ typed, words: meant, how });

/* `spoken` are stems of longer sayings that were typed as a whole. */
export const spell = async (word, { spoken, literal, denials }, lexicon, source) => {
  const { isMeant } = lexicon;
  if (denials.has(word)) return as(word, [[word, 1]], "not");
  if (spoken.has(stem(word)) || lexicon.spellings.get(word)?.rank < 2) return as(word, [[word, 1]]);
  const longer = beginnings(word, lexicon, source);
  if (isMeant(word)) return as(word, [[word, longer.length ? 0.8 : 1], ...longer]);
  if (longer.length) return as(word, longer, "begins");
  const { repair } = await import("./zoeken-herstel.js");
  return repair(word, literal, lexicon, source);
};

export const UNSURE = 0.9; // what a word counts for that differs in more than a letter

const MOST_LONGER = 8;
const ENOUGH_TITLES = 3;

/* Words that begin with what was typed: those of titles, and, for less, what else stands out when these are few. */
const beginnings = (word, lexicon, source) => {
  if (word.length < 2) return [];
  const stems = new Set();
  const found = (lexicon.shelves.get(source.shardOf(word)) ?? [])
    .filter((one) => one.rank < 3 && one.word.startsWith(word))
    .sort((a, b) => a.foreign - b.foreign || a.rank - b.rank || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
    .filter((one) => !stems.has(one.stem) && stems.add(one.stem));
  const titles = found.filter(({ rank }) => rank === 0);
  const strong = found.filter(({ rank, foreign }) => rank < 2 && !foreign);
  const best = titles.length >= ENOUGH_TITLES ? titles : strong.length ? strong : found;
  return best.slice(0, MOST_LONGER).map((one) => [one.word, one.rank === 0 ? 0.9 : 0.6]);
};
