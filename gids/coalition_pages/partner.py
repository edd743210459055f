"""The pages of one partner: what can be added, and a report for the subsidy conversation."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from gids import dutch
from gids.coalition.completeness import asked, freshness, near_gaps
from gids.coalition.figures import Figure
from gids.coalition.goals import plain
from gids.coalition.network import Partner
from gids.coalition.offer import NOTHING_TO_ENTER, Offer
from gids.coalition_pages.desk import Desk
from gids.directory import Link, OrganisationView
from gids.pages import HOME, ORGANISATIONS
from gids.press import Job, Page

UNCOUNTED = "niet geteld"


def data(desk: Desk) -> Iterator[Job]:
    """What is there, what can be added, how fresh it is, and which gap is near."""
    partners = {one.link.url: one for one in desk.made.network.partners}
    for view in desk.directory.organisations:
        own = desk.own_offers(view.slug)
        page = own_page(view, "gegevens", f"Wat {view.name} kan toevoegen aan de gids.")
        yield desk.press.page(
            "coalitie/gegevens.html",
            page,
            organisation=view,
            own=own,
            asked=asked(own),
            fresh=freshness(desk.own_views(view.url)),
            gaps=near_gaps(desk.made.gaps, own),
            partner=partners[view.url],
        )


def own_page(view: OrganisationView, name: str, summary: str) -> Page:
    """For the partner itself, so no search engine needs it."""
    trail = (HOME, ORGANISATIONS, Link(view.name, view.url))
    title = f"{name.capitalize()} van {view.name}"
    return Page(f"{view.url}{name}/", title, summary, trail, index=False)


# --- the report ------------------------------------------------------------------------------


class ReportRow(Struct, frozen=True):
    """One activity on paper; what is not known says so."""

    title: str
    when: str
    audiences: str
    reach: str
    access: str
    verified: str
    together: str


def report(desk: Desk) -> Iterator[Job]:
    """Activities, reach as far as given, accessibility, confirmations and cooperation."""
    partners = {one.link.url: one for one in desk.made.network.partners}
    for view in desk.directory.organisations:
        own = desk.own_offers(view.slug)
        page = own_page(view, "verslag", f"Wat {view.name} doet, voor het gesprek met de gemeente.")
        yield desk.press.page(
            "coalitie/verslag.html",
            page,
            organisation=view,
            summary=tuple(summary(own, partners[view.url])),
            rows=tuple(map(report_row, own)),
        )


def summary(own: Sequence[Offer], partner: Partner) -> Iterator[tuple[str, str]]:
    """The counts of the report; each is a count over the rows below it."""
    going = sum(1 for one in own for date in one.view.dates if not date.cancelled)
    yield "Activiteiten in de gids", str(len(own))
    yield "Keren in de komende acht weken", str(going)
    yield "Gratis", share(own, [one for one in own if one.cost == "gratis"])
    enter = [one for one in own if one.access != NOTHING_TO_ENTER]
    yield "Zeker zonder drempels", share(enter, [one for one in enter if one.access == "ja"])
    yield "Bevestigd in 90 dagen", share(own, [o for o in own if o.view.freshness == "vers"])
    counted = [one.view.source.reach for one in own if one.view.source.reach]
    people = sum(reach.per_time for reach in counted)
    told = f"{people}, geteld bij {len(counted)} van de {len(own)} activiteiten"
    yield "Mensen per keer, opgeteld", told if counted else UNCOUNTED
    yield "Samen met", dutch.joined([link.name for link in partner.together]) or "nog niemand"


def share(of: Sequence[Offer], found: Sequence[Offer]) -> str:
    return Figure("", "", len(found), len(of)).long


def report_row(one: Offer) -> ReportRow:
    view, reach = one.view, one.view.source.reach
    new = f", {reach.new} nieuw" if reach and reach.new is not None else ""
    return ReportRow(
        view.title,
        view.schedule_short,
        ", ".join(link.name for link in view.audiences),
        f"{reach.per_time}{new} ({reach.period})" if reach else UNCOUNTED,
        one.access,
        plain(view.verified_on) if view.verified_on else "nog niet",
        dutch.joined([link.name for link in view.together_with]) or "niemand",
    )
