/* Reads the page aloud with the browser's own Dutch voice, sentence by sentence, and marks each. */

const WORDS = "main h1, main h2, main h3, main p, main li, main dt, main dd, main blockquote, main th, main td";
const SENTENCE = new Intl.Segmenter("nl", { granularity: "sentence" });
const NAME = "voorlezen";

let left = [];
let reading = null;

const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".no-print, .visually-hidden, button");

/* Every sentence of the page with the range in which it stands. */
const sentences = () => {
  const inside = [...document.querySelectorAll(WORDS)].filter((one) => isSeen(one) && !one.querySelector("p, li, h2, h3"));
  return inside.flatMap((element) => {
    const text = element.textContent;
    return [...SENTENCE.segment(text)].map(({ segment, index }) => ({ element, text: segment.trim(), from: index, to: index + segment.trimEnd().length }));
  }).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
};

/* The place of a sentence in the text nodes of its element. */
const rangeOf = ({ element, from, to }) => {
  const range = document.createRange();
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let [at, started] = [0, false];
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const end = at + node.length;
    if (!started && from < end) { range.setStart(node, from - at); started = true; }
    if (started && to <= end) { range.setEnd(node, to - at); break; }
    at = end;
  }
  return range;
};

const mark = (sentence) => {
  if (!("highlights" in CSS)) return;
  if (sentence) CSS.highlights.set(NAME, new Highlight(rangeOf(sentence)));
  else CSS.highlights.delete(NAME);
};

/* As it should sound: “14.00” is two o'clock, not fourteen point zero. */
const spoken = (text) => text
  .replace(/(\d{1,2})\.00(?= |$|,)/g, "$1 uur").replace(/uur uur/g, "uur")
  .replace(/(\d{1,2})\.(\d\d)(?= uur)/g, "$1 uur $2").replace(/(uur \d\d) uur/g, "$1")
  .replace(/€ ?(\d+),(\d\d)/g, "$1 euro $2");

const voice = () => speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith("nl"));

const voices = () => new Promise((done) => {
  if (speechSynthesis.getVoices().length) return done();
  speechSynthesis.addEventListener("voiceschanged", () => done(), { once: true });
  return setTimeout(done, 1000);
});

const say = (button, text) => { button.textContent = text; };

const stop = () => {
  left = [];
  speechSynthesis.cancel();
  mark(null);
  if (reading) {
    say(reading, "Lees voor");
    reading.setAttribute("aria-pressed", "false");
  }
  reading = null;
};

const next = (dutch) => {
  const sentence = left.shift();
  if (!sentence) return stop();
  mark(sentence);
  const box = rangeOf(sentence).getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) sentence.element.scrollIntoView({ block: "center" });
  const line = new SpeechSynthesisUtterance(spoken(sentence.text));
  Object.assign(line, { lang: "nl-NL", voice: dutch, rate: 0.9 });
  line.onend = () => reading && next(dutch);
  return speechSynthesis.speak(line);
};

export const toggle = async (button) => {
  if (reading) return stop();
  await voices();
  const dutch = voice();
  if (!dutch) return say(button, "Uw apparaat heeft geen Nederlandse stem");
  reading = button;
  button.setAttribute("aria-pressed", "true");
  say(button, "Stop met voorlezen");
  left = sentences();
  return next(dutch);
};

addEventListener("pagehide", stop);
