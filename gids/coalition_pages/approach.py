"""The pillars and starting points of the plan with live figures, and what people proposed."""

from collections.abc import Iterator

from msgspec import Struct

from gids import dutch
from gids.coalition.figures import Figure, key_of
from gids.coalition.goals import plain
from gids.coalition_pages.desk import APPROACH, Desk, labelled, unknowable
from gids.pages import HOME
from gids.press import Job, Page
from schema import Idea, Principle


class PrincipleView(Struct, frozen=True):
    """A pillar or starting point with the live figures beside it."""

    name: str
    text: str
    figures: tuple[Figure, ...]


class ApproachView(Struct, frozen=True):
    lead: str
    pillars: tuple[PrincipleView, ...]
    principles: tuple[PrincipleView, ...]
    unknowable: tuple[str, ...]


class IdeaView(Struct, frozen=True):
    """What somebody proposed; ``whose`` completes “Van een …”."""

    text: str
    whose: str
    day: str
    state: str
    answer: str
    example: bool


def approach(desk: Desk) -> Iterator[Job]:
    """The pillars and starting points, and what residents proposed."""
    written = desk.project.coalition.approach
    page = Page(
        APPROACH.url,
        "De aanpak",
        "De pijlers en uitgangspunten van het plan, met de cijfers erbij.",
        (HOME,),
    )
    reviewed = desk.figure(key_of("bekeken door ervaringsdeskundigen"))
    view = ApproachView(
        written.lead or "",
        tuple(principle(desk, one) for one in written.pillars),
        tuple(principle(desk, one) for one in written.principles),
        unknowable(desk),
    )
    ideas = sorted(desk.project.coalition.ideas.ideas, key=lambda one: one.day, reverse=True)
    yield desk.press.page(
        "coalitie/aanpak.html",
        page,
        approach=view,
        ideas=tuple(map(idea, ideas)),
        reviewed=f"{dutch.capital(reviewed.label)}: {reviewed.long}.",
    )


def principle(desk: Desk, one: Principle) -> PrincipleView:
    found = (desk.figure(key_of(name)) for name in one.figures if key_of(name) in desk.made.figures)
    return PrincipleView(one.name, one.text, labelled(found))


def idea(one: Idea) -> IdeaView:
    return IdeaView(
        one.text,
        one.whose,
        plain(one.day),
        dutch.capital(one.state),
        one.answer or "",
        one.example,
    )
