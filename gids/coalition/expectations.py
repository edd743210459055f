"""What was agreed to be there, and where it is not: the verdict on each expectation.

An expectation is judged for each of its subjects: the whole town, each neighbourhood, each group or
each day of the week.
Weeks are counted from today on, seven days each, so that every week holds every weekday once.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from gids import dutch
from gids.coalition.coverage import Coverage
from gids.coalition.holidays import Period
from gids.coalition.offer import Offer
from gids.occurrences import Occurrence
from gids.problems import Finding
from gids.project import Project
from gids.values import WEEKDAYS
from gids.views import HORIZON_WEEKS, Terms
from schema import Expectation

PATH = "content/verwachtingen.yaml"
DAYS = {"iedere week": 7, "iedere vier weken": 28, "in acht weken": 7 * HORIZON_WEEKS}
TOWN = "gemeente"


class Subject(Struct, frozen=True):
    """For whom, where or when it should hold. ``phrase`` completes “Dat lukt nog niet …”."""

    slug: str
    name: str
    phrase: str
    weekday: int | None = None

    def meant(self, days: Iterable[date]) -> list[date]:
        """Of these days the ones that it is about."""
        return [day for day in days if self.weekday in (None, day.weekday())]


class Shortfall(Struct, frozen=True):
    """A subject for which it does not hold, with the first day of each time that it fails."""

    subject: Subject
    missing: tuple[date, ...]
    spans: int

    @property
    def always(self) -> bool:
        return len(self.missing) == self.spans


class Verdict(Struct, frozen=True):
    """How an expectation stands: for how many subjects, and where it falls short."""

    expectation: Expectation
    index: int
    subjects: tuple[Subject, ...]
    short: tuple[Shortfall, ...]

    @property
    def met(self) -> bool:
        return bool(self.subjects) and not self.short

    @property
    def kept(self) -> int:
        return len(self.subjects) - len(self.short)


def verdicts(
    project: Project, offered: Sequence[Offer], found: Coverage, today: date
) -> tuple[Verdict, ...]:
    """Every expectation, in the order in which it was written down."""
    bench = Bench(project, offered, found, today)
    expectations = project.coalition.expectations.expectations
    return tuple(bench.verdict(i, expectation) for i, expectation in enumerate(expectations))


Dated = tuple[Offer, Sequence[date]]


class Bench(Struct, frozen=True, dict=True):
    """What a verdict depends on."""

    project: Project
    offered: Sequence[Offer]
    found: Coverage
    today: date

    def verdict(self, index: int, expectation: Expectation) -> Verdict:
        spans = tuple(self.spans(expectation))
        dated = list(self.dated(expectation)) if spans else []
        subjects = tuple(self.subjects(expectation)) if spans else ()
        short = []
        for subject in subjects:
            counts = self.counts_for(expectation, subject)
            own = [(offer, subject.meant(days)) for offer, days in dated if counts(offer)]
            missing = tuple(
                first
                for first, last in spans
                if subject.meant(days_between(first, last)) and fails(expectation, own, first, last)
            )
            if missing:
                short.append(Shortfall(subject, missing, len(spans)))
        return Verdict(expectation, index, subjects, tuple(short))

    def spans(self, expectation: Expectation) -> Iterator[tuple[date, date]]:
        """First and last day of every stretch in which it should hold; a short end is left out."""
        first, last = self.today, self.today + timedelta(days=DAYS["in acht weken"] - 1)
        if expectation.holiday:
            period = self.period(expectation.holiday)
            if period is None:
                return
            first, last = period.first, period.last
        length = min(DAYS[expectation.rhythm], (last - first).days + 1)
        while (end := first + timedelta(days=length - 1)) <= last:
            if asks(expectation, first, end):
                yield first, end
            first = end + timedelta(days=1)

    def period(self, name: str) -> Period | None:
        """A holiday that was asked for; None when the calendar does not know it."""
        return next((p for p in self.found.periods if p.slug == dutch.slugify(name)), None)

    def dated(self, expectation: Expectation) -> Iterator[Dated]:
        """The activities that can count and go on at the right days and times, with those dates."""
        themes = self.slugs("themas", expectation.themes)
        period = self.period(expectation.holiday) if expectation.holiday else None
        for offer in self.offered:
            if suits(expectation, offer, themes):
                found = period.dates.get(offer.view.slug, ()) if period else offer.view.dates
                days = [o.day for o in found if not o.cancelled and falls(expectation, o)]
                if days:
                    yield offer, days

    def subjects(self, expectation: Expectation) -> Iterator[Subject]:
        areas = self.slugs("wijken", expectation.neighbourhoods)
        groups = self.slugs("doelgroepen", expectation.audiences)
        match expectation.scope:
            case "elke wijk":
                for area in self.found.areas:
                    if area.counts and (not areas or area.slug in areas):
                        yield Subject(area.slug, area.name, area.phrase)
            case "elke groep":
                chosen = groups or {group.slug for group in self.found.first}
                for group in self.found.groups:
                    if group.slug in chosen:
                        yield Subject(group.slug, group.name, group.phrase)
            case "elke dag":
                for day in expectation.days or range(len(WEEKDAYS)):
                    name = WEEKDAYS[day]
                    yield Subject(name, dutch.capital(name), f"op {name}", day)
            case _:
                town = self.project.settings.municipality
                yield Subject(TOWN, town, f"in {town}")

    def counts_for(self, expectation: Expectation, subject: Subject) -> Callable[[Offer], bool]:
        """Whether an activity counts for a subject; what is for everyone counts for every group."""
        areas = self.slugs("wijken", expectation.neighbourhoods)
        groups = self.slugs("doelgroepen", expectation.audiences)
        if expectation.scope == "elke wijk":
            areas = {subject.slug}
        if expectation.scope == "elke groep":
            groups = {subject.slug}
        everyone = self.found.for_everyone

        def counts(offer: Offer) -> bool:
            here = not areas or offer.neighbourhood in areas
            return here and (not groups or not groups.isdisjoint((*offer.audiences, everyone)))

        return counts

    def slugs(self, vocabulary: str, words: Iterable[str]) -> set[str]:
        terms = Terms.of(self.project.vocabularies[vocabulary])
        return {term.slug for word in words if (term := terms.find(word))}


def asks(expectation: Expectation, first: date, last: date) -> bool:
    """Whether a stretch holds a day on which there should be something: a short one may not."""
    held = {day.weekday() for day in days_between(first, last)}
    return not expectation.days or not held.isdisjoint(expectation.days)


def days_between(first: date, last: date) -> list[date]:
    """Both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def suits(expectation: Expectation, offer: Offer, themes: set[str]) -> bool:
    """Free and free of steps only where that is asked, and then only with a plain yes."""
    return (
        (not expectation.free or offer.cost == "gratis")
        and (not expectation.step_free or offer.access == "ja")
        and (not themes or any(link.slug in themes for link in offer.view.themes))
    )


