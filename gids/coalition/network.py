"""Who does what, for whom, with whom; what is wanted and offered; and who could meet.

Connections come from ``samen_met``. What is wanted or offered is said by the partners themselves;
that two of them fit is only a suggestion, and says why.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, islice

from msgspec import Struct

from gids import dutch
from gids.coalition.coverage import Coverage
from gids.coalition.offer import Offer
from gids.directory import Directory, Link
from gids.project import Project
from schema import Offered, Wanted

MOST_SUGGESTIONS = 8
EVERY_KIND = ("vrijwilligers", "ruimte", "partner", "scholing", "vervoer", "anders")


class Notice(Struct, frozen=True):
    """Something wanted or offered; ``about`` is the activity it is for, if it is for one."""

    kind: str
    text: str
    who: Link
    about: Link | None

    @property
    def what(self) -> str:
        """“vrijwilligers: iemand die koffie schenkt”."""
        return self.text if self.kind == "anders" else f"{self.kind}: {self.text}"


class Tie(Struct, frozen=True):
    """Two partners and what they do together."""

    one: Link
    other: Link
    activities: tuple[Link, ...]


class Suggestion(Struct, frozen=True):
    """Two partners that do not work together yet, and why they might."""

    one: Link
    other: Link
    why: str


class Fit(Struct, frozen=True):
    """Something offered, and who look for something of that kind."""

    have: Notice
    wants: tuple[Notice, ...]


class Partner(Struct, frozen=True):
    """A row of the table of partners. ``groups`` and ``themes`` are names, most frequent first."""

    link: Link
    sector: str
    count: int
    groups: tuple[str, ...]
    themes: tuple[str, ...]
    together: tuple[Link, ...]


class Network(Struct, frozen=True):
    """Everything, sorted by name."""

    partners: tuple[Partner, ...]
    ties: tuple[Tie, ...]
    wanted: tuple[Notice, ...]
    offered: tuple[Notice, ...]
    fitting: tuple[Fit, ...]
    near: tuple[Suggestion, ...]

    @property
    def alone(self) -> tuple[Partner, ...]:
        """Partners that have an offer and do nothing together yet."""
        return tuple(one for one in self.partners if one.count and not one.together)


def network(
    directory: Directory,
    project: Project,
    offered: Sequence[Offer],
    found: Coverage,
    today: date,
) -> Network:
    links = {one.slug: Link(one.name, one.url) for one in directory.organisations}  # by name
    ties = tuple(ties_of(offered, links))
    wants, haves = tuple(wanted(project, links, today)), tuple(offers_made(project, links))
    return Network(
        tuple(partners(directory, offered, ties)),
        ties,
        wants,
        haves,
        tuple(fitting(wants, haves)),
        tuple(near(offered, found, links, ties)),
    )


def partners(
    directory: Directory, offered: Iterable[Offer], ties: Iterable[Tie]
) -> Iterator[Partner]:
    own: dict[str, list[Offer]] = defaultdict(list)
    for offer in offered:
        own[offer.view.organisation.url].append(offer)
    together: dict[str, list[Link]] = defaultdict(list)
    for tie in ties:
        together[tie.one.url].append(tie.other)
        together[tie.other.url].append(tie.one)
    for view in directory.organisations:
        mine = own[view.url]
        yield Partner(
            Link(view.name, view.url),
            view.sector,
            len(mine),
            frequent(link.name for offer in mine for link in offer.view.audiences),
            frequent(link.name for offer in mine for link in offer.view.themes),
            tuple(by_name(together[view.url])),
        )


def frequent(names: Iterable[str], most: int = 4) -> tuple[str, ...]:
    counted = Counter(names)
    return tuple(sorted(counted, key=lambda name: (-counted[name], name)))[:most]


def by_name(links: Iterable[Link]) -> list[Link]:
    return sorted(set(links), key=lambda link: (dutch.sort_key(link.name), link.url))


# --- who works with whom ---------------------------------------------------------------------


def ties_of(offered: Iterable[Offer], links: Mapping[str, Link]) -> Iterator[Tie]:
    """Every pair of partners that organise something together, by name."""
    shared: dict[tuple[Link, Link], list[Link]] = defaultdict(list)
    for offer in offered:
        mine = links.get(offer.organiser)
        everyone = by_name([*([mine] if mine else []), *offer.view.together_with])
        for one, other in combinations(everyone, 2):
            shared[one, other].append(Link(offer.view.title, offer.view.url))
    for (one, other), activities in sorted(shared.items(), key=lambda item: pair_key(item[0])):
        yield Tie(one, other, tuple(activities))


def pair_key(pair: tuple[Link, Link]) -> tuple[tuple[str, str], tuple[str, str]]:
    return dutch.sort_key(pair[0].name), dutch.sort_key(pair[1].name)


# --- wanted and offered ----------------------------------------------------------------------


def wanted(project: Project, links: Mapping[str, Link], today: date) -> Iterator[Notice]:
    """What organisations look for, and what their activities look for until they stop."""
    found = [
        notice(item, links[slug], None)
        for slug, entry in project.organisations.items()
        for item in entry.model.wanted
    ]
    for entry in project.activities:
        last = entry.model.stopped_on
        if entry.folder in links and (last is None or last >= today):
            about = Link(entry.model.title, f"activiteiten/{entry.slug}/")
            found += [notice(item, links[entry.folder], about) for item in entry.model.wanted]
    yield from sorted(once(found), key=notice_key)


def once(notices: Iterable[Notice]) -> Iterable[Notice]:
    """What an organisation says of itself and of an activity is told once, with the activity."""
    return {(one.kind, one.text, one.who): one for one in notices}.values()


def of_each_kind(notices: Iterable[Notice], most: int) -> tuple[Notice, ...]:
    """A few of every kind, where there is no room for all: first one of each, then another."""
    turn: Counter[str] = Counter()
    ranked = []
    for one in notices:
        ranked.append((turn[one.kind], one))
        turn[one.kind] += 1
    chosen = sorted(ranked, key=lambda pair: pair[0])[:most]
    return tuple(sorted((one for _, one in chosen), key=notice_key))


def offers_made(project: Project, links: Mapping[str, Link]) -> Iterator[Notice]:
    found = [
        notice(item, links[slug], None)
        for slug, entry in project.organisations.items()
        for item in entry.model.offered
    ]
    yield from sorted(found, key=notice_key)


def notice(item: Wanted | Offered, who: Link, about: Link | None) -> Notice:
    return Notice(item.kind, item.text, who, about)


def notice_key(one: Notice) -> tuple[int, tuple[str, str], str]:
    return EVERY_KIND.index(one.kind), dutch.sort_key(one.who.name), one.text


def fitting(wants: Sequence[Notice], haves: Iterable[Notice]) -> Iterator[Fit]:
    """What one offers, others look for: the same kind, and not just anything."""
    for have in haves:
        if have.kind != "anders":
            found = tuple(w for w in wants if w.kind == have.kind and w.who != have.who)
            if found:
                yield Fit(have, found)


def near(
    offered: Iterable[Offer], found: Coverage, links: Mapping[str, Link], ties: Iterable[Tie]
) -> Iterator[Suggestion]:
    """Partners for the same group of the plan in the same neighbourhood, not yet together."""
    tied = {frozenset((tie.one.url, tie.other.url)) for tie in ties}
    areas = {area.slug: area.phrase for area in found.areas if area.counts}
    groups = {group.slug: group.phrase for group in found.first}
    there: dict[tuple[str, str], set[str]] = defaultdict(set)
    for offer in offered:
        for slug in offer.audiences:
            if slug in groups and offer.neighbourhood in areas and offer.organiser in links:
                there[slug, offer.neighbourhood].add(offer.organiser)
    rank = {slug: place for place, slug in enumerate(links)}
    why: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (group, area), slugs in sorted(there.items()):
        for pair in combinations(sorted(slugs, key=rank.__getitem__), 2):
            why[pair][areas[area]].append(groups[group])
    best = sorted(why, key=lambda pair: (-shared(why[pair]), rank[pair[0]], rank[pair[1]]))
    apart = (
        (links[one], links[other], why[one, other])
        for one, other in best
        if frozenset((links[one].url, links[other].url)) not in tied
    )
    for one, other, reasons in islice(apart, MOST_SUGGESTIONS):
        told = [f"{dutch.joined(whom)} {where}" for where, whom in sorted(reasons.items())]
        yield Suggestion(one, other, f"allebei {dutch.joined(told)}")


def shared(reasons: Mapping[str, Sequence[str]]) -> int:
    """For how many groups, in how many neighbourhoods."""
    return sum(map(len, reasons.values()))
