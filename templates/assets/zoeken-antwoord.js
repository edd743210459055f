/* From a question and what is ticked to the activities that fit, in order. */

import { favour, rank } from "./zoeken-rang.js";
import { understand } from "./zoeken-vraag.js";

const FEW = 6; // with fewer on the day that was asked for, other days are shown as well
const MOST_OTHERS = 8;

/* `rows` fit; `others` fit on another day; `nearest` are what comes near when nothing fits; `relaxed` says
   that a filter was let go because nothing met it; `weekdays` were asked for; `soonest`
   says that the first to come goes first; `count` how many there are if a box is ticked too. */
export const answer = async (state, source, today) => {
  const [table, question] = await Promise.all([source.table(), understand(state.q, source, state.literal)]);
  const all = table.slugs.map((_, row) => row);
  const lost = state.q.trim() !== "" && !question.filters.length && !question.blank && !isAnswerable(question);
  const ranked = question.terms.length ? await rank(question, source) : lost ? [] : await favour(all, question.filters, source);
  const wanted = conditions(state.chosen, question.filters, today);
  const fitting = (skip = () => false) =>
    lost ? [] : ranked.filter((row) => wanted.every((one) => skip(one) || one.meets(table, row)));
  const sorted = (rows) => (state.byDate ? [...rows].sort((a, b) => a - b) : rows);

  const exact = fitting();
  const relaxed = !exact.length && question.terms.length > 0 && wanted.some(({ typed }) => typed) ? fitting(({ typed }) => typed) : [];
  const few = exact.length > 0 && exact.length < FEW && question.terms.length > 0;
  const otherDays = few ? fitting(({ name, typed }) => typed && DAYS.has(name)).filter((row) => !exact.includes(row)).slice(0, MOST_OTHERS) : [];
  return {
    table,
    question,
    rows: sorted(exact.length ? exact : relaxed),
    others: sorted(otherDays),
    relaxed: relaxed.length > 0,
    soonest: !otherDays.length && (state.byDate || !question.terms.length),
    weekdays: exact.length ? wanted.filter(({ name }) => name === "dag").flatMap(({ values }) => values.flatMap(weekdaysOf)) : [],
    nearest: exact.length || relaxed.length ? [] : ranked.slice(0, 3),
    count: counter((name) => fitting((one) => one.name === name && !one.typed), table),
  };
};

/* How many there are of a value, if the other boxes of its group are let go; each group is counted once. */
const counter = (rowsWithout, table) => {
  const groups = new Map();
  return (name, value) => {
    if (!groups.has(name)) {
      const counts = new Map();
      for (const row of rowsWithout(name)) for (const one of table.has[row]) counts.set(one, (counts.get(one) ?? 0) + 1);
      groups.set(name, counts);
    }
    return groups.get(name).get(`${name}=${value}`) ?? 0;
  };
};

/* Something is known of it that says enough: beside words unknown, as much that has a meaning here. Whoever
   tells a story uses more words that are unknown, and may name what is not here in passing; a thing that is
   unknown, beside one word that is not, is another thing: “deurbel camera”. */
const SURE = 0.8; // a word that only begins like a known one counts for less
const isThing = (word) => /^[a-z]+$/.test(word) && !/(?:en?|ig|isch|lijk|baar|loos)$/.test(word); // no verb, nor what it is like
const isAnswerable = ({ terms, unknown, mended, elsewhere, isStory, isBare }) => {
  const meant = terms.filter(({ evidence }) => evidence.some(({ meaning, weight }) => meaning && weight >= SURE)).length;
  const doubts = unknown.length + (isStory ? 0 : mended.length) + (isBare ? unknown.filter(isThing).length : 0);
  const enough = unknown.length === 0 || meant * (isStory ? 2 : 1) >= doubts;
  return terms.length > 0 && enough && (!elsewhere || (isStory && meant > 2));
};

// --- filters ---

const DAYS = new Set(["dag", "dagdeel"]);
const weekdaysOf = (value) => (value === "weekend" ? ["zaterdag", "zondag"] : value in AHEAD ? [] : [value]);
const AHEAD = { vandaag: 0, morgen: 1, overmorgen: 2 };

/* Every condition that a row must meet: one per group of boxes, one per word that chooses (`typed`); a day
   and a part of the day that were both asked for must hold at the same moment. */
const conditions = (chosen, typed, today) => {
  const names = [...new Set(chosen.map(([name]) => name))];
  const ticked = names.map((name) => ({ name, values: chosen.filter(([one]) => one === name).map(([, value]) => value), typed: false }));
  const all = [...ticked, ...typed.map(({ name, values }) => ({ name, values, typed: true }))];
  const parts = all.filter(({ name }) => name === "dagdeel").flatMap(({ values }) => values);
  return all.map((one) => ({ ...one, meets: (table, row) => one.values.some((value) => meets(table, row, one.name, value, parts, today)) }));
};

const meets = (table, row, name, value, parts, today) => {
  const has = (one) => table.has[row].has(one);
  if (value in AHEAD) {
    const day = Math.round((Date.parse(today) - Date.parse(table.from)) / 864e5) + AHEAD[value];
    return day >= 0 && Boolean((BigInt(`0x${table.days[row]}`) >> BigInt(day)) & 1n);
  }
  if (name !== "dag") return has(`${name}=${value}`);
  return weekdaysOf(value).some((day) => (parts.length ? parts.some((part) => has(`moment=${day}-${part}`)) : has(`dag=${day}`)));
};
