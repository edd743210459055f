"""Rows to take away: what the pages show, for a spreadsheet. Every cell is text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from gids.coalition.cells import ALL
from gids.coalition.completeness import FRESHNESS, freshness, near_partners
from gids.coalition.coverage import Coverage
from gids.coalition.gaps import Gap
from gids.coalition.goals import Progress
from gids.coalition.monitor import History
from gids.coalition.offer import Offer, slot_name, slots_in
from gids.directory import ActivityView, Directory

UNDATED = "zonder datum"


class Table(Struct, frozen=True):
    """Column names, and rows of as many cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def coverage_table(found: Coverage) -> Table:
    """Everything crossed with everything; a combination that is not there has no activities."""
    names = {area.slug: area.name for area in found.areas}
    counted: Counter[tuple[str, ...]] = Counter()
    for group in (found.everything, *found.groups):
        name = ALL if group is found.everything else group.name
        for one in group.own:
            for part in [slot_name(slot) for slot in slots_in(one.week)] or [UNDATED]:
                area = names.get(one.neighbourhood, one.neighbourhood)
                counted[name, area, part, one.cost, one.access] += 1
    rows = tuple((*key, str(count)) for key, count in sorted(counted.items()))
    return Table(("voor_wie", "wijk", "wanneer", "kosten", "drempelvrij", "activiteiten"), rows)


def gaps_table(gaps: Iterable[Gap], offered: Sequence[Offer]) -> Table:
    columns = ("soort", "voor_wie", "wijk", "wanneer", "wat_ontbreekt", "misschien_iets_voor")
    rows = (
        (
            gap.kind,
            gap.group,
            gap.area,
            ", ".join(map(slot_name, gap.slots)),
            gap.sentence,
            ", ".join(link.name for link in near_partners(gap, offered)),
        )
        for gap in gaps
    )
    return Table(columns, tuple(rows))


def goals_table(goals: Iterable[Progress]) -> Table:
    columns = (
        "doel", "cijfer", "gemeten_door", "nu", "nulmeting", "streefwaarde", "periode", "stand",
        "eigenaar", "voorbeeld",
    )  # fmt: skip
    rows = (
        (
            one.title,
            one.measures,
            "de gids" if one.computed else one.measured_by,
            one.now,
            one.baseline,
            one.target,
            one.period,
            one.state_words,
            one.owner,
            yes_no(one.example),
        )
        for one in goals
    )
    return Table(columns, tuple(rows))


def monitor_table(past: History) -> Table:
    """One row per measured day; a share as its count and of how many."""
    keys = tuple(dict.fromkeys(key for day in past.days for key in day.counts))
    rows = (
        (
            day.day.isoformat(),
            *(counted_words(day.counts.get(key)) for key in keys),
            "; ".join(f"{key}: {', '.join(who)}" for key, who in sorted(day.unmet.items())),
        )
        for day in past.days
    )
    return Table(("datum", *keys, "niet_gehaald"), tuple(rows))


def counted_words(counts: tuple[int, int | None] | None) -> str:
    if counts is None:
        return ""
    count, of = counts
    return str(count) if of is None else f"{count} van {of}"


def freshness_table(directory: Directory) -> Table:
    """Per partner how many activities are how fresh."""
    by_partner: dict[str, list[ActivityView]] = {one.url: [] for one in directory.organisations}
    for view in directory.activities:
        by_partner.setdefault(view.organisation.url, []).append(view)
    rows = (
        (
            one.name,
            str(sum(view.listed for view in by_partner[one.url])),
            *(str(len(found.activities)) for found in freshness(by_partner[one.url])),
            newest(by_partner[one.url]),
        )
        for one in directory.organisations
    )
    return Table(
        ("organisatie", "activiteiten", *(key for key, _ in FRESHNESS), "laatst_bevestigd"),
        tuple(rows),
    )


def newest(views: Iterable[ActivityView]) -> str:
    days = [view.verified_on for view in views if view.verified_on]
    return max(days).isoformat() if days else ""


# --- all that is known of an activity --------------------------------------------------------


def activities_table(offered: Sequence[Offer]) -> Table:
    """One row per listed activity, with what the open data and the coalition count."""
    return Table(ACTIVITY_COLUMNS, tuple(tuple(activity_row(one)) for one in offered))


ACTIVITY_COLUMNS = (
    "kort", "titel", "organisatie", "samen_met", "themas", "voor_wie", "wijk", "wanneer",
    "delen_van_de_week", "keren_in_acht_weken", "kosten", "prijs", "drempelvrij", "aanmelden",
    "wie_ontvangt_u", "eerste_keer_beschreven", "talen", "verwijzen", "eenzaamheid",
    "werkzame_elementen", "bekeken_door_ervaringsdeskundigen", "mensen_per_keer", "nieuwe_mensen",
    "bereik_over", "gezocht", "gecontroleerd_op", "versheid", "stand", "voorbeeld",
)  # fmt: skip


def activity_row(one: Offer) -> Iterator[str]:
    """In the order of ``ACTIVITY_COLUMNS``; unknown is empty or says so, and is never a yes."""
    view, source = one.view, one.view.source
    yield from (view.slug, view.title, view.organisation.name)
    yield ", ".join(link.name for link in view.together_with)
    yield ", ".join(link.name for link in view.themes)
    yield ", ".join(link.name for link in view.audiences)
    yield view.neighbourhood.name if view.neighbourhood else ""
    yield view.schedule_long
    yield ", ".join(map(slot_name, slots_in(one.week)))
    yield str(sum(not date.cancelled for date in view.dates))
    yield from (one.cost, view.cost_text, one.access, view.registration)
    yield view.first_visit.welcomed_by
    yield yes_no(view.first_visit.welcomed_by or view.first_visit.what_happens)
    yield ", ".join(view.languages)
    yield source.referral.kind if source.referral else ""
    yield from (", ".join(view.loneliness), ", ".join(view.elements))
    yield source.reviewed.value if source.reviewed else ""
    reach = source.reach
    yield str(reach.per_time) if reach else ""
    yield str(reach.new) if reach and reach.new is not None else ""
    yield reach.period if reach else ""
    yield "; ".join(f"{item.kind}: {item.text}" for item in source.wanted)
    yield view.verified_on.isoformat() if view.verified_on else ""
    yield from (view.freshness, view.status, yes_no(view.example))


def yes_no(value: object) -> str:
    return "ja" if value else "nee"
