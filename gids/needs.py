"""Which activities answer a wish: any of what content/wensen.yaml names, and only what is sure."""

import re

from gids.directory import ActivityView
from schema import Need

WORD = re.compile(r"\w+")
COMPANY = ("Maatje dat meegaat", "Opgehaald worden")


def answers(view: ActivityView, need: Need) -> bool:
    """An activity answers a wish when one of the things that the wish names holds for it."""
    return (
        has_facet(view, need)
        or view.where.kind in need.places
        or bool(set(need.elements) & set(view.elements))
        or (bool(need.words) and says(view, need.words))
        or (need.company and brings_company(view))
    )


def has_facet(view: ActivityView, need: Need) -> bool:
    wanted = {f"thema/{theme}/" for theme in need.themes}
    wanted |= {f"voor/{audience}/" for audience in need.audiences}
    return any(link.url in wanted for link in (*view.themes, *view.audiences))


def says(view: ActivityView, starts: tuple[str, ...]) -> bool:
    text = " ".join((view.title, view.summary, *view.search_words)).casefold()
    wanted = tuple(start.casefold() for start in starts)
    return any(word.startswith(wanted) for word in WORD.findall(text))


def brings_company(view: ActivityView) -> bool:
    """Somebody said a plain yes to a buddy or to being picked up."""
    return any(line.label in COMPANY and line.state == "ja" for line in view.first_visit.answers)
