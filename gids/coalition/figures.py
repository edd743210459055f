"""The indicators that the site counts by itself, from what is published and nothing else.

Each is a whole number, or a share: so many of so many. A share of nothing has no percentage.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from gids import dutch
from gids.coalition.coverage import Coverage
from gids.coalition.expectations import Verdict
from gids.coalition.offer import NOTHING_TO_ENTER, UNKNOWN, Offer
from gids.directory import ActivityView, Directory


class Figure(Struct, frozen=True):
    """A count, or a share when ``of`` is not None. ``label`` is what is counted."""

    key: str
    label: str
    count: int
    of: int | None = None

    @property
    def value(self) -> int | None:
        """What a goal is compared with: the count, or the whole percentage; None of nothing."""
        if self.of is None:
            return self.count
        return percentage(self.count, self.of) if self.of else None

    @property
    def is_share(self) -> bool:
        return self.of is not None

    @property
    def short(self) -> str:
        """``31``, ``72%``, ``–``."""
        if self.value is None:
            return "–"
        return f"{self.value}%" if self.is_share else thousands(self.value)

    @property
    def long(self) -> str:
        """``31``, ``118 van de 164 (72%)``."""
        if self.of is None or not self.of:
            return self.short
        return f"{thousands(self.count)} van de {thousands(self.of)} ({self.short})"


def percentage(count: int, of: int) -> int:
    """Rounded to whole percents, halves up."""
    return (200 * count + of) // (2 * of)


def thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


class Counted(Struct, frozen=True):
    """What the indicators are counted over."""

    directory: Directory
    offered: Sequence[Offer]
    found: Coverage
    verdicts: Sequence[Verdict]

    @property
    def listed(self) -> tuple[ActivityView, ...]:
        return self.directory.listed

    def share(self, holds: Callable[[ActivityView], object]) -> tuple[int, int]:
        return sum(1 for view in self.listed if holds(view)), len(self.listed)


Count = tuple[int, int | None]


def partners(counted: Counted) -> Count:
    """Every organisation with a folder of its own."""
    return len(counted.directory.organisations), None


def partners_with_offer(counted: Counted) -> Count:
    """Those that organise something that is listed, alone or together."""
    offering = sum(1 for one in counted.directory.organisations if one.activities)
    return offering, len(counted.directory.organisations)


def sectors(counted: Counted) -> Count:
    return len({one.sector for one in counted.directory.organisations}), None


def together(counted: Counted) -> Count:
    return counted.share(lambda view: view.together_with)


def activities(counted: Counted) -> Count:
    return len(counted.listed), None


def confirmed(counted: Counted) -> Count:
    return counted.share(lambda view: view.freshness == "vers")


def first_visit(counted: Counted) -> Count:
    """With a word about who welcomes you, or what happens."""
    return counted.share(lambda view: view.first_visit.welcomed_by or view.first_visit.what_happens)


def steps_known(counted: Counted) -> Count:
    """Of what has a place to get into."""
    enter = [one for one in counted.offered if one.access != NOTHING_TO_ENTER]
    return sum(1 for one in enter if one.access != UNKNOWN), len(enter)


def free(counted: Counted) -> Count:
    return counted.share(lambda view: view.free)


def languages(counted: Counted) -> Count:
    """Languages that are spoken somewhere, Dutch not counted."""
    spoken = {name for view in counted.listed for name in view.languages}
    return len(spoken - {"Nederlands"}), None


def expectations_met(counted: Counted) -> Count:
    """Over all subjects: an expectation for thirteen neighbourhoods counts thirteen times."""
    kept = sum(verdict.kept for verdict in counted.verdicts)
    return kept, sum(len(verdict.subjects) for verdict in counted.verdicts)


def reviewed(counted: Counted) -> Count:
    return counted.share(
        lambda view: view.source.reviewed and view.source.reviewed.value in ("ja", "deels")
    )


COUNTS: Mapping[str, tuple[Callable[[Counted], Count], str]] = {
    "partners": (partners, "organisaties die meedoen"),
    "partners met aanbod": (partners_with_offer, "organisaties met iets in de gids"),
    "sectoren": (sectors, "sectoren die meedoen"),
    "samen met een ander": (together, "activiteiten van twee of meer organisaties samen"),
    "activiteiten": (activities, "activiteiten in de gids"),
    "bevestigd in 90 dagen": (confirmed, "activiteiten die in de laatste 90 dagen bevestigd zijn"),
    "eerste keer beschreven": (first_visit, "activiteiten die vertellen hoe de eerste keer gaat"),
    "drempels bekend": (steps_known, "activiteiten die zeggen of er drempels zijn"),
    "gratis": (free, "activiteiten die gratis zijn"),
    "talen": (languages, "talen die er gesproken worden, naast Nederlands"),
    "verwachtingen gehaald": (
        expectations_met,
        "afspraken die gehaald zijn, per wijk, groep of dag geteld",
    ),
    "bekeken door ervaringsdeskundigen": (
        reviewed,
        "activiteiten die bekeken zijn door ervaringsdeskundigen",
    ),
}
PER_GROUP = "voor een groep"
"""The one indicator of the schema that is not in ``COUNTS``: there is one for every group."""


def figures(counted: Counted) -> Mapping[str, Figure]:
    """Every indicator by key, one per group included: ``voor-jongeren``."""
    named = (
        Figure(key_of(name), label, *count(counted)) for name, (count, label) in COUNTS.items()
    )
    return {figure.key: figure for figure in (*named, *group_figures(counted.found))}


def group_figures(found: Coverage) -> Iterable[Figure]:
    for group in found.groups:
        yield Figure(group_key(group.slug), f"activiteiten {group.phrase}", len(group.own))


def key_of(indicator: str, audience: str | None = None) -> str:
    """How the history writes an indicator: ``bevestigd-in-90-dagen``, ``voor-jongeren``."""
    return group_key(audience) if audience else dutch.slugify(indicator)


def group_key(slug: str) -> str:
    return f"voor-{slug}"
