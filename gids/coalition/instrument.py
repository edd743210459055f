"""Everything that the coalition looks at, worked out once from one directory and one day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from gids import dutch
from gids.coalition.coverage import Coverage, coverage
from gids.coalition.digest import Digest, digests
from gids.coalition.expectations import PATH, Verdict, by_slug, findings, verdicts
from gids.coalition.figures import Counted, Figure, figures
from gids.coalition.gaps import Gap, gaps
from gids.coalition.goals import Progress, progress
from gids.coalition.holidays import coming, periods
from gids.coalition.monitor import History, change_lines, day_line, history
from gids.coalition.network import Network, network
from gids.coalition.offer import Offer, offers
from gids.directory import Directory
from gids.problems import Finding
from gids.project import Project
from gids.views import Terms


class Instrument(Struct, frozen=True):
    """What the pages under coalitie/ show. ``figures`` are by key, as the monitor writes them."""

    today: date
    offers: tuple[Offer, ...]
    found: Coverage
    gaps: tuple[Gap, ...]
    verdicts: tuple[Verdict, ...]
    figures: Mapping[str, Figure]
    past: History
    goals: tuple[Progress, ...]
    network: Network
    digests: tuple[Digest, ...]


def instrument(directory: Directory, project: Project, today: date) -> Instrument:
    """Pure: the same directory, project and day give equal instruments."""
    files = project.coalition
    offered, found, judged = judge(directory, project, today)
    missing = gaps(found)
    counted = figures(Counted(directory, offered, found, judged))
    past = history(files, today)
    net = network(directory, project, offered, found, today)
    return Instrument(
        today,
        offered,
        found,
        missing,
        judged,
        counted,
        past,
        progress(files, counted, past, found, today),
        net,
        digests(directory, past, files.agenda, counted, net, missing, today),
    )


def judge(
    directory: Directory, project: Project, today: date
) -> tuple[tuple[Offer, ...], Coverage, tuple[Verdict, ...]]:
    """What there is, in tables, and how each expectation stands."""
    offered = offers(directory)
    expectations = project.coalition.expectations
    asked = (one.holiday for one in expectations.expectations if one.holiday)
    names = (*expectations.holidays, *asked)
    found = coverage(directory, project, offered, periods(names, project.holidays, offered, today))
    return offered, found, verdicts(project, offered, found, today)


# --- what is kept ----------------------------------------------------------------------------


def measurement(directory: Directory, project: Project, today: date) -> tuple[str, list[str]]:
    """Today's line for the monitor, and a line for every activity that came or went."""
    offered, found, judged = judge(directory, project, today)
    counted = figures(Counted(directory, offered, found, judged))
    past = history(project.coalition, today)
    return (
        day_line(today, counted, by_slug(judged)),
        change_lines(past, directory.listed, today),
    )


# --- what is wrong ---------------------------------------------------------------------------


def check(directory: Directory, project: Project, today: date) -> Iterator[Finding]:
    """Warnings only: an expectation that is not met, a word that nobody knows, a lost line."""
    yield from findings(judge(directory, project, today)[2])
    yield from unknown_words(project, today)
    for line in history(project.coalition, today).unread:
        yield Finding(
            "content/monitor",
            (),
            "monitor-regel",
            "warning",
            f"Deze regel kunnen we niet lezen: “{line[:60]}”.",
            "Haal hem weg, of zet hem terug zoals hij was. De andere regels tellen gewoon mee.",
            on="file",
        )


def unknown_words(project: Project, today: date) -> Iterator[Finding]:
    """Groups, neighbourhoods, themes and holidays that no list holds."""
    for index, one in enumerate(project.coalition.expectations.expectations):
        at = ("verwachtingen", index)
        yield from unlisted(project, PATH, (*at, "groepen"), "doelgroepen", one.audiences)
        yield from unlisted(project, PATH, (*at, "wijken"), "wijken", one.neighbourhoods)
        yield from unlisted(project, PATH, (*at, "themas"), "themas", one.themes)
        if one.holiday and coming(one.holiday, project.holidays, today) is None:
            yield unknown(PATH, (*at, "vakantie"), one.holiday, "vakanties")
    for entry in project.coalition.goals:
        audience = getattr(entry.model.indicator, "audience", None)
        words = (audience,) if audience else ()
        yield from unlisted(project, entry.path, ("cijfer", "groep"), "doelgroepen", words)


def unlisted(
    project: Project, path: str, keys: tuple[str | int, ...], vocabulary: str, words: Iterable[str]
) -> Iterator[Finding]:
    terms = Terms.of(project.vocabularies[vocabulary])
    for word in words:
        if terms.find(word) is None:
            yield unknown(path, keys, word, vocabulary)


def unknown(path: str, keys: tuple[str | int, ...], word: str, listed_in: str) -> Finding:
    return Finding(
        path,
        keys,
        "onbekend-woord",
        "warning",
        f"“{dutch.capital(word)}” staat niet in content/{listed_in}.yaml.",
        f"Kies een woord uit content/{listed_in}.yaml, of voeg het daar toe.",
    )
