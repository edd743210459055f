/* When two spellings are the same word: normal form, words, stem, compound, sound, distance.

   The first half does in the browser what gids/searching/words.py does at the build, rule by rule;
   a test runs both over every word of the offer. Change both together. */

const SPELLED = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", þ: "th", ı: "i",
  ة: "ه", ى: "ي", ی: "ي", ک: "ك", ـ: "", "\u200c": " ",
};
const spelled = (text) => text.replace(/[ßæœøłđþıةىیکـ\u200c]/g, (char) => SPELLED[char]);

/* Small letters without accents: "Café" is cafe, "G.G.Z." is ggz, "60+" is 60plus. */
export const normal = (text) =>
  spelled(spelled(text.toLowerCase()).normalize("NFKD").replace(/\p{M}/gu, ""))
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu, (short) => short.replaceAll(".", ""))
    .replaceAll("&", " en ")
    .replace(/([\p{L}\p{N}_])['’‘`´](?=[\p{L}\p{N}_])/gu, "$1")
    .replace(/(\d\d)\s?(?:\+|plus(?:sers?)?\b|-plus(?:sers?)?\b)/g, "$1plus");

export const words = (text) =>
  (normal(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/^ال(?=[\p{L}\p{N}]{3})/u, ""));

// --- stem ---

const KEPT = new Map(Object.entries({
  ouders: "ouders", ouderen: "ouderen", oudere: "ouderen", zorgen: "zorgen", afvallen: "afvallen", kinderen: "kind", bibliotheken: "bibliotheek",
  uitje: "uitje", uitjes: "uitje", ommetje: "ommetje", ommetjes: "ommetje",
}));
const ENDINGS = [
  [/([bdfgklmnprst])etjes?$/, "$1", 3],
  [/([aeiou]t)jes?$/, "$1", 3],
  [/([bcdfghklmnprsw])[tpk]?jes?$/, "$1", 3],
  [/heden$/, "heid", 3],
  [/([^e])ens?$/, "$1", 3, true],
  [/ieen$/, "ie", 3],
  [/([aoy])s$/, "$1", 3],
  [/([^sut])s$/, "$1", 4],
  [/([^ie])e$/, "$1", 3, true],
  [/([aeiouy][a-z]*)eert?$/, "$1er", 3],
  [/(?:aar|ster)$/, "", 5],
  [/ing$/, "", 5],
  [/er$/, "", 5],
  [/([lnrkpsfg])t$/, "$1", 5],
  [/((?:aa|ee|oo)[bdfgklmnprs])t$/, "$1", 4],
];
const DOUBLE = /([bcdfgklmnprst])\1$/;
const OPEN_SYLLABLE = /^([^aeiou]*)([aeou])([bdfgklmnprstvz])$/;
const LATER_SYLLABLE = /([^aeou])([aou])([dgklmnprstvz])$/;

/* As a stem is spelled without -en: lop is loop, kopp is kop, briev is brief. */
const closed = (word) => {
  if (DOUBLE.test(word)) return word.slice(0, -1);
  const syllable = OPEN_SYLLABLE.test(word) ? OPEN_SYLLABLE : LATER_SYLLABLE;
  return word.replace(syllable, "$1$2$2$3").replace(/v$/, "f").replace(/z$/, "s");
};

export const stem = (word) => {
  if (KEPT.has(word)) return KEPT.get(word);
  if (!/^[a-z]{4,}$/.test(word)) return word;
  for (const [ending, instead, least, opened] of ENDINGS) {
    const bare = word.replace(ending, instead);
    if (bare === word) continue;
    const shorter = opened ? closed(bare) : bare.replace(DOUBLE, "$1");
    if (shorter.length >= least) word = shorter;
  }
  return word;
};

// --- compounds ---

const LINKS = ["", "s", "e", "en", "n"];

/* The two known words of a compound, the last one as long as can be; or nothing. */
export const parts = (word, known) => {
  if (word.length < 7) return [];
  for (let head = 3; head <= word.length - 3; head += 1) {
    if (!known(word.slice(head), true)) continue;
    for (const link of LINKS) {
      const first = word.slice(0, head - link.length);
      if (word.slice(0, head).endsWith(link) && first.length >= 3 && known(first)) return [first, word.slice(head)];
    }
  }
  return [];
};

// --- typing mistakes (in the browser only) ---

const SOUNDS = [
  [/tie(?=s?$)/g, "si"], [/joe/g, "u"], [/^sj/, "sg"], [/d(?:ge|s?je?|z?j)(?=[a-z]|$)/g, "J"], [/sch/g, "sg"], [/ch/g, "g"], [/c(?=[eiy])/g, "s"], [/[cq]/g, "k"], [/x/g, "ks"], [/^ku(?=[aei])/, "kw"], [/^sk(?=[aeiou])/, "sg"],
  [/ph/g, "f"], [/th/g, "t"], [/dt/g, "t"], [/eau/g, "o"], [/(?:ij|ei|ey)/g, "Y"], [/(?:au|ou)w?/g, "w"],
  [/ie/g, "i"], [/y$/g, "i"], [/oe/g, "U"], [/eu/g, "O"], [/v/g, "f"], [/z/g, "s"], [/(.)\1+/g, "$1"],
  [/d$/, "t"], [/b$/, "p"], [/(.)h/g, "$1"],
];

/* How a word sounds, roughly: bibiloteek and bibliotheek differ in one letter, cafee and café in none. */
export const sound = (word) => SOUNDS.reduce((heard, [spelling, sign]) => heard.replace(spelling, sign), word);

/* Edits between two words, a swap of neighbours being one (Damerau); more than `most` counts as Infinity. */
export const distance = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return Infinity;
    [before, last] = [last, row];
  }
  return last[b.length] > most ? Infinity : last[b.length];
};
