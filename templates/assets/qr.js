/* A QR code of a short text, drawn in the browser: what is on somebody's list goes to no server.

   Byte mode, error correction level M (15 % may be damaged: paper gets folded), versions 1 to 20,
   after ISO/IEC 18004. tests/test_qr.py compares it with another encoder, module by module.

   modules(text, mask)   rows of booleans, dark is true; null when the text is too long
   draw(text, name)      an <svg> with a name for who cannot see it; null when it is too long */

const CHECKS = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
const MASKS = [
  (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2, (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];
const bit = (number, place) => ((number >>> place) & 1) === 1;

// --- how much fits -----------------------------------------------------------------------------

const alignments = (version) => (version > 1 ? Math.floor(version / 7) + 2 : 0);

/* Codewords of a version: all modules that no pattern or format takes, by eights. */
const codewords = (version) => {
  const n = alignments(version);
  const patterns = (n ? (25 * n - 10) * n - 55 : 0) + (version > 6 ? 36 : 0);
  return Math.floor(((16 * version + 128) * version + 64 - patterns) / 8);
};
const room = (version) => codewords(version) - CHECKS[version - 1] * BLOCKS[version - 1];
const lengthBits = (version) => (version < 10 ? 8 : 16);
const smallest = (bytes) => BLOCKS.findIndex((_, i) => 4 + lengthBits(i + 1) + 8 * bytes.length <= 8 * room(i + 1)) + 1;

// --- the codewords ------------------------------------------------------------------------------

const multiply = (a, b) => {
  let product = 0;
  for (let i = 7; i >= 0; i -= 1) product = (product << 1) ^ (product >>> 7 ? 0x11d : 0) ^ (bit(b, i) ? a : 0);
  return product;
};

/* The generator polynomial whose roots are the first powers of 2. */
const divisor = (degree) => {
  let found = [1];
  for (let i = 0, root = 1; i < degree; i += 1, root = multiply(root, 2)) {
    found = [...found, 0].map((factor, j) => factor ^ (j ? multiply(found[j - 1], root) : 0));
  }
  return found.slice(1);
};

const checksOf = (data, factors) => data.reduce((rest, byte) => {
  const factor = byte ^ rest[0];
  return [...rest.slice(1), 0].map((one, i) => one ^ multiply(factors[i], factor));
}, factors.map(() => 0));

const dataWords = (bytes, version) => {
  const bits = [];
  const put = (number, length) => { for (let i = length - 1; i >= 0; i -= 1) bits.push(bit(number, i) ? 1 : 0); };
  put(4, 4);
  put(bytes.length, lengthBits(version));
  bytes.forEach((byte) => put(byte, 8));
  put(0, Math.min(4, 8 * room(version) - bits.length));
  put(0, -bits.length & 7);
  const words = Array.from({ length: bits.length / 8 }, (_, i) => parseInt(bits.slice(8 * i, 8 * i + 8).join(""), 2));
  for (let pad = 0xec; words.length < room(version); pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
};

/* Blocks of nearly equal length, each with its checks, taken in turn. */
const interleaved = (words, version) => {
  const count = BLOCKS[version - 1];
  const short = Math.floor(words.length / count);
  const longer = words.length % count;
  const factors = divisor(CHECKS[version - 1]);
  const blocks = Array.from({ length: count }, (_, i) => {
    const start = i * short + Math.max(0, i - (count - longer));
    return words.slice(start, start + short + (i >= count - longer ? 1 : 0));
  });
  const checks = blocks.map((block) => checksOf(block, factors));
  const turns = (lists, length) => Array.from({ length }, (_, i) => lists.map((list) => list[i])).flat().filter((word) => word !== undefined);
  return [...turns(blocks, short + 1), ...turns(checks, factors.length)];
};

// --- the square ---------------------------------------------------------------------------------

const grid = (size) => Array.from({ length: size }, () => Array(size).fill(null));

const remainder = (value, length, polynomial) => {
  let rest = value;
  for (let i = 0; i < length; i += 1) rest = (rest << 1) ^ ((rest >>> (length - 1)) * polynomial);
  return (value << length) | rest;
};

const drawPatterns = (square, version) => {
  const size = square.length;
  const put = (x, y, dark) => { if (square[y]?.[x] !== undefined) square[y][x] = dark; };
  for (let i = 0; i < size; i += 1) { put(6, i, i % 2 === 0); put(i, 6, i % 2 === 0); }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
    for (let dy = -4; dy <= 4; dy += 1) for (let dx = -4; dx <= 4; dx += 1) put(x + dx, y + dy, ![2, 4].includes(Math.max(Math.abs(dx), Math.abs(dy))));
  }
  const n = alignments(version);
  const step = n ? Math.ceil((version * 4 + 4) / (n * 2 - 2)) * 2 : 0;
  const at = Array.from({ length: n }, (_, i) => (i ? size - 7 - (n - 1 - i) * step : 6));
  at.forEach((y, i) => at.forEach((x, j) => {
    if ((!i && (!j || j === n - 1)) || (i === n - 1 && !j)) return;
    for (let dy = -2; dy <= 2; dy += 1) for (let dx = -2; dx <= 2; dx += 1) put(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
  }));
  const known = remainder(version, 12, 0x1f25);
  for (let i = 0; version > 6 && i < 18; i += 1) {
    const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)];
    put(a, b, bit(known, i));
    put(b, a, bit(known, i));
  }
};

const drawFormat = (square, mask) => {
  const size = square.length;
  const format = remainder(mask, 10, 0x537) ^ 0x5412; // level M is 00
  for (let i = 0; i < 15; i += 1) {
    const dark = bit(format, i);
    square[i < 6 ? i : i < 8 ? i + 1 : i === 8 ? 8 : 8][i < 8 ? 8 : i === 8 ? 7 : 14 - i] = dark;
    if (i < 8) square[8][size - 1 - i] = dark;
    else square[size - 15 + i][8] = dark;
  }
  square[size - 8][8] = true;
};

/* Codewords go up and down in pairs of columns, from the right, around what is drawn already. */
const drawWords = (square, words) => {
  const size = square.length;
  let i = 0;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = (right + 1) & 2 ? step : size - 1 - step;
      for (const x of [right, right - 1]) {
        if (square[y][x] !== null) continue;
        square[y][x] = i < 8 * words.length && bit(words[i >> 3], 7 - (i & 7));
        i += 1;
      }
    }
  }
};

