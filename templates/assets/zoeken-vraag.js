/* What somebody means by what they typed. understand(text, source) gives
     crisis     help to show above everything
     filters    [{ name, values, shown, without }]: words that choose, and the question without them
     terms      [{ evidence: [{ word or meaning, weight }, …] }]: what searches, piece by piece
     mended     [[typed, meant], …]
     unknown    words that nothing is known about
     elsewhere  whether it asks for what this site is not about
     isStory    whether it is more a story than a few words
     isBare     whether there are no small words in it: “deurbel camera”
     blank      whether nothing is asked yet: a first letter, beside small words */

import { UNSURE, as, spell } from "./zoeken-spelling.js";
import { distance, stem, words } from "./zoeken-woorden.js";

export const understand = async (text, source, literal) => {
  const typed = words(text);
  const [{ small }, { crisis, filters, persons, denials }] = await Promise.all([source.core(), source.answers()]);
  const help = crisis.filter((one) => one.typed.some((said) => isSaid(words(said), typed)));
  if (help.length) return { ...(await understand(help[0].search, source)), crisis: help };
  const content = typed.filter((word) => !small.has(word));
  const lexicon = await source.load(content.length ? content : typed);
  const { taken, rest: apart } = takeFilters(typed, filters, (word) => small.has(word) || lexicon.isKnown(word));
  const rest = inOne(apart, lexicon);
  const telling = rest.filter((word) => !small.has(word));
  if (!telling.length) {
    await source.load(rest);
    const meant = interpret(rest.map((word) => as(word, [[word, 1]], "small")), rest, lexicon, persons);
    const terms = [...meant.terms, ...withDays(typed, rest, meant.terms, lexicon)];
    if (terms.length || taken.length) return { crisis: [], filters: taken, ...meant, terms };
  }
  const begun = (word, i) => word.length > 1 || (i > 0 && lexicon.isKnown(telling[i - 1] + word));
  const asked = (telling.length ? telling : rest).filter(begun);
  const stems = new Set(rest.map(stem));
  const whole = lexicon.sayings(stems).filter((saying) => saying.stems.length > 1 && saying.stems.every((base) => stems.has(base)));
  const spoken = new Set(whole.flatMap((saying) => saying.stems));
  const spelled = await Promise.all(asked.map((word) => spell(word, { spoken, literal, denials }, lexicon, source)));
  const meant = interpret(spelled.flat(), rest, lexicon, persons);
  const terms = [...meant.terms, ...withDays(typed, rest, meant.terms, lexicon)];
  return { crisis: [], filters: taken, blank: rest.length > 0 && !asked.length, isStory: rest.length >= STORY, isBare: telling.length === rest.length, ...meant, terms };
};

/* “Koffie-ochtend” and “koffie ochtend” are koffieochtend, where something here is called that. */
const inOne = (typed, { known }) =>
  typed.reduce((done, word) => {
    const both = `${done.at(-1) ?? ""}${word}`;
    return done.length && known.get(stem(both))?.strong ? [...done.slice(0, -1), both] : [...done, word];
  }, []);

