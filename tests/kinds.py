"""One address of every kind of page, for tests that look at each kind."""

from pathlib import Path

KINDS = {
    "home": "",
    "list": "activiteiten/",
    "activity": "activiteiten/koffie-linde/",
    "activity by appointment": "activiteiten/maatje-buurt/",
    "activity that is paused or full": "activiteiten/respijt/",
    "theme": "thema/eten-en-koken/",
    "audience": "voor/ouderen/",
    "neighbourhood": "wijk/centrum/",
    "empty facet": "wijk/west-van-de-spoorbaan/",
    "weekday": "dag/zondag/",
    "agenda": "agenda/",
    "day": "agenda/2026-11-24/",
    "organisations": "organisaties/",
    "organisation": "organisaties/havenhuis/",
    "partner without activities": "organisaties/wij-heemstede/",
    "place": "locaties/buurthuis-de-haven/",
    "content page": "over/",
    "contact": "contact/",
    "helplines": "hulplijnen/",
}
"""What a name stands for is shown by the site that `built_site` builds."""

NOT_FOUND = "404.html"


def addresses_of(site: Path) -> list[str]:
    """Every page of a finished site, as an address relative to it."""
    pages = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(page.removesuffix("index.html") for page in pages if "pagefind/" not in page)
