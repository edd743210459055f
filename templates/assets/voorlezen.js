/* Reads the page aloud with the browser's own voice, sentence by sentence, and marks each. The voice
   is Dutch, or speaks the language that a part of the page is in; a part that no voice here can
   speak is left out. An old browser that cannot cut or mark sentences as well, still reads. */

const WORDS = "main h1, main h2, main h3, main p, main li, main dt, main dd, main blockquote, main th, main td";
const SENTENCE = "Segmenter" in Intl ? new Intl.Segmenter("nl", { granularity: "sentence" }) : null;
const NAME = "voorlezen";

let left = [];
let reading = null;

const isShown = (element) => (element.checkVisibility ? element.checkVisibility({ visibilityProperty: true }) : element.offsetParent !== null);
const isSeen = (element) => isShown(element) && !element.closest(".no-print, .visually-hidden, button");

const cut = (text) => (SENTENCE ? [...SENTENCE.segment(text)] : [...text.matchAll(/[^.!?]+(?:[.!?]+(?!\s)[^.!?]*)*[.!?]*\s*/g)].map(({ 0: segment, index }) => ({ segment, index })));

/* Every sentence of the page with the range in which it stands. */
const sentences = () => {
  const inside = [...document.querySelectorAll(WORDS)].filter((one) => isSeen(one) && !one.querySelector("p, li, h2, h3"));
  return inside.flatMap((element) => {
    const text = element.textContent;
    return cut(text).map(({ segment, index }) => ({ element, text: segment.trim(), from: index, to: index + segment.trimEnd().length }));
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

const languageOf = (element) => element.closest("[lang]").lang.slice(0, 2);
const voiceFor = (language) => speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language));

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

const fail = (button) => {
  stop();
  say(button, "Voorlezen lukt nu niet");
};

const next = () => {
  const sentence = left.shift();
  if (!sentence) return stop();
  mark(sentence);
  const box = rangeOf(sentence).getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) sentence.element.scrollIntoView({ block: "center" });
  const line = new SpeechSynthesisUtterance(spoken(sentence.text));
  const voice = voiceFor(languageOf(sentence.element));
  const button = reading;
  Object.assign(line, { lang: voice.lang, voice, rate: 0.9 });
  line.onend = () => reading && next();
  line.onerror = () => reading && fail(button);
  return speechSynthesis.speak(line);
};

export const toggle = async (button) => {
  if (reading) return stop();
  await voices();
  left = sentences().filter(({ element }) => voiceFor(languageOf(element)));
  if (!left.length) return say(button, "Uw apparaat heeft hier geen stem voor");
  reading = button;
  button.setAttribute("aria-pressed", "true");
  say(button, "Stop met voorlezen");
  return next();
};

addEventListener("pagehide", stop);