def falls(expectation: Expectation, occurrence: Occurrence) -> bool:
    """On the days and in the parts of the day that are meant."""
    start = occurrence.start
    part = dutch.part_of_day(start)
    return (not expectation.days or start.weekday() in expectation.days) and (
        not expectation.parts or part in expectation.parts
    )


def fails(expectation: Expectation, dated: Iterable[Dated], first: date, last: date) -> bool:
    """Too few activities, or from too few organisers, in this stretch."""
    there = [offer for offer, days in dated if any(first <= day <= last for day in days)]
    organisers = {offer.organiser for offer in there}
    return len(there) < expectation.least or len(organisers) < expectation.organisers


# --- in words --------------------------------------------------------------------------------


def shortfall_words(short: Shortfall, rhythm: str) -> str:
    """“in De Glip”, or with the weeks when it only sometimes fails."""
    if short.always or rhythm == "in acht weken":
        return short.subject.phrase
    weeks = [dutch.date_day(day).partition(" ")[2] for day in short.missing]
    noun = "de week van" if len(weeks) == 1 else "de weken van"
    return f"{short.subject.phrase} ({noun} {dutch.joined(weeks)})"


def unmet_words(verdict: Verdict) -> str:
    """“Dat lukt nog niet in De Glip en in het centrum.”"""
    rhythm = verdict.expectation.rhythm
    always = [s.subject.phrase for s in verdict.short if s.always]
    sometimes = [s.subject.phrase for s in verdict.short if not s.always]
    told = []
    if always:
        told.append(f"Dat lukt nog niet {dutch.joined(always)}.")
    if sometimes:
        often = "niet iedere week" if rhythm == "iedere week" else "niet steeds"
        told.append(f"Dat lukt {often} {dutch.joined(sometimes)}.")
    return " ".join(told)


def findings(verdicts: Iterable[Verdict]) -> Iterator[Finding]:
    """An expectation that is not met is a warning, never an error: nobody's file is wrong."""
    for verdict in verdicts:
        if verdict.short:
            yield Finding(
                PATH,
                ("verwachtingen", verdict.index, "afspraak"),
                "verwachting",
                "warning",
                f"{verdict.expectation.sentence} {unmet_words(verdict)}",
                "Kijk op coalitie/dekking/ wie dit kan vullen, of pas de afspraak aan.",
            )


def by_slug(verdicts: Iterable[Verdict]) -> Mapping[str, tuple[str, ...]]:
    """What the history keeps: the subjects of every expectation that is not met."""
    return {v.expectation.slug: tuple(s.subject.slug for s in v.short) for v in verdicts if v.short}
