/* Which activities answer a question, the best first: a weighted OR of what Pagefind gives per word. */

const LEAST_SHARE = 0.2; // of the best score; what is below is not shown
const BESIDE = 0.25; // what a second piece of evidence for the same words counts for
const UNCOVERED = 0.5; // what is left of a score when none of the other words fit
const ALSO = [0.5, 0.45, 0.4, 0.35, 0.3, 0.27, 0.25]; // what a neighbouring meaning counts for, the best first
const BY_FACET = 0.4; // what an activity counts for when only its theme or audience fits
const CHOSEN = 1.2; // and when that theme, place or partner is what was asked for
const STORY = 0.8; // what a word in the story of an activity counts for
const LITERAL = 1.3; // what the word itself counts for more than what it means, when it is rare
const FEW = 2; // activities that tell of something that hardly any other tells of
const NAMED = 2.2; // and what that counts for
const FOR_WHOM = 0.7; // what for whom it is counts for beside what it is
const LOOSE = 0.7; // and a word without a meaning: “groep” beside hondenuitlaat
const OFTEN = 5; // days a week: what goes on almost always comes after what is for that day
const TOGETHER = 0.1; // what several neighbours add

/* [row, …] in order; rows of equal rank stay in the order of the site (by next date). */
export const rank = async ({ terms }, source) => {
  const { slugs } = await source.table();
  const found = await Promise.all(terms.map((term) => weigh(term, source, slugs.length)));
  const about = terms.some((term) => term.evidence.some(({ meaning }) => meaning) && !isForWhom(term));
  const weights = found.map((rows, i) => telling(rows, slugs.length) * (about ? beside(terms[i]) : 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const total = new Map();
  const covered = new Map();
  found.forEach((rows, i) => {
    for (const [row, strength] of rows) {
      total.set(row, (total.get(row) ?? 0) + weights[i] * strength);
      covered.set(row, (covered.get(row) ?? 0) + weights[i]);
    }
  });
  const scored = [...total].map(([row, sum]) => [row, sum * (UNCOVERED + ((1 - UNCOVERED) * covered.get(row)) / whole)]);
  const top = Math.max(0, ...scored.map(([, score]) => score));
  return scored
    .filter(([, score]) => score >= top * LEAST_SHARE)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([row]) => row);
};

/* What a piece of the question counts for beside what the question is about. */
const beside = (term) => (isForWhom(term) ? FOR_WHOM : term.evidence.some(({ meaning }) => meaning) ? 1 : LOOSE);

/* Whether a piece of the question says for whom it is, beside what it is about: “ondervoeding bij ouderen”. */
const isForWhom = ({ evidence }) => {
  const meanings = evidence.flatMap(({ meaning }) => meaning ?? []);
  return meanings.length > 0 && meanings.every(({ facets }) => facets.some((facet) => facet.startsWith("voor=")));
};

/* All rows, those first that name what was chosen: “Open huis op zondag” for zondag. */
export const favour = async (rows, filters, source) => {
  const named = await Promise.all(filters.flatMap(({ words }) => words).map((word) => source.weights(token(word))));
  const strength = new Map(together(named.flat(), BESIDE));
  const { has } = await source.table();
  const isDay = filters.some(({ name }) => name === "dag");
  const isOften = (row) => isDay && [...has[row]].filter((value) => value.startsWith("dag=")).length >= OFTEN;
  return [...rows].sort((a, b) => (strength.get(b) ?? 0) - (strength.get(a) ?? 0) || isOften(a) - isOften(b) || a - b);
};

/* For one piece of the question: the best evidence per activity, and a little for the rest. A meaning counts
   in full; a word beside it as far as it is rare: “geheugentraining” says more than “vrijwilliger”. */
const weigh = async ({ evidence }, source, number) => {
  const isMeant = evidence.some(({ meaning }) => meaning);
  const all = await Promise.all(
    evidence.map(async ({ word, meaning, weight, stories }) => {
      const found = meaning ? await meant(meaning, source) : await written(word, stories, source);
      const factor = weight * (isMeant && word ? LITERAL * rarity(found.length, number) : 1);
      return found.map(([row, one]) => [row, one * factor]);
    }),
  );
  return together(all.flat(), BESIDE);
};

/* Where a word stands: in the index, or in a story only. */
const written = async (word, stories, source) => [...(await source.weights(token(word))), ...stories.map((row) => [row, stories.length > FEW ? STORY : NAMED])];

/* What a meaning counts for: by its own words, by those of its neighbours, by theme or audience. */
const meant = async ({ name, number, also, facets }, source) => {
  const table = await source.table();
  const own = name ? await source.weights(conceptToken(number)) : [];
  const near = await Promise.all(
    also.map(async (other, i) => (await source.weights(conceptToken(other))).map(([row, one]) => [row, one * (ALSO[i] ?? ALSO.at(-1))])),
  );
  const chosen = facets.flatMap((facet) => table.rows(facet)).map((row) => [row, name ? BY_FACET : CHOSEN]);
  return together([...own, ...near.flat(), ...chosen], TOGETHER);
};

/* Per row the best of its weights, and a share of the others. */
const together = (pairs, share) => {
  const byRow = new Map();
  for (const [row, weight] of pairs) {
    const { best, sum } = byRow.get(row) ?? { best: 0, sum: 0 };
    byRow.set(row, { best: Math.max(best, weight), sum: sum + weight });
  }
  return [...byRow].map(([row, { best, sum }]) => [row, best + share * (sum - best)]);
};

/* A stem, and the number of a concept, as they stand in the index: see gids/searching/pagefind.py. */
export const token = (word) => `${word.replaceAll("q", "kw").replaceAll("ge", "gh")}qu`;
const LETTERS = "abcdefghijklmnoprstuvwxyz";
const conceptToken = (number) => `x${LETTERS[Math.floor(number / LETTERS.length)]}${LETTERS[number % LETTERS.length]}qu`;

/* 1 for what one activity has, 0 for what all have. */
const rarity = (count, number) => Math.log((number + 1) / (count + 1)) / Math.log(number + 1);

/* What a piece of the question tells: a lot when it fits few activities well, little when it fits many. */
const telling = (rows, number) => {
  const best = Math.max(0, ...rows.map(([, strength]) => strength));
  const well = rows.filter(([, strength]) => strength >= best / 2).length;
  return 0.4 + rarity(well, number);
};
