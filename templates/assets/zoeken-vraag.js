/* What somebody means by what they typed. understand(text, source) gives
     crisis     help to show above everything
     filters    [{ name, values, shown, without }]: words that choose, and the question without them
     terms      [{ evidence: [{ word or meaning, weight }, …], sure }]: what searches, piece by piece; sure
                when it stands out somewhere
     mended     [[typed, meant], …]
     unknown    words that nothing is known about
     elsewhere  whether it asks for what this site is not about
     isStory    whether it is more a story than a few words
     blank      whether nothing is asked yet: a first letter, beside small words */

import { UNSURE, as, spell } from "./zoeken-spelling.js";
import { distance, parts, stem, words } from "./zoeken-woorden.js";

export const understand = async (text, source, literal) => {
  const typed = words(text);
  const [{ small }, { crisis, filters, heads }] = await Promise.all([source.core(), source.answers()]);
  const help = crisis.filter((one) => one.typed.some((said) => isSaid(words(said), typed)));
  if (help.length) return { ...(await understand(help[0].search, source)), crisis: help };
  const content = typed.filter((word) => !small.has(word));
  const lexicon = await source.load(content.length ? content : typed);
  const { taken, rest } = takeFilters(typed, filters, (word) => small.has(word) || lexicon.isKnown(word));
  const telling = rest.filter((word) => !small.has(word));
  if (!telling.length) {
    const meant = interpret(rest.map((word) => as(word, [[word, 1]], "small")), rest, lexicon);
    const terms = [...meant.terms, ...withDays(typed, rest, meant.terms, lexicon)];
    if (terms.length || taken.length) return { crisis: [], filters: taken, ...meant, terms };
  }
  const begun = (word, i) => word.length > 1 || (i > 0 && lexicon.isKnown(telling[i - 1] + word));
  const asked = (telling.length ? telling : rest).filter(begun);
  const stems = new Set(rest.map(stem));
  const whole = [...lexicon.says.values()].filter((saying) => saying.stems.length > 1 && saying.stems.every((base) => stems.has(base)));
  const spoken = new Set(whole.flatMap((saying) => saying.stems));
  const spelled = await Promise.all(asked.map((word) => spell(word, { spoken, literal, heads }, lexicon, source)));
  const meant = interpret(spelled.flat(), rest, lexicon);
  const terms = [...meant.terms, ...withDays(typed, rest, meant.terms, lexicon)];
  return { crisis: [], filters: taken, blank: rest.length > 0 && !asked.length, isStory: rest.length >= STORY, ...meant, terms };
};

/* What people say with a word in it that chooses: “zondagen duren lang” is more than zondag. */
const withDays = (typed, rest, terms, lexicon) => {
  const [all, left] = [typed, rest].map((spelled) => new Set(spelled.map(stem)));
  const found = [...lexicon.says.values()].filter(({ stems }) => stems.length > 1 && stems.every((base) => all.has(base)) && !stems.every((base) => left.has(base)));
  const known = new Set(terms.flatMap(({ evidence }) => evidence).map(({ meaning }) => meaning));
  const meanings = new Set(found.flatMap((saying) => [...saying.meanings]).filter((meaning) => meaning.name && !known.has(meaning)));
  return meanings.size ? [{ sure: true, evidence: [...meanings].map((meaning) => ({ meaning, weight: 1 })) }] : [];
};

const STORY = 5; // from so many words on

// --- crisis ---

/* The words of a saying stand in the question, in order, with at most two others in between. */
const isSaid = (saying, typed) => {
  let at = -1;
  for (const word of saying) {
    const next = typed.findIndex((one, i) => i > at && (one === word || (word.length > 6 && distance(word, one, 1) <= 1)));
    if (next < 0 || (at >= 0 && next - at > 3)) return false;
    at = next;
  }
  return true;
};

// --- filters ---

const DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
const DAY_AND_PART = new RegExp(`^(${DAYS.join("|")})(ochtend|middag|avond)(?:en|s)?$`);

/* “za”, “zat” and “zaterd” beside other words are the day that they begin. */
const dayBegun = (word, i, { length }) => {
  if (i === 0 || i < length - 2 || !/^(?:ma|di|wo|vr|za|zo|do|.{4,})$/.test(word)) return word;
  return DAYS.find((day) => day.startsWith(word)) ?? word;
};

