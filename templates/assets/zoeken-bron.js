/* Where the words and the answers come from: the files of zoeken/ and the index of Pagefind, each when needed. */

import { sound, stem, words } from "./zoeken-woorden.js";

const SHARED = { c: "k", q: "k", x: "k", z: "s", v: "f", p: "f", y: "i", j: "i", h: "a" };
const SCRIPTS = [["arab", "\u0600", "\u06ff"], ["cyrl", "\u0400", "\u04ff"], ["ethi", "\u1200", "\u137f"]];

/* The file that a word is in: as `shard` in gids/searching/lexicon.py. */
const shardOf = (word) => {
  const first = word[0];
  if (first >= "a" && first <= "z") return (SHARED[first] ?? first) + (/^.[aei]/.test(word) ? "1" : /^.[ouyj]/.test(word) ? "2" : "3");
  if (first < "\u0080") return "0";
  return SCRIPTS.find(([, low, high]) => low <= first && first <= high)?.[0] ?? "rest";
};

const ALIKE = [["au", "ou"], ["ei", "ij"]];

/* Where else a word may be known when it is not spelled well, or made of two. */
const shardsAround = (word) => {
  const heads = [...word].map((_, i) => word.slice(i)).filter((head, i) => i > 2 && head.length > 2);
  const alike = (ALIKE.find((begins) => begins.some((one) => word.startsWith(one))) ?? []).map((one) => one + word.slice(2));
  const elsewhere = [sound(word).toLowerCase(), word[1] + word[0], word.slice(1), ...alike];
  return [...new Set([word, ...[..."aob"].map((second) => word[0] + second), ...elsewhere, ...heads].map(shardOf))];
};

/* “moment=vrijdag-avond” is a day and a part of the day as well. */
const withDay = (value) => {
  const [, day, part] = value.match(/^moment=(.+)-(.+)$/) ?? [];
  return day ? [value, `dag=${day}`, `dagdeel=${part}`] : [value];
};

/* Each thing is made once; what failed is tried again when it is asked for again. */
const once = (make) => {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key).catch((problem) => made.delete(key) && Promise.reject(problem)));
    return made.get(key);
  };
};

const split = (text, mark = " ") => text.split(mark).filter(Boolean);

const json = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
};

/* What the site knows, filled as files come in: `known` words of the index by stem, `says` what people say and
   `begin` the same by first stem, `spellings` every word by itself and `shelves` the same per file, `small` words,
   and `go`, where suggestions lead. */
const lexicon = () => {
  const made = { known: new Map(), says: new Map(), begin: new Map(), spellings: new Map(), shelves: new Map(), small: new Map(), go: [] };
  made.sayings = (stems) => [...new Set(stems)].flatMap((base) => made.begin.get(base) ?? []);
  made.isMeant = (word) => made.known.has(stem(word)) || made.says.has(stem(word));
  made.isKnown = (word) => made.spellings.has(word) || made.isMeant(word);
  return made;
};

/* How much a word stands out: in a title, otherwise or because people say it, in a story only, not at all. */
const SAID = 1;
const IN_STORIES = 2;
export const ELSEWHERE = 3;

const under = (map, key) => map.get(key) ?? map.set(key, []).get(key);

const learn = ({ known, says, begin, spellings, shelves, go }, file, { small, meanings }) => {
  const spell = (word, rank, foreign) => {
    const before = spellings.get(word) ?? { word, shard: shardOf(word), stem: stem(word), sound: sound(word), rank, foreign };
    const one = Object.assign(before, { rank: Math.min(rank, before.rank), foreign: foreign && before.foreign });
    if (spellings.has(word)) return;
    spellings.set(word, one);
    under(shelves, one.shard).push(one);
  };
  const say = (meaning, text, foreign) => {
    const spelled = text.split(" ");
    const stems = spelled.map(stem);
    const some = spelled.filter((word) => small.has(word)).length;
    const kind = { fixed: spelled.length > 1 && some > 0, isSmall: some === spelled.length };
    const saying = says.get(stems.join(" ")) ?? { stems, ...kind, meanings: new Set() };
    if (!saying.meanings.size) under(begin, stems[0]).push(saying);
    says.set(stems.join(" "), saying);
    saying.meanings.add(meaning);
    if (spelled.length === 1) spell(text, meaning.name || meaning.facets.length ? SAID : ELSEWHERE, foreign);
  };
  file.words.forEach((line, rank) => {
    for (const entry of split(line)) {
      const [word, rows] = entry.split(":");
      spell(word, rank, false);
      known.set(stem(word), { stories: rows ? rows.split(".").map(Number) : [], strong: rank < IN_STORIES });
    }
  });
  for (const [number, ...spoken] of file.says) {
    spoken.forEach((texts, foreign) => split(texts, "|").forEach((text) => say(meanings[number], text, Boolean(foreign))));
  }
  go.push(...file.go.map(([name, url]) => ({ name, url, words: words(name) })));
};

