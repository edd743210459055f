"""Which activities answer a wish: any of what content/wensen.yaml names, and only what is sure."""

import re
from collections.abc import Callable

from gids.directory import ActivityView
from schema import Need

COMPANY = ("Maatje dat meegaat", "Opgehaald worden")


def answering(need: Need) -> Callable[[ActivityView], bool]:
    """Tells of an activity whether one of the things that the wish names holds for it."""
    pages = {
        *(f"thema/{theme}/" for theme in need.themes),
        *(f"voor/{audience}/" for audience in need.audiences),
    }
    elements = set(need.elements)
    starts = word_starting(need.words) if need.words else None

    def answers(view: ActivityView) -> bool:
        return (
            any(link.url in pages for link in (*view.themes, *view.audiences))
            or view.where.kind in need.places
            or not elements.isdisjoint(view.elements)
            or (starts is not None and says(view, starts))
            or (need.company and brings_company(view))
        )

    return answers


def word_starting(starts: tuple[str, ...]) -> re.Pattern[str]:
    """Finds a word that begins with one of these; “’s avonds” begins a word too."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(start.casefold()) for start in starts)})")


def says(view: ActivityView, words: re.Pattern[str]) -> bool:
    """Its title, summary or search words have one of these words."""
    text = " ".join((view.title, view.summary, *view.search_words)).casefold()
    return words.search(text) is not None


def brings_company(view: ActivityView) -> bool:
    """Somebody said a plain yes to a buddy or to being picked up."""
    return any(line.label in COMPANY and line.state == "ja" for line in view.first_visit.answers)