/* Words that choose, the longest saying first; “koffie ochtend” stays whole when koffieochtend is a word. */
const takeFilters = (typed, filters, isKnown) => {
  const spelled = typed.map((word, i) => (isKnown(word) ? word : dayBegun(word, i, typed)));
  const pieces = spelled.flatMap((word, i) => {
    const joined = i > 0 && isKnown(spelled[i - 1] + word);
    return (word.match(DAY_AND_PART)?.slice(1, 3) ?? [word]).map((piece) => ({ piece, free: !joined }));
  });
  const sayings = filters
    .flatMap(([name, values, shown, said]) => said.map((one) => ({ name, values, shown, said: words(one) })))
    .sort((a, b) => b.said.length - a.said.length);
  const taken = [];
  for (const { said, ...filter } of sayings) {
    const at = pieces.findIndex((_, i) => said.every((word, j) => pieces[i + j]?.free && pieces[i + j].piece === word));
    if (at < 0) continue;
    const here = pieces.slice(at, at + said.length);
    for (const one of here) Object.assign(one, { free: false, gone: true });
    taken.push({ ...filter, words: said.map(stem), without: pieces.filter((one) => !here.includes(one)).map(({ piece }) => piece).join(" ") });
  }
  return { taken, rest: pieces.filter(({ gone }) => !gone).map(({ piece }) => piece) };
};

// --- meaning ---

const WITHIN = 0.15; // what a single word counts for when it is part of a longer saying
const INSIDE = 0.3; // what half of a saying counts for when the saying is a compound
const ABOUT = 0.3; // what somebody counts for whom the question is about: “mijn man ziet slecht” is not looking for men
const NUMBER = 0.3; // what a number counts for, such as an age
const NESTED = 0.4; // what a shorter saying inside a longer one counts for
const IN_PASSING = 0.5; // what two words together count for when they are one word only in passing

/* Mended by more than a letter: not enough to say that it is not here. */
const isGuessed = ({ how, words: [[, trust]] }) => how === "mended" && trust <= UNSURE;

const PERSONS = /^(?:man|vrouw|partner|moeder|vader|ma|pa|zoon|dochter|kind|broer|zus|oma|opa|buurman|buurvrouw|vriend|vriendin|schoonmoeder|schoonvader)$/;
const isAbout = (word, typed) => PERSONS.test(word) && typed.length > 2 && /^(?:mijn|mn|onze|haar|zijn|een|de)$/.test(typed[typed.indexOf(word) - 1]);

/* From words to what the index knows: whole sayings first, the longest before the shorter. `rest` is all that
   was typed but for filters. */
