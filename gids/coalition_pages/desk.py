"""What every page of the coalition is made from, and the addresses that they share."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from msgspec import Struct

from gids import dutch
from gids.coalition.figures import Figure
from gids.coalition.instrument import Instrument
from gids.coalition.offer import Offer
from gids.directory import ActivityView, Directory, Link
from gids.pages import HOME
from gids.press import Press
from gids.project import Project

T = TypeVar("T")

COALITION = Link("Coalitie", "coalitie/")
COVERAGE = Link("Wat is er voor wie", "coalitie/dekking/")
GOALS = Link("Doelen", "coalitie/doelen/")
NETWORK = Link("Netwerk", "coalitie/netwerk/")
NEWS = Link("Nieuws", "coalitie/nieuws/")
PRESS_KIT = Link("Pers en affiches", "coalitie/pers/")
APPROACH = Link("De aanpak", "over/aanpak/")
TRAIL = (HOME, COALITION)

COVERAGE_CSV = "coalitie/dekking.csv"
GAPS_CSV = "coalitie/gaten.csv"
GOALS_CSV = "coalitie/doelen.csv"
MONITOR_CSV = "coalitie/monitor.csv"
FRESHNESS_CSV = "coalitie/versheid.csv"
ACTIVITIES_CSV = "coalitie/activiteiten.csv"
NEWS_FEED = "coalitie/nieuws/nieuws.atom"
DOWNLOADS = (
    Link("Wat er is: voor wie, waar, wanneer, kosten en drempels", COVERAGE_CSV),
    Link("Wat er ontbreekt", GAPS_CSV),
    Link("Doelen en hoe ver ze zijn", GOALS_CSV),
    Link("Alle metingen, dag voor dag", MONITOR_CSV),
    Link("Hoe vers alles is, per organisatie", FRESHNESS_CSV),
    Link("Alle activiteiten met alles wat we weten", ACTIVITIES_CSV),
)


class Desk(Struct, frozen=True):
    """The press, everything that was worked out, and what each partner has of it."""

    press: Press
    directory: Directory
    project: Project
    made: Instrument
    offers_of: Mapping[str, tuple[Offer, ...]]
    views_of: Mapping[str, tuple[ActivityView, ...]]

    @classmethod
    def of(cls, press: Press, project: Project, made: Instrument) -> "Desk":
        return cls(
            press,
            press.directory,
            project,
            made,
            grouped(made.offers, lambda offer: offer.organiser),
            grouped(press.directory.activities, lambda view: view.organisation.url),
        )

    def figure(self, key: str) -> Figure:
        return self.made.figures[key]

    def own_offers(self, slug: str) -> tuple[Offer, ...]:
        """What one partner organises and is listed, by title."""
        return self.offers_of.get(slug, ())

    def own_views(self, url: str) -> tuple[ActivityView, ...]:
        """Everything of one partner that has a page, listed or not."""
        return self.views_of.get(url, ())


def grouped(items: Iterable[T], owner: Callable[[T], str]) -> Mapping[str, tuple[T, ...]]:
    """The items of each owner, in their order."""
    groups: dict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[owner(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}


def labelled(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """With a capital, as a list of figures shows them."""
    return tuple(Figure(f.key, dutch.capital(f.label), f.count, f.of) for f in figures)


def unknowable(desk: Desk) -> tuple[str, ...]:
    return tuple(map(dutch.sentence, desk.project.coalition.approach.unknowable))
