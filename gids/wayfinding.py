"""Three questions lead to at most five activities, each with its reasons.

Who is it and what does that person long for; what stands in the way; when and where. A rule counts
only what a partner said in so many words: unknown is never a yes. Nothing is scored about a person,
and nothing is promised: a reason says what is there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache

from msgspec import Struct

from gids import dutch
from gids.directory import ActivityView, Line, Link
from gids.needs import says, word_starting

MOST = 5
MOST_OF_ONE_PARTNER = 2

Test = Callable[[ActivityView], str]
"""The reason why an activity fits, as a short sentence; empty when it does not."""


class Choice(Struct, frozen=True):
    """One answer to a question: what stands on the button, a line below it, and what fits."""

    slug: str
    name: str
    explanation: str
    fits: Test


class Option(Struct, frozen=True):
    """One activity with why it is here, and what to mind before going."""

    view: ActivityView
    reasons: tuple[str, ...]
    mind: tuple[str, ...]


# --- who -------------------------------------------------------------------------------------

AGES = frozenset({"jongeren", "volwassenen", "ouderen"})
OPEN = frozenset({"iedereen", "alleenwonenden"})
BY_BODY = "mensen met een beperking"
WIDE = AGES | OPEN | {BY_BODY}
"""Any other group one cannot be taken for: nobody asks here, so what is only for it stays out."""

CONDITIONS = word_starting(
    ("kanker", "autis", "dement", "alzheimer", "geheugen", "parkinson", "ggz", "psychisch")
)
"""What only somebody with that condition comes for; nobody asks for a diagnosis here."""


class AgeGroup(Struct, frozen=True):
    """Who it is, as far as anybody asks. ``audience`` is what a word in doelgroepen stands for."""

    slug: str
    name: str
    explanation: str
    audience: str
    lowest: int
    highest: int


AGE_GROUPS = (
    AgeGroup("jong", "Een jongere", "Tot en met 27 jaar", "jongeren", 12, 27),
    AgeGroup("volwassen", "Een volwassene", "Van 28 tot en met 66 jaar", "volwassenen", 28, 66),
    AgeGroup("ouder", "Een oudere", "67 jaar of ouder", "ouderen", 67, 120),
)


def suits(view: ActivityView, age: AgeGroup, obstacle: str) -> bool:
    """Open to everyone, or to this age and to no narrower group than the answers name."""
    groups = frozenset(view.people)
    narrow = groups - (WIDE | {"nieuwkomers"} if obstacle == "taal" else WIDE)
    named = groups & AGES
    invited = age.audience in named if named else bool(groups & OPEN) or obstacle == "taal"
    return (
        allows_age(view, age)
        and not says(view, CONDITIONS)
        and ("iedereen" in groups or (invited and not narrow))
    )


def distance(view: ActivityView, age: AgeGroup) -> int:
    """How far it is from this age: meant for it, for all ages, or first of all for another."""
    named = AGES.intersection(view.people)
    if named and age.audience not in named:
        return 2
    return int(age.audience == "jongeren" and not named)


def allows_age(view: ActivityView, age: AgeGroup) -> bool:
    """Somebody of this group may come; an age that nobody named shuts nobody out."""
    low, high = view.source.age_from, view.source.age_to
    return (low is None or low <= age.highest) and (high is None or high >= age.lowest)


# --- what somebody longs for -----------------------------------------------------------------

LOSS_WORDS = word_starting(
    ("rouw", "verlies", "verloren", "weduw", "overlijden", "overleden", "gemis", "mist")
)
APART = ("thuis", "telefoon", "online")
"""Kinds of where that one need not leave the house for."""


def has_element(view: ActivityView, *elements: str) -> bool:
    return any(element in view.elements for element in elements)


def company(view: ActivityView) -> str:
    together = has_element(view, "ontmoeten") and view.where.kind not in APART
    return "Hier is iemand met anderen samen" if together else ""


def someone(view: ActivityView) -> str:
    if not has_element(view, "betekenisvol contact"):
        return ""
    return (
        "Eén persoon neemt de tijd"
        if view.where.kind in APART
        else "Er is tijd voor een echt gesprek"
    )


def something_to_do(view: ActivityView) -> str:
    return "Er is iets te doen met handen of hoofd" if has_element(view, "bezigheden") else ""


def a_role(view: ActivityView) -> str:
    return "Hier is iemand nodig" if has_element(view, "betekenisvolle rol") else ""


def after_loss(view: ActivityView) -> str:
    return "Gaat over verlies, met mensen die dat kennen" if says(view, LOSS_WORDS) else ""


LOSS = "verlies"


def practical_help(view: ActivityView) -> str:
    helps = has_element(view, "praktische ondersteuning")
    return "Helpt met iets praktisch" if helps else ""


def making_contact(view: ActivityView) -> str:
    learns = has_element(view, "sociale vaardigheden", "realistische verwachtingen")
    return "Oefenen met contact maken" if learns else ""


def meaning(view: ActivityView) -> str:
    about = "existentieel" in view.loneliness and not after_loss(view)
    return "Ruimte voor vragen over zin en betekenis" if about else ""


LONGINGS = (
    Choice("gezelschap", "Mensen om zich heen", "Koffie, samen eten, een praatje.", company),
    Choice("iemand", "Iemand om op te vertrouwen", "Een maatje, bezoek, een gesprek.", someone),
    Choice("iets-te-doen", "Iets om handen hebben", "Maken, bewegen, leren.", something_to_do),
    Choice("nodig-zijn", "Ertoe doen", "Iets voor een ander betekenen.", a_role),
    Choice(LOSS, "Iemand verloren", "Mensen die dat ook kennen.", after_loss),
    Choice("hulp", "Praktische hulp", "Vervoer, boodschappen, formulieren.", practical_help),
    Choice("leren", "Contact leren maken", "Oefenen, met begeleiding.", making_contact),
    Choice("zin", "Zin en betekenis", "Een gesprek over wat ertoe doet.", meaning),
)


# --- what stands in the way ------------------------------------------------------------------

YES = "ja"
ACCESS_LABELS = {"ringleiding": "Ringleiding", "prikkelarm": "Weinig prikkels"}
STRENUOUS = "bewegen"


def answered_yes(lines: Iterable[Line], label: str) -> bool:
    """Somebody said a plain yes: not partly, and not unknown."""
    return any(line.label == label and line.state == YES for line in lines)


def anything(_: ActivityView) -> str:
    return "Past bij wat u koos"


def no_money(view: ActivityView) -> str:
    return "Gratis" if view.free else ""


def hard_to_walk(view: ActivityView) -> str:
    if view.where.kind in APART:
        return "U hoeft de deur niet uit"
    gentle = BY_BODY in view.people or STRENUOUS not in view.subjects
    return "Zonder drempels of trappen" if view.wheelchair == YES and gentle else ""


def hard_to_hear(view: ActivityView) -> str:
    if view.where.kind == "thuis":
        return "Thuis, met één persoon"
    yes = [text for text in ACCESS_LABELS.values() if answered_yes(view.access, text)]
    return " en ".join((yes[0], *(text.lower() for text in yes[1:]))) if yes else ""


def little_dutch(view: ActivityView) -> str:
    if view.languages:
        return f"Er wordt ook {dutch.joined(view.languages)} gesproken"
    learns = "nieuwkomers" in view.people and "leren en taal" in view.subjects
    return "Nederlands oefenen met anderen" if learns else ""


NERVE = (
    ("Maatje dat meegaat", "Een maatje kan meegaan"),
    ("Opgehaald worden", "Opgehaald worden kan"),
    ("Eerst alleen kijken", "Eerst alleen kijken mag"),
    ("Iemand meenemen", "Iemand meenemen mag"),
)


def little_nerve(view: ActivityView) -> str:
    said = [text for label, text in NERVE if answered_yes(view.first_visit.answers, label)]
    return ". ".join(said[:2])


OBSTACLES = (
    Choice("niets", "Niets bijzonders", "Of u weet het niet.", anything),
    Choice("geld", "Geld", "Alleen wat zeker gratis is.", no_money),
    Choice("lopen", "Lopen gaat moeilijk", "Geen drempels, of thuis.", hard_to_walk),
    Choice("horen", "Horen of drukte", "Ringleiding, weinig prikkels, of thuis.", hard_to_hear),
    Choice("taal", "De Nederlandse taal", "Ook in een andere taal.", little_dutch),
    Choice("durven", "Durven", "Iemand gaat mee, of eerst kijken mag.", little_nerve),
)


# --- when and where --------------------------------------------------------------------------


def starts(view: ActivityView) -> Iterator[datetime]:
    """When it goes on in the coming eight weeks."""
    return (o.start for o in view.dates if o.status != "cancelled")


def by_day(view: ActivityView) -> str:
    found = any(s.weekday() < 5 and not is_evening(s) for s in starts(view))
    return "Overdag, door de week" if found else ""


def in_the_evening(view: ActivityView) -> str:
    return "’s Avonds" if any(map(is_evening, starts(view))) else ""


def is_evening(start: datetime) -> bool:
    return dutch.part_of_day(start) == "avond"


def at_the_weekend(view: ActivityView) -> str:
    return "In het weekend" if any(s.weekday() >= 5 for s in starts(view)) else ""


def from_home(view: ActivityView) -> str:
    return view.where.short if view.where.kind in APART else ""


MOMENTS = (
    Choice("altijd", "Maakt niet uit", "", anything),
    Choice("overdag", "Overdag, door de week", "", by_day),
    Choice("avond", "’s Avonds", "", in_the_evening),
    Choice("weekend", "In het weekend", "", at_the_weekend),
    Choice("thuis", "Thuis of aan de telefoon", "", from_home),
)


def near(neighbourhood: Link) -> Choice:
    """Close to home, in this neighbourhood."""

    def fits(view: ActivityView) -> str:
        return f"Dichtbij: {neighbourhood.name}" if view.neighbourhood == neighbourhood else ""

    return Choice(neighbourhood.slug, neighbourhood.name, "", fits)


# --- the way ---------------------------------------------------------------------------------


class Wayfinder:
    """The offer as it can be walked by three answers. Every activity is judged once per answer."""

    def __init__(self, listed: Sequence[ActivityView], neighbourhoods: Iterable[Link]) -> None:
        self.open = tuple(view for view in listed if is_open(view))
        self.neighbourhoods = tuple(near(link) for link in neighbourhoods)
        self.about_loss = frozenset(view.slug for view in self.open if after_loss(view))
        self.fitting = cache(self._fitting)
        self.suiting = cache(self._suiting)
        self.standing = {view.slug: standing(view) for view in self.open}
        self.minds = {view.slug: mind(view) for view in self.open}
        self.distances = cache(self._distances)
        self.ordered = cache(self._ordered)
        self.candidates = cache(self._candidates)

    def _fitting(self, choice: Choice) -> Mapping[str, str]:
        """Why each activity fits, by slug, if it does."""
        return {view.slug: why for view in self.open if (why := choice.fits(view))}

    def _suiting(self, age: AgeGroup, obstacle: str) -> frozenset[str]:
        return frozenset(view.slug for view in self.open if suits(view, age, obstacle))

    def _distances(self, age: AgeGroup) -> Mapping[str, int]:
        return {view.slug: distance(view, age) for view in self.open}

    def _ordered(self, longing: str, obstacle: str) -> Sequence[ActivityView]:
        return sorted(self.open, key=lambda v: rank(self.standing[v.slug], longing, obstacle))

    def longings(self, age: AgeGroup) -> tuple[Choice, ...]:
        """What somebody of this age can long for here: only what something fits."""
        suiting = self.suiting(age, "")
        return tuple(c for c in LONGINGS if self.fitting(c).keys() & suiting)

    def _candidates(
        self, age: AgeGroup, longing: Choice, obstacle: Choice
    ) -> Sequence[ActivityView]:
        """What fits two answers, best first; what is about loss only for who named a loss."""
        asks_more = obstacle.slug if obstacle.slug in RANKED_OBSTACLES else ""
        order = longing.slug if longing.slug in RANKED_LONGINGS else ""
        fits = self.fitting(longing).keys() & self.fitting(obstacle).keys()
        fits &= self.suiting(age, asks_more)
        if longing.slug != LOSS:
            fits -= self.about_loss
        found = [view for view in self.ordered(order, asks_more) if view.slug in fits]
        far = self.distances(age)
        return sorted(found, key=lambda view: far[view.slug])

    def options(
        self, age: AgeGroup, longing: Choice, obstacle: Choice, moment: Choice
    ) -> tuple[Option, ...]:
        """At most five, and at most two of one partner as long as others fit as well.

        The reasons stand in the order of the questions.
        """
        then = self.fitting(moment)
        found = (v for v in self.candidates(age, longing, obstacle) if v.slug in then)
        asked = [self.fitting(c) for c in (longing, obstacle, moment) if c.fits is not anything]
        return tuple(
            Option(
                view, tuple(dict.fromkeys(why[view.slug] for why in asked)), self.minds[view.slug]
            )
            for view in spread(found)
        )


def is_open(view: ActivityView) -> bool:
    """Somebody can go there now: not full, not paused, and soon again if it has dates."""
    if view.source.pause is not None and view.status:
        return False
    room = view.source.availability
    if room is not None and room.kind == "vol":
        return False
    undated = {"op afspraak", "altijd welkom"}
    soon = any(not one.cancelled for one in view.dates)
    return soon or any(m.kind in undated for m in view.source.when.moments)


RANKED_LONGINGS = ("gezelschap",)
RANKED_OBSTACLES = ("taal", "durven")
"""The answers that change the order, besides choosing."""


class Standing(Struct, frozen=True):
    """What decides the order, as far as the answers do not: worked out once per activity."""

    narrow: frozenset[str]
    waits: bool
    buddy: bool
    welcome: int
    meeting: bool
    about: int
    soonest: tuple[str, str]


def standing(view: ActivityView) -> Standing:
    said = [answered_yes(view.first_visit.answers, label) for label, _ in NERVE]
    return Standing(
        narrow=frozenset(view.people) - WIDE,
        waits=bool(view.status),
        buddy=said[0],
        welcome=sum(said) + bool(view.first_visit.welcomed_by),
        meeting=view.subjects[:1] == ("ontmoeten",),
        about=len(view.elements),
        soonest=(soonest(view), view.slug),
    )


def rank(has: Standing, longing: str, obstacle: str) -> tuple[object, ...]:
    """What is open to anyone and has room; a buddy; what is most about this; the easiest start."""
    meant_for_others = bool(has.narrow) and not (
        obstacle == "taal" and has.narrow == {"nieuwkomers"}
    )
    alone = obstacle == "durven" and not has.buddy
    beside = longing == "gezelschap" and not has.meeting
    ease = (-has.welcome, has.about) if obstacle == "durven" else (has.about, -has.welcome)
    return (meant_for_others, has.waits, alone, beside, *ease, *has.soonest)


def soonest(view: ActivityView) -> str:
    return view.next.start if view.next else "9"


def spread(views: Iterable[ActivityView]) -> list[ActivityView]:
    """The first five; a third of one partner only when there is nothing else."""
    chosen: list[ActivityView] = []
    kept_back: list[ActivityView] = []
    for view in views:
        same = sum(view.organisation.url == other.organisation.url for other in chosen)
        (kept_back if same >= MOST_OF_ONE_PARTNER else chosen).append(view)
        if len(chosen) == MOST:
            break
    return (chosen + kept_back)[:MOST]


def mind(view: ActivityView) -> tuple[str, ...]:
    """What somebody must know before going."""
    groups = dutch.joined([link.name.lower() for link in view.audiences])
    said = (
        "" if view.open_to_all else f"Voor {groups}",
        f"Leeftijd: {view.age}" if view.age else "",
        f"Niet voor {view.not_for}" if view.not_for else "",
        "Een indicatie is nodig" if needs_indication(view) else "",
        view.status,
    )
    return tuple(filter(None, said))


def needs_indication(view: ActivityView) -> bool:
    referral = view.source.referral
    return bool(referral and referral.indication and referral.indication.value == YES)
