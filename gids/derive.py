"""From what was read to what is published: views, facets, agenda and what fits beside what.

``derive`` is the only door. It is pure: the same project and the same day give equal directories.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

import schema
from gids import dutch
from gids.directory import (
    ActivityView,
    AgendaDay,
    AgendaItem,
    Directory,
    Facet,
    Link,
    OrganisationView,
    PageView,
    PlaceView,
    Related,
    Site,
    Tongue,
)
from gids.needs import answering
from gids.project import PageEntry, Project, key_of
from gids.values import WEEKDAYS
from gids.views import (
    HORIZON_WEEKS,
    Context,
    activity_view,
    coming,
    lost_words,
    organisation_view,
    phone,
    place_view,
)

AGENDA_DAYS = 28
RELATED = 3
RELATED_OF_A_KIND = 2
RING_LOOK = 16
OLDEST = 120
NOTHING_KNOWN: Mapping[str, ActivityView] = {}


def derive(
    project: Project, today: date, known: Mapping[str, ActivityView] = NOTHING_KNOWN
) -> Directory:
    """The whole directory as it stands on ``today``; ``known`` are views by key, made before."""
    context = Context.of(project, today)
    views = activity_views(context, known)
    listed = sorted((v for v in views if v.listed), key=by_next_date)
    partners, halls = organisations(context, listed), places(context, listed)
    there = addresses(project, views, partners, halls)
    pages = tuple(page_view(page, there) for page in project.pages)
    days = agenda(listed, today)
    words = project.vocabularies
    return Directory(
        site=site(project.settings, today, pages),
        activities=tuple(sorted(views, key=lambda v: v.slug)),
        listed=tuple(listed),
        themes=facets("thema", words["themas"], listed, lambda v: v.themes),
        audiences=facets("voor", words["doelgroepen"], listed, lambda v: v.audiences),
        neighbourhoods=facets("wijk", words["wijken"], listed, neighbourhood_links),
        weekdays=weekday_facets(listed),
        languages=language_facets(words["talen"], listed),
        organisations=partners,
        places=halls,
        agenda=days[:AGENDA_DAYS],
        agenda_later=days[AGENDA_DAYS:],
        pages=pages,
        needs=needs(project.needs, listed),
        related=relate(listed),
        around=context.around,
    )


def activity_views(context: Context, known: Mapping[str, ActivityView]) -> list[ActivityView]:
    """Every activity that may be on the site today, in the order in which it was read."""
    return [
        known.get(key_of(entry, context.around)) or activity_view(entry, context)
        for entry in context.project.activities
        if entry.model.valid_from is None or entry.model.valid_from <= context.today
    ]


def by_next_date(view: ActivityView) -> tuple[str, tuple[str, str], str]:
    """What is soon comes first; what has no date comes last; then by title."""
    return (view.next.start if view.next else "9", dutch.sort_key(view.title), view.slug)


# --- the site --------------------------------------------------------------------------------


def site(settings: schema.Settings, today: date, pages: Iterable[PageView]) -> Site:
    menu = sorted((p for p in pages if p.order), key=lambda p: (p.order, p.url))
    return Site(
        name=settings.site_name,
        municipality=settings.municipality,
        tagline=settings.tagline,
        phone=phone(settings.phone, settings.phone_name, settings.phone_hours),
        email=settings.email,
        base_url=(settings.base_url or "").rstrip("/"),
        repository=settings.repository or "",
        example_notice=settings.example_notice or "",
        built_on=dutch.date_long(today),
        built_iso=today.isoformat(),
        menu=tuple(Link(p.title, p.url) for p in menu),
        tongues=tuple(
            Tongue(p.language, p.language_name, p.url)
            for p in sorted(pages, key=lambda p: p.url)
            if p.language_name
        ),
        colours=tuple(sorted(settings.colours.items())),
    )


def addresses(
    project: Project,
    views: Iterable[ActivityView],
    partners: Iterable[OrganisationView],
    halls: Iterable[PlaceView],
) -> frozenset[str]:
    """Where the pages stand that come and go with their files."""
    found = (one.url for group in (views, partners, halls) for one in group)
    return frozenset((*found, *project.word_addresses()))


def page_view(page: PageEntry, there: frozenset[str]) -> PageView:
    return PageView(
        page.address,
        page.head.title,
        page.head.summary,
        page.markdown,
        there,
        page.head.order,
        page.head.language or "",
        page.head.language_name or "",
    )


# --- facets ----------------------------------------------------------------------------------


def grouped(
    views: Iterable[ActivityView], keys: Callable[[ActivityView], Iterable[str]]
) -> Mapping[str, tuple[ActivityView, ...]]:
    groups: dict[str, list[ActivityView]] = defaultdict(list)
    for view in views:
        for key in keys(view):
            groups[key].append(view)
    return {key: tuple(group) for key, group in groups.items()}


def neighbourhood_links(view: ActivityView) -> tuple[Link, ...]:
    return (view.neighbourhood,) if view.neighbourhood else ()


def facets(
    kind: str,
    vocabulary: schema.Vocabulary,
    views: Iterable[ActivityView],
    links: Callable[[ActivityView], tuple[Link, ...]],
) -> tuple[Facet, ...]:
    """One page for every term, also when nothing is there yet: the page then says so."""
    by_url = grouped(views, lambda view: [link.url for link in links(view)])
    return tuple(
        Facet(
            kind,
            term.slug,
            term.name,
            f"{kind}/{term.slug}/",
            dutch.capital(term.phrase or "") or facet_heading(kind, term.name),
            term.explanation or "",
            term.flower or "",
            by_url.get(f"{kind}/{term.slug}/", ()),
        )
        for term in vocabulary.terms
    )


def facet_heading(kind: str, name: str) -> str:
    """Headings are sentences: “Voor ouderen”, “In De Glip”, “Op zondag”."""
    match kind:
        case "voor":
            return f"Voor {name if name[:2].isupper() else name[:1].lower() + name[1:]}"
        case "wijk":
            return f"In {name[:1].lower() + name[1:] if name.startswith('Heel ') else name}"
        case "dag":
            return f"Op {name}"
        case _:
            return name


def language_facets(
    vocabulary: schema.Vocabulary, views: Iterable[ActivityView]
) -> tuple[Facet, ...]:
    """A page for every language that is spoken somewhere, besides Dutch."""
    by_slug = grouped(views, lambda view: dict(view.filters)["taal"])
    return tuple(
        Facet(
            "taal",
            term.slug,
            term.name,
            f"taal/{term.slug}/",
            f"Waar men ook {term.name} spreekt",
            "",
            "",
            by_slug[term.slug],
        )
        for term in vocabulary.terms
        if term.slug in by_slug and term.slug != "nl"
    )


def needs(wishes: schema.Needs, views: Sequence[ActivityView]) -> tuple[Facet, ...]:
    """What answers each wish, in the order of the home page."""
    return tuple(
        Facet(
            "ik-zoek",
            need.slug,
            need.name,
            f"ik-zoek/{need.slug}/",
            need.name,
            need.explanation or "",
            "",
            tuple(filter(answering(need), views)),
        )
        for need in wishes.needs
    )


def weekday_facets(views: Iterable[ActivityView]) -> tuple[Facet, ...]:
    """Per day of the week what goes on then in the coming eight weeks, by its next date then."""
    by_day = grouped(views, lambda view: dict(view.filters)["dag"])
    return tuple(
        Facet(
            "dag",
            day,
            dutch.capital(day),
            f"dag/{day}/",
            facet_heading("dag", day),
            "",
            "",
            tuple(sorted((only_on(v, i) for v in by_day.get(day, ())), key=by_next_date)),
        )
        for i, day in enumerate(WEEKDAYS)
    )


def only_on(view: ActivityView, weekday: int) -> ActivityView:
    """The same activity as who looks for one day of the week sees it: its dates on that day."""
    dates = tuple(
        one for one in view.occurrences if date.fromisoformat(one.iso_day).weekday() == weekday
    )
    going = next((one for one in dates if one.status != "cancelled"), None)
    lost = lost_words(dates, going)
    written = coming(dates, view.coming_places)
    return replace(view, next=going, lost=lost, occurrences=dates, coming=written)


# --- agenda ----------------------------------------------------------------------------------


def agenda(views: Iterable[ActivityView], today: date) -> tuple[AgendaDay, ...]:
    """Every day of the coming eight weeks with what is on, cancelled ones included, by time."""
    items: dict[str, list[AgendaItem]] = defaultdict(list)
    for view in sorted(views, key=lambda v: (dutch.sort_key(v.title), v.slug)):
        for when in view.occurrences:
            items[when.iso_day].append(AgendaItem(view, when))
    days = (today + timedelta(days=n) for n in range(HORIZON_WEEKS * 7))
    return tuple(
        AgendaDay(
            day.isoformat(),
            dutch.date_day(day),
            day.isocalendar().week,
            day.weekday() >= 5,
            tuple(sorted(items[day.isoformat()], key=lambda item: item.when.start)),
        )
        for day in days
    )


# --- partners and places ---------------------------------------------------------------------


def organisations(context: Context, views: Iterable[ActivityView]) -> tuple[OrganisationView, ...]:
    by_url = grouped(views, lambda v: [v.organisation.url, *(link.url for link in v.together_with)])
    entries = context.project.organisations.values()
    found = [
        organisation_view(e, by_url.get(f"organisaties/{e.folder}/", ()), context) for e in entries
    ]
    return tuple(sorted(found, key=lambda o: (dutch.sort_key(o.name), o.slug)))


def places(context: Context, views: Iterable[ActivityView]) -> tuple[PlaceView, ...]:
    by_url = grouped(views, lambda v: dict.fromkeys(link.url for link in v.where.places))
    entries = context.project.places.values()
    found = [place_view(e, by_url.get(f"locaties/{e.slug}/", ()), context) for e in entries]
    return tuple(sorted(found, key=lambda p: (dutch.sort_key(p.name), p.slug)))


# --- what fits beside what -------------------------------------------------------------------


class Open(Struct, frozen=True):
    """To whom an activity is open, and on which days of the week it is."""

    groups: frozenset[str]
    lowest: int
    highest: int
    days: frozenset[str]

    @classmethod
    def of(cls, view: ActivityView) -> "Open":
        days = frozenset(day for name, found in view.filters if name == "dag" for day in found)
        groups = frozenset(view.people)
        return cls(groups, view.source.age_from or 0, view.source.age_to or OLDEST, days)

    def is_for(self, other: "Open") -> bool:
        """Whoever is at home there is at home here: it names no further group, and no other age."""
        return self.groups - {schema.EVERYONE} <= other.groups and self.overlaps(other)

    def welcomes(self, other: "Open") -> bool:
        """Some of those who are at home there can come here as well."""
        groups = schema.EVERYONE in self.groups or self.groups & other.groups
        return bool(groups) and self.overlaps(other)

    def another_day(self, other: "Open") -> bool:
        return bool(self.days and other.days) and not self.days & other.days

    def overlaps(self, other: "Open") -> bool:
        return self.lowest <= other.highest and other.lowest <= self.highest


def relate(views: Sequence[ActivityView]) -> dict[str, tuple[Related, ...]]:
    """Up to three others for each, open to the same people or else to some of them.

    First the same theme near by, then the same place on another day, then the theme. Each list is
    walked as a ring that starts after the activity itself, so that the choice is spread over the
    offer, is stable, and costs the same however large the offer is.
    """
    rings = ring_index(sorted(views, key=lambda v: v.slug))
    opens = {view.slug: Open.of(view) for view in views}
    return {view.slug: tuple(fitting(view, rings, opens)) for view in views}


def ring_keys(view: ActivityView) -> tuple[tuple[str, str, str], ...]:
    """The rings that a view is on, best first: (kind, theme, where)."""
    theme = view.themes[0].url if view.themes else ""
    near = view.neighbourhood.url if view.neighbourhood else ""
    place = view.where.places[0].url if len(view.where.places) == 1 else ""
    keys = [("near", theme, near), ("theme", theme, "")]
    if place:
        keys.insert(1, ("place", "", place))
    return tuple(keys)


Ring = list[ActivityView]
Rings = Mapping[tuple[str, str, str], tuple[Ring, Mapping[str, int]]]


def ring_index(views: Iterable[ActivityView]) -> Rings:
    rings: dict[tuple[str, str, str], Ring] = defaultdict(list)
    for view in views:
        for key in ring_keys(view):
            rings[key].append(view)
    return {key: (ring, {v.slug: i for i, v in enumerate(ring)}) for key, ring in rings.items()}


def fitting(view: ActivityView, rings: Rings, opens: Mapping[str, Open]) -> list[Related]:
    mine = opens[view.slug]
    chosen: dict[str, Related] = {}
    for fits, key in product((Open.is_for, Open.welcomes), ring_keys(view)):
        most = min(RELATED, len(chosen) + RELATED_OF_A_KIND) if key[0] != "theme" else RELATED
        for other in onwards(view, rings[key]):
            if len(chosen) == most:
                break
            their = opens[other.slug]
            another_day = key[0] != "place" or their.another_day(mine)
            if another_day and other.slug not in chosen and fits(their, mine):
                chosen[other.slug] = related(view, other, key[0])
        if len(chosen) == RELATED:
            break
    return list(chosen.values())


def onwards(view: ActivityView, found: tuple[Ring, Mapping[str, int]]) -> Iterator[ActivityView]:
    """The next ones on a ring; not all of a long one."""
    ring, position = found
    start = position[view.slug]
    return (ring[(start + step) % len(ring)] for step in range(1, min(len(ring), RING_LOOK)))


def related(view: ActivityView, other: ActivityView, ring: str) -> Related:
    return Related(other.title, other.url, other.summary, other.schedule_short, why(view, ring))


def why(view: ActivityView, ring: str) -> str:
    """The reason in words that hold for both."""
    if ring == "place":
        return "Ook op deze plek, op een andere dag"
    theme = f"Ook {view.themes[0].name.lower()}" if view.themes else "Ook iets voor u"
    return f"{theme}, in dezelfde wijk" if ring == "near" and view.neighbourhood else theme
