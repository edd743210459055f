"""What works without a network: the worker that keeps pages, and the page for what it has not."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from gids.assets import SHEET, TOGETHER
from gids.environment import OWN_TEMPLATES
from gids.output import Output
from gids.press import Job, Page, Press

PAGES_KEPT = ("", "activiteiten/", "agenda/", "lijstje/", "hulplijnen/", "geen-verbinding/")
SCRIPTS_KEPT = (
    "agenda.js",
    "blad.css",
    "bloem.svg",
    "delen.js",
    "journeys.css",
    "kaart.js",
    "lijstje*.js",
    "nu.js",
    "qr.js",
    "site.css",
    "tokens.css",
    "voorlezen.js",
    "weekblad.css",
    "weergave*.js",
    "zoeken*.js",
)
"""What those pages need; the words of the search are kept once somebody searched."""


def without_network(press: Press) -> Iterator[Job]:
    """The page that is shown when there is no network and the page asked for was not kept."""
    page = Page(
        "geen-verbinding/",
        "U hebt nu geen internet",
        "Wat wel werkt: wat u eerder bekeek, de lijst, de agenda en uw lijstje.",
        index=False,
    )
    yield press.page("no-network.html", page)


def worker(press: Press, folder: Path) -> Output:
    """``sw.js``, once all else is written: whatever it keeps changes, its version changes too."""
    names = {SHEET if asset.name in TOGETHER else asset.name for asset in kept_assets()}
    known = {page.url for page in press.directory.pages}
    pages = [url for url in PAGES_KEPT if url != "hulplijnen/" or url in known]
    assets = [f"assets/{name}" for name in sorted(names)]
    kept = [*(folder / url / "index.html" for url in pages), *(folder / name for name in assets)]
    about = {"version": version(kept), "always": [*pages, *assets]}
    return press.rendered("sw.js", Page("sw.js", "", ""), "", about)


def kept_assets() -> Iterator[Path]:
    for pattern in SCRIPTS_KEPT:
        yield from (OWN_TEMPLATES / "assets").glob(pattern)


def version(files: Iterable[Path]) -> str:
    together = sha256()
    for file in files:
        together.update(sha256(file.read_bytes()).digest())
    return together.hexdigest()[:16]