/* How hard a square is to read: long runs, blocks, shapes like the corners, too dark or too light. */
const penalty = (square) => {
  const size = square.length;
  const lines = [...square, ...square.map((_, x) => square.map((row) => row[x]))].map((line) => line.map(Number).join(""));
  let total = 0;
  for (const line of lines) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) total += run.length - 2;
    for (const near of [/(?=00001011101)/g, /(?=10111010000)/g]) total += 40 * (line.match(near)?.length ?? 0);
  }
  for (let y = 1; y < size; y += 1) for (let x = 1; x < size; x += 1) {
    const here = square[y][x];
    if (here === square[y - 1][x] && here === square[y][x - 1] && here === square[y - 1][x - 1]) total += 3;
  }
  const dark = square.flat().filter(Boolean).length;
  return total + 10 * Math.floor(Math.abs((dark * 20) / (size * size) - 10));
};

export const modules = (text, wanted) => {
  const bytes = [...new TextEncoder().encode(text)];
  const version = smallest(bytes);
  if (!version) return null;
  const blank = grid(version * 4 + 17);
  drawPatterns(blank, version);
  const fixed = blank.map((row) => [...row]);
  drawFormat(fixed, 0);
  const full = fixed.map((row) => [...row]);
  drawWords(full, interleaved(dataWords(bytes, version), version));
  const masked = (mask) => {
    const square = full.map((row, y) => row.map((dark, x) => (fixed[y][x] === null && MASKS[mask](x, y) === 0 ? !dark : dark)));
    drawFormat(square, mask);
    return square;
  };
  if (wanted !== undefined) return masked(wanted);
  return MASKS.map((_, mask) => masked(mask)).reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
};

const SVG = "http://www.w3.org/2000/svg";

export const draw = (text, name) => {
  const square = modules(text);
  if (!square) return null;
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  const size = square.length + 8;
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("class", "qr");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", name);
  path.setAttribute("d", square.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : []))).join(""));
  svg.append(path);
  return svg;
};
