/* Serves a finished site as a good host would, and has Lighthouse judge pages of it.

   node lighthouse.mjs SITE POLICY < addresses.json     one line of JSON per page, as it comes
   CHROME_PATH                                          the browser
   The working folder has Lighthouse in its node_modules/. */

import { readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";

const [site, policy] = process.argv.slice(2);
const from = createRequire(join(process.cwd(), "package.json"));
const load = async (name) => import(pathToFileURL(from.resolve(name)).href);
const { default: lighthouse } = await load("lighthouse");
const { launch } = await load("chrome-launcher");

const KINDS = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
  ".json": "application/json", ".txt": "text/plain; charset=utf-8", ".webp": "image/webp", ".jpg": "image/jpeg", ".png": "image/png",
  ".wasm": "application/wasm", ".ics": "text/calendar; charset=utf-8", ".atom": "application/atom+xml",
};
const PACKED = new Set([".webp", ".jpg", ".png", ".pagefind", ".pf_index", ".pf_meta", ".pf_fragment", ".pf_filter"]);

/* The file of an address, or null. */
const fileOf = async (path) => {
  const name = join(site, normalize(decodeURIComponent(path)));
  const found = await stat(name).catch(() => null);
  return found?.isDirectory() ? join(name, "index.html") : found && name;
};

/* A file as it goes over the wire: a good host packs it once, not for everybody who asks. */
const packed = new Map();
const pack = async (name) => {
  if (!packed.has(name)) {
    const body = await readFile(name);
    packed.set(name, PACKED.has(extname(name)) ? { body } : { body: brotliCompressSync(body), "Content-Encoding": "br" });
  }
  return packed.get(name);
};

const answer = async (request, response) => {
  const file = await fileOf(new URL(request.url, "http://host").pathname);
  const name = file ?? join(site, "404.html");
  const { body, ...encoding } = await pack(name);
  response.writeHead(file ? 200 : 404, {
    "Content-Type": KINDS[extname(name)] ?? "application/octet-stream",
    "Content-Length": body.length,
    "Content-Security-Policy": policy,
    "Cache-Control": "max-age=60",
    ...encoding,
  });
  response.end(body);
};

const share = (category) => Math.round(category.score * 100);

/* What of a judgement the table shows; `faults` are the audits that took marks. */
const summary = (address, { categories, audits }) => ({
  address,
  marks: Object.values(categories).map(share),
  paint: audits["largest-contentful-paint"].numericValue,
  shift: audits["cumulative-layout-shift"].numericValue,
  bytes: audits["network-requests"].details.items.reduce((sum, { transferSize }) => sum + transferSize, 0),
  faults: Object.values(categories).flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight && audits[id].score !== null && audits[id].score < 0.9).map(({ id }) => id),
});

const judge = async (home, port, { address, indexed }) => {
  await pack(await fileOf(address));
  // What asks not to be found loses marks for just that: there the question is not put.
  const skipAudits = indexed ? [] : ["is-crawlable"];
  const { lhr } = await lighthouse(home + address, { port, logLevel: "error", skipAudits });
  return summary(address, lhr);
};

const server = createServer((request, response) => answer(request, response).catch(() => response.destroy()));
await new Promise((ready) => { server.listen(0, "127.0.0.1", ready); });
for (const name of await readdir(join(site, "assets"))) await pack(join(site, "assets", name));
const chrome = await launch({ chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu"] });
try {
  for (const page of JSON.parse(await text(process.stdin))) {
    console.log(JSON.stringify(await judge(`http://127.0.0.1:${server.address().port}/`, chrome.port, page)));
  }
} finally {
  await chrome.kill();
  server.close();
  server.closeAllConnections();
}