const interpret = (spelled, rest, lexicon) => {
  const stems = spelled.map((one) => one.words.map(([word, weight]) => [stem(word), weight]));
  const terms = new Map();
  const add = (at, evidence, sure) => {
    const term = terms.get(at.join()) ?? { sure: false, evidence: new Map() };
    for (const one of evidence) {
      const name = one.word ?? one.meaning.number;
      term.evidence.set(name, { ...one, weight: Math.max(one.weight, term.evidence.get(name)?.weight ?? 0) });
    }
    terms.set(at.join(), { ...term, sure: term.sure || sure });
  };
  const written = (word, weight) => ({ word, weight: /^\d\d?$/.test(word) ? weight * NUMBER : weight, stories: lexicon.known.get(word)?.stories ?? [] });

  const taken = new Map();
  let elsewhere = false;
  for (const saying of sayings(spelled, stems, rest, lexicon)) {
    const { at } = saying;
    const meant = [...saying.meanings].filter(({ name, facets }) => name || facets.length);
    const around = at.map((i) => taken.get(i)).find((one) => one?.length > saying.stems.length);
    if (around) {
      const weight = NESTED * (at.length === 1 && isAbout(spelled[at[0]].typed, rest) ? ABOUT : 1);
      if (around.isMeant) add(around.at, meant.filter(({ name }) => name).map((meaning) => ({ meaning, weight })), true);
      continue;
    }
    for (const i of at) taken.set(i, { length: saying.stems.length, at, isMeant: meant.length > 0 });
    const weights = at.flatMap((i) => stems[i]).filter(([base]) => saying.stems.includes(base)).map(([, weight]) => weight);
    elsewhere ||= meant.length < saying.meanings.size && !at.some((i) => isGuessed(spelled[i]));
    const share = at.length === 1 && isAbout(spelled[at[0]].typed, rest) ? ABOUT : 1;
    if (meant.length) add(at, meant.map((meaning) => ({ meaning, weight: Math.min(1, ...weights) * share })), true);
  }
  for (const [base, at] of joints(spelled, lexicon)) {
    const { strong } = lexicon.known.get(base) ?? {};
    add(at, [written(base, strong ? 1 : IN_PASSING)], Boolean(strong));
  }
  const known = stems.map((own, i) => (spelled[i].how === "not" ? [] : own.filter(([base]) => lexicon.known.has(base))));
  spelled.forEach((one, i) => {
    const saying = taken.get(i);
    const share = saying?.length > 1 ? WITHIN : isAbout(one.typed, rest) ? ABOUT : 1;
    const halves = saying && !known[i].length ? parts(one.words[0][0], (half) => lexicon.known.has(stem(half))) : [];
    const evidence = [...known[i].map(([base, weight]) => written(base, weight * share)), ...halves.map((half) => written(stem(half), INSIDE))];
    const sure = known[i].some(([base]) => lexicon.known.get(base).strong);
    if (evidence.length) add(saying?.at ?? [i], evidence, sure);
  });
  const isLost = ({ typed, how }, i) => how !== "small" && how !== "not" && !taken.has(i) && !known[i].length && /^\D{3,}$/.test(typed);
  const lost = spelled.filter(isLost).map(({ typed }) => typed);
  return {
    terms: [...terms.values()].map((term) => ({ ...term, evidence: [...term.evidence.values()] })),
    elsewhere: elsewhere || lost.some((word) => endsElsewhere(word, lexicon)),
    mended: spelled.filter(({ how }) => how === "mended").map((one) => [one.typed, one.words[0][0]]),
    unknown: lost,
  };
};

/* A compound of which nothing is known but that it ends in what this site is not about: “duikbrevet”. */
const endsElsewhere = (word, { says }) =>
  [...word].some((_, i) => i > 2 && word.length - i > 4 && [...(says.get(stem(word.slice(i)))?.meanings ?? [])].some(({ name, facets }) => !name && !facets.length));

/* What people say, found in what was typed, the longest first. A saying with small words in it must stand
   there as it is (“uit elkaar”); of another all words are there, close together (“mijn man is dood”). */
const sayings = (spelled, stems, rest, lexicon) => {
  const places = new Map();
  stems.forEach((own, i) => own.forEach(([base]) => places.has(base) || places.set(base, i)));
  const typed = rest.map(stem);
  const find = (saying) => {
    if (!saying.fixed) return saying.stems.every((base) => places.has(base)) ? close(saying) : undefined;
    const from = typed.findIndex((_, i) => saying.stems.every((base, j) => typed[i + j] === base));
    const there = rest.slice(from, from + saying.stems.length);
    return from < 0 ? undefined : spelled.flatMap((one, i) => (there.includes(one.typed) ? [i] : []));
  };
  const close = (saying) => {
    const at = [...new Set(saying.stems.map((base) => places.get(base)))].sort((a, b) => a - b);
    return at.length === saying.stems.length && at.at(-1) - at[0] <= at.length + 1 ? at : undefined;
  };
  const found = [...lexicon.says.values()].map((saying) => ({ ...saying, at: find(saying) })).filter(({ at }) => at);
  const joined = joints(spelled, lexicon).flatMap(([base, at]) => (lexicon.says.has(base) ? [{ ...lexicon.says.get(base), at }] : []));
  return [...found, ...joined].sort((a, b) => b.stems.length - a.stems.length);
};

/* Two words that are one word when they are written together: “koffie ochtend”. */
const joints = (spelled, lexicon) =>
  spelled.slice(1).flatMap(({ typed }, i) => {
    const base = stem(spelled[i].typed + typed);
    return lexicon.known.has(base) || lexicon.says.has(base) ? [[base, [i, i + 1]]] : [];
  });
