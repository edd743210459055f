"""What works without a network: the worker that keeps pages, and the page for what it has not."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from gids.assets import SHEET, TOGETHER
from gids.pages import OWN_TEMPLATES, Job, Page, Press

PAGES_KEPT = ("", "activiteiten/", "agenda/", "lijstje/", "hulplijnen/", "geen-verbinding/")
SCRIPTS_KEPT = (
    "agenda.js",
    "blad.css",
    "bloem.svg",
    "delen.js",
    "journeys.css",
    "kaart.js",
    "knoppen.js",
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


def worker(press: Press) -> Iterator[Job]:
    """``sw.js``; a new day or a changed asset makes another version of it."""
    assets = sorted(kept_assets(OWN_TEMPLATES / "assets"))
    names = sorted({SHEET if asset.name in TOGETHER else asset.name for asset in assets})
    known = {page.url for page in press.directory.pages}
    always = [url for url in PAGES_KEPT if url != "hulplijnen/" or url in known]
    page = Page("sw.js", "", "")
    yield press.page(
        "sw.js",
        page,
        version=version(press.directory.site.built_iso, assets),
        always=[*always, *(f"assets/{name}" for name in names)],
    )


def kept_assets(folder: Path) -> Iterator[Path]:
    for pattern in SCRIPTS_KEPT:
        yield from folder.glob(pattern)


def version(day: str, assets: Sequence[Path]) -> str:
    """The day of the build, and what the assets are."""
    together = sha256()
    for asset in assets:
        together.update(asset.read_bytes())
    return f"{day}-{together.hexdigest()[:12]}"
