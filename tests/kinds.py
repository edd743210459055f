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

FURTHER = {
    "wish": "ik-zoek/samen-eten/",
    "language spoken": "taal/ar/",
    "welcome in English": "hallo/en/",
    "welcome, right to left": "hallo/ar/",
    "shortlist": "lijstje/",
    "no network": "geen-verbinding/",
    "for professionals": "professionals/",
    "guide": "professionals/signalen/",
    "whom to call": "professionals/wie-u-belt/",
    "signpost, question 1": "professionals/wegwijzer/",
    "signpost, question 2": "professionals/wegwijzer/ouder-gezelschap/",
    "signpost, answers": "professionals/wegwijzer/ouder-gezelschap/durven/",
    "poster": "activiteiten/koffie-linde/affiche/",
    "poster of a theme": "thema/ontmoeten/affiche/",
    "joining in": "meedoen/",
    "form": "meedoen/activiteit/",
    "fields explained": "meedoen/velden/",
    "partner's figures": "organisaties/havenhuis/gegevens/",
    "figures of a partner without activities": "organisaties/wij-heemstede/gegevens/",
    "partner's report": "organisaties/havenhuis/verslag/",
    "coalition": "coalitie/",
    "coverage": "coalitie/dekking/",
    "coverage of a group": "coalitie/dekking/jongeren/",
    "coverage of everyone": "coalitie/dekking/alles/",
    "coverage as a list": "coalitie/dekking/jongeren/lijst/",
    "goals": "coalitie/doelen/",
    "network": "coalitie/netwerk/",
    "news": "coalitie/nieuws/",
    "press": "coalitie/pers/",
    "approach": "over/aanpak/",
}
"""The kinds of page that are walked through elsewhere: journeys, the coalition, the doors."""

NOT_FOUND = "404.html"


def addresses_of(site: Path) -> list[str]:
    """Every page of a finished site, as an address relative to it."""
    pages = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(page.removesuffix("index.html") for page in pages if "pagefind/" not in page)