export const open = (root) => {
  const base = new URL(root, document.baseURI);
  const at = (path) => new URL(path, base).href;
  const found = lexicon();

  const core = once(async () => {
    const file = await json(at("zoeken/kern.json"));
    const small = split(file.small);
    for (const word of small) if (word.length > 3) found.small.set(word, { word, sound: sound(word), rank: 1, small: true });
    const meanings = file.meanings.map(([name, also, facets], number) => ({ name, number, also, facets: split(facets) }));
    return { meanings, shards: new Set(split(file.shards)), small: new Set(small) };
  });
  const answers = once(async () => {
    const file = await json(at("zoeken/vraag.json"));
    return { ...file, persons: new Set(split(file.persons)), denials: new Set(split(file.denials)) };
  });
  const rescue = once(async () => {
    const file = await json(at("zoeken/herstel.json"));
    return { ...file, heads: new Set(split(file.heads)), ends: new Set(split(file.ends)) };
  });
  const shard = once(async (name) => {
    const about = await core();
    if (about.shards.has(name)) learn(found, await json(at(`zoeken/${name}.json`)), about);
  });
  const loadShards = async (names) => {
    await core();
    await Promise.all([...new Set(names)].map(shard));
    return found;
  };
  const load = (spelled) => loadShards(spelled.map(shardOf));
  const loadAround = async (word) => {
    const names = shardsAround(word);
    await loadShards(names);
    return names;
  };

  /* Of a word that looks like ours and is another: "", "-" when it adds nothing, or the word that it is a form of. */
  const ordinaries = once(async (name) => {
    const { shards } = await core();
    return new Map(shards.has(name) ? split(await json(at(`zoeken/gewoon-${name}.json`))).map((entry) => [...entry.split(":"), ""].slice(0, 2)) : []);
  });
  const ordinary = async (word) => (await ordinaries(shardOf(word))).get(word);

  const table = once(async () => {
    const file = await json(at("pagefind/tabel.json"));
    const has = file.has.map((row) => new Set(split(row).flatMap((number) => withDay(file.values[number]))));
    const rows = (value) => has.flatMap((values, row) => (values.has(value) ? [row] : []));
    const row = new Map(file.ids.map((begin, i) => [begin, i]));
    const begins = file.ids[0]?.length;
    return { ...file, has, rows, number: row.size, row: (id) => row.get(id.slice(0, begins)) };
  });
  const engine = once(async () => {
    const pagefind = await import(at("pagefind/pagefind.js"));
    const ranking = { pageLength: 0, termFrequency: 1, termSaturation: 2, termSimilarity: 0 };
    await pagefind.options({ noWorker: true, ranking });
    return pagefind;
  });
  /* [row, weight] of every activity that has a word of the index. The score of Pagefind is 1.8·idf·3w/(2+w) of
     that weight w; idf is taken out: what a question asks for is rare or not as a whole (zoeken-rang.js). */
  const weights = once(async (token) => {
    const { row, number } = await table();
    if (!number) return [];
    const { results } = await (await engine()).search(token);
    const idf = Math.log(1 + (number - results.length + 0.5) / (results.length + 0.5));
    return results.map(({ id, score }) => [row(id), (2 * score) / (5.4 * idf - score)]).filter(([one]) => one !== undefined);
  });

  return { base, core, answers, rescue, shardOf, load, loadAround, ordinary, table, engine, weights };
};
