"""What a search costs: bytes over the wire, and milliseconds per key press, in Chromium.

Bytes are those of every file that is asked for, compressed with brotli at its best, as a web server
sends them that compresses beforehand. Node does the compressing.
"""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

BROTLI = """
const { brotliCompressSync } = require("node:zlib");
const chunks = [];
process.stdin.on("data", (chunk) => chunks.push(chunk));
process.stdin.on("end", () => console.log(brotliCompressSync(Buffer.concat(chunks)).length));
"""

PRESS = """async (text) => {
  const box = document.querySelector('input[type=search]');
  const results = document.querySelector('[data-results]');
  const times = [];
  for (let length = 2; length <= text.length; length += 1) {
    box.value = text.slice(0, length);
    const before = performance.now();
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => {
      const seen = new MutationObserver(() => {
        if (results.hasAttribute('aria-busy')) return;
        seen.disconnect();
        done();
      });
      seen.observe(results, { attributes: true });
    });
    times.push(performance.now() - before);
  }
  return times;
}"""


SEARCH = ("assets/zoeken", "zoeken/", "pagefind/")
"""The scripts, word lists and index of the search; the page itself is there already."""


ARRIVED = """([text, shown]) => new Promise((done) => {
  const box = document.querySelector('input[type=search]');
  const look = () => {
    if (!eval(shown)) return;
    seen.disconnect();
    done(performance.getEntriesByType('resource').map(({ name }) => name));
  };
  const seen = new MutationObserver(look);
  const everything = { childList: true, subtree: true, attributes: true, characterData: true };
  seen.observe(document.body, everything);
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
})"""

SUGGESTED = "document.querySelector('[role=option]')"
ANSWERED = "document.querySelector('[data-search-status]').textContent.includes('“')"


def bytes_to(browser: Browser, root: str, site: Path, text: str, shown: str) -> int:
    """Bytes of the search that arrived, in a browser that was never here, when it shows that."""
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.goto(root + "activiteiten/")
        page.wait_for_load_state("networkidle")
        urls = page.evaluate(ARRIVED, [text, shown])
        page.wait_for_function(ANSWERED)
    paths = {url.removeprefix(root).partition("?")[0] for url in urls}
    return sum(compressed((site / path).read_bytes()) for path in paths if path.startswith(SEARCH))


def compressed(body: bytes) -> int:
    done = subprocess.run(["node", "-e", BROTLI], input=body, capture_output=True, check=True)
    return int(done.stdout)


def per_key(page: Page, root: str, texts: Sequence[str]) -> float:
    """The median time from a key to its results, when everything that is needed is there."""
    page.goto(root + "activiteiten/")
    for text in texts:
        page.evaluate(PRESS, text)
    times: list[float] = [time for text in texts for time in page.evaluate(PRESS, text)]
    return median(times)