/* What people say with a word in it that chooses: “zondagen duren lang” is more than zondag. */
const withDays = (typed, rest, terms, lexicon) => {
  const [all, left] = [typed, rest].map((spelled) => new Set(spelled.map(stem)));
  const found = lexicon.sayings(all).filter(({ stems }) => stems.length > 1 && stems.every((base) => all.has(base)) && !stems.every((base) => left.has(base)));
  const known = terms.flatMap(({ evidence }) => evidence).map(({ meaning }) => meaning);
  const meanings = new Set(found.flatMap((saying) => [...saying.meanings]).filter((meaning) => meaning.name && !known.includes(meaning)));
  return meanings.size ? [{ evidence: [...meanings].map((meaning) => ({ meaning, weight: 1 })) }] : [];
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
const ABOUT = 0.3; // what somebody counts for whom the question is about: “mijn man ziet slecht” is not looking for men
const NUMBER = 0.3; // what a number counts for
const AGE = 0.5; // and what it counts for as somebody's age
const NESTED = 0.4; // what a shorter saying inside a longer one counts for
const IN_PASSING = 0.5; // what two words together count for when they are one word only in passing

/* From words to what the index knows: whole sayings first, the longest before the shorter. `rest` is all that
   was typed but for filters. */
const interpret = (spelled, rest, lexicon, persons) => {
  const stems = spelled.map((one) => one.words.map(([word, weight]) => [stem(word), weight]));
  const asked = { spelled, stems, rest, lexicon, persons };
  const pieces = collect();
  const { taken, elsewhere } = takeSayings(asked, pieces);
  takeJoints(asked, pieces);
  const known = stems.map((own, i) => (saysNothing(spelled[i], taken.get(i)) ? [] : own.filter(([base]) => lexicon.known.has(base))));
  takeWords(asked, known, taken, pieces);
  const isLost = ({ typed, how }, i) => how !== "small" && how !== "not" && !taken.has(i) && !known[i].length && /^\D{3,}$/.test(typed);
  const lost = spelled.filter(isLost).map(({ typed }) => typed);
  return {
    terms: pieces.terms(),
    elsewhere: elsewhere || spelled.some(({ how }) => how === "elsewhere") || lost.some((word) => endsElsewhere(word, lexicon)),
    mended: spelled.filter(({ how }) => how === "mended").map((one) => [one.typed, one.words[0][0]]),
    unknown: lost,
  };
};

/* Evidence by the places of the words it comes from; the same evidence counts once, for its best weight. */
const collect = () => {
  const terms = new Map();
  const add = (at, evidence) => {
    const best = terms.get(at.join()) ?? new Map();
    for (const one of evidence) {
      const name = one.word ?? one.meaning.number;
      best.set(name, { ...one, weight: Math.max(one.weight, best.get(name)?.weight ?? 0) });
    }
    terms.set(at.join(), best);
  };
  return { add, terms: () => [...terms.values()].map((best) => ({ evidence: [...best.values()] })) };
};

/* Which words stand for which saying; and whether one of those is not here. */
const takeSayings = (asked, pieces) => {
  const taken = new Map();
  let elsewhere = false;
  for (const saying of sayings(asked)) {
    const { at } = saying;
    const meant = [...saying.meanings].filter(({ name, facets }) => name || facets.length);
    const around = at.map((i) => taken.get(i)).find((one) => one?.length > saying.stems.length);
    const share = shareOf(at, asked);
    if (around) {
      if (around.isMeant) pieces.add(around.at, meant.filter(({ name }) => name).map((meaning) => ({ meaning, weight: NESTED * share })));
      continue;
    }
    for (const i of at) taken.set(i, { length: saying.stems.length, at, isMeant: meant.length > 0, isPartner: meant.some(isPartner) });
    elsewhere ||= meant.length < saying.meanings.size && at.every((i) => isPlain(asked.spelled[i], saying));
    const trust = Math.min(1, ...at.flatMap((i) => asked.stems[i]).filter(([base]) => saying.stems.includes(base)).map(([, weight]) => weight));
    if (meant.length) pieces.add(at, meant.map((meaning) => ({ meaning, weight: trust * share })));
  }
  return { taken, elsewhere };
};

const takeJoints = ({ spelled, lexicon }, pieces) => {
  for (const [base, at] of joints(spelled, lexicon)) {
    const { strong } = lexicon.known.get(base) ?? {};
    pieces.add(at, [written(base, strong ? 1 : IN_PASSING, lexicon)]);
  }
};

/* Words of the index, each by itself or as part of a saying. */
const takeWords = (asked, known, taken, pieces) => {
  const { spelled, lexicon } = asked;
  spelled.forEach((one, i) => {
    const saying = taken.get(i);
    const share = saying?.length > 1 ? WITHIN : isAbout(one.typed, asked) ? ABOUT : 1;
    const evidence = known[i].map(([base, weight]) => written(base, weight * share, lexicon));
    if (evidence.length) pieces.add(saying?.at ?? [i], evidence);
  });
};

const written = (word, weight, { known }) => ({ word, weight: /^\d\d?$/.test(word) ? weight * NUMBER : weight, stories: known.get(word)?.stories ?? [] });

/* Somebody that the question is about, or how old, is less than what it asks for. */
const isAbout = (word, { rest, persons }) => persons.has(word) && rest.length > 2 && /^(?:mijn|mn|onze|haar|zijn|een|de)$/.test(rest[rest.indexOf(word) - 1]);
const shareOf = (at, asked) => {
  const only = at.length === 1 ? asked.spelled[at[0]].typed : "";
  return /^\d\d$/.test(only) ? AGE : isAbout(only, asked) ? ABOUT : 1;
};

/* Mended by more than a letter, or only begun: not enough to say that it is not here. */
const isPlain = ({ how, words: [[word, trust]] }, { stems }) => how !== "begins" && (how !== "mended" || trust > UNSURE) && stems.includes(stem(word));

/* “Mee” is a partner here, or nothing. */
const isPartner = ({ facets }) => facets.some((facet) => facet.startsWith("bij="));
const saysNothing = ({ how, typed }, saying) => how === "not" || (typed.length < 4 && saying?.isPartner);

/* A compound of which nothing is known but that it ends in what this site is not about: “duikbrevet”. */
const endsElsewhere = (word, { says }) =>
  [...word].some((_, i) => i > 2 && word.length - i > 4 && [...(says.get(stem(word.slice(i)))?.meanings ?? [])].some(({ name, facets }) => !name && !facets.length));

/* What people say, found in what was typed, the longest first. A saying with small words in it must stand
   there as it is (“uit elkaar”); of another all words are there, close together (“mijn man is dood”). */
const sayings = ({ spelled, stems, rest, lexicon }) => {
  const places = new Map();
  stems.forEach((own, i) => own.forEach(([base]) => places.has(base) || places.set(base, i)));
  const typed = rest.map(stem);
  const isTold = spelled.some(({ how }) => how !== "small"); // what is said in small words only counts by itself
  const find = (saying) => {
    if (saying.isSmall && isTold) return undefined;
    if (!saying.fixed) return saying.stems.every((base) => places.has(base)) ? close(saying) : undefined;
    const from = typed.findIndex((_, i) => saying.stems.every((base, j) => typed[i + j] === base));
    const there = rest.slice(from, from + saying.stems.length);
    return from < 0 ? undefined : spelled.flatMap((one, i) => (there.includes(one.typed) ? [i] : []));
  };
  const close = (saying) => {
    const at = [...new Set(saying.stems.map((base) => places.get(base)))].sort((a, b) => a - b);
    return at.length === saying.stems.length && at.at(-1) - at[0] <= at.length + 1 ? at : undefined;
  };
  const found = lexicon.sayings([...places.keys(), ...typed]).map((saying) => ({ ...saying, at: find(saying) })).filter(({ at }) => at);
  const joined = joints(spelled, lexicon).flatMap(([base, at]) => (lexicon.says.has(base) ? [{ ...lexicon.says.get(base), at }] : []));
  return [...found, ...joined].sort((a, b) => b.stems.length - a.stems.length || b.at.length - a.at.length);
};

/* Two words that are one word when they are written together: “koffie ochtend”. */
const joints = (spelled, lexicon) =>
  spelled.slice(1).flatMap(({ typed }, i) => {
    const base = stem(spelled[i].typed + typed);
    return lexicon.known.has(base) || lexicon.says.has(base) ? [[base, [i, i + 1]]] : [];
  });
