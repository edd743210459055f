"""Who comes with what, and what must and must not come out: the signpost tested on people.

The people are invented. They meet the example offer, so a partner who replaces an example may have
to say here what should come out instead; the rules at the end hold for any offer.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from gids.derive import derive
from gids.directory import ActivityView, Link
from gids.reading import read_project
from gids.wayfinding import (
    AGE_GROUPS,
    LONGINGS,
    MOMENTS,
    MOST,
    OBSTACLES,
    AgeGroup,
    Choice,
    Option,
    Wayfinder,
)

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 23)


@cache
def way() -> Wayfinder:
    project, report = read_project(ROOT)
    assert project is not None, report.to_text()
    directory = derive(project, TODAY)
    return Wayfinder(directory.listed, [Link(n.name, n.url) for n in directory.neighbourhoods])


def answers(age: str, longing: str, obstacle: str, moment: str) -> tuple[Option, ...]:
    return way().options(
        next(a for a in AGE_GROUPS if a.slug == age),
        next(c for c in LONGINGS if c.slug == longing),
        next(c for c in OBSTACLES if c.slug == obstacle),
        next(c for c in (*MOMENTS, *way().neighbourhoods) if c.slug == moment),
    )


@dataclass(frozen=True)
class Persona:
    """Somebody, the three answers, and what must and must never come out."""

    story: str
    answers: tuple[str, str, str, str]
    must: frozenset[str]
    never: frozenset[str]


def persona(story: str, path: str, must: str = "", never: str = "") -> Persona:
    age, longing, obstacle, moment = path.split("/")
    return Persona(
        story,
        (age, longing, obstacle, moment),
        frozenset(must.split()),
        frozenset(never.split()),
    )


PERSONAS = (
    persona(
        "A widow of 81 who lost her husband in spring and does not dare to go alone",
        "ouder/verlies/durven/altijd",
        "rouwcafe weduwen",
        "rouw-jong scheiding rouwgroep",
    ),
    persona(
        "A student of 19 whose father died",
        "jong/verlies/niets/altijd",
        "rouw-jong",
        "weduwen wandel-verlies rouwgroep",
    ),
    persona(
        "A man of 84 with a walking frame who wants company",
        "ouder/gezelschap/lopen/altijd",
        "koffie-linde",
        "wandel-groenendaal fietsgroep wandelvoetbal jongeren-inloop",
    ),
    persona(
        "A woman of 90 who does not leave the house and misses a listening ear",
        "ouder/iemand/lopen/thuis",
        "bezoekdienst belmaatje luisterlijn",
        "maatje-jong koffie-linde",
    ),
    persona(
        "A man of 76 with hearing aids who wants to do something among people",
        "ouder/gezelschap/horen/altijd",
        "koffie-linde",
        "smartlappen koor weduwen belmaatje",
    ),
    persona(
        "A mother of 34 from Eritrea who is learning Dutch",
        "volwassen/gezelschap/taal/altijd",
        "taalcafe",
        "koffie-linde jongeren-inloop vrouwen-wereld",
    ),
    persona(
        "A boy of 16 who sits in his room all day",
        "jong/gezelschap/durven/altijd",
        "jongeren-inloop",
        "koffie-linde bingo weduwen meiden",
    ),
    persona(
        "A woman of 52 on benefits who wants to do something with her hands",
        "volwassen/iets-te-doen/geld/altijd",
        "moestuin",
        "historie yoga keramiek",
    ),
    persona(
        "A man of 66 who just retired and wants to be of use",
        "volwassen/nodig-zijn/niets/overdag",
        "vrijwilliger",
        "scholing-signaleren partners-leren-kennen vrijwilligers-bijpraten",
    ),
    persona(
        "A woman of 45 who works all day and knows nobody in town",
        "volwassen/gezelschap/niets/avond",
        "",
        "koffie-linde koffie-glip bakkie-rivier mantelzorgcafe",
    ),
    persona(
        "A man of 70 for whom Sundays are long",
        "ouder/gezelschap/niets/weekend",
        "openhuis-zondag",
        "koffie-linde jongvolwassen",
    ),
    persona(
        "A woman of 68 who asks herself what it is all for",
        "ouder/zin/niets/altijd",
        "levensverhaal",
        "kanker",
    ),
    persona(
        "A man of 79 who cannot get to his appointments",
        "ouder/hulp/niets/altijd",
        "automaatje",
        "jonge-mantelzorger oekraine",
    ),
    persona(
        "A woman of 41 who does not know how to make friends",
        "volwassen/leren/durven/altijd",
        "minder-eenzaam",
        "autismecafe maatje-jong",
    ),
    persona(
        "An Indo lady of 88 who wants it around the corner",
        "ouder/gezelschap/niets/indische-buurt",
        "",
        "koffie-glip koffie-linde",
    ),
    persona(
        "A girl of 22 who wants somebody to trust",
        "jong/iemand/durven/altijd",
        "maatje-jong",
        "bezoekdienst voorlezen jonge-mantelzorger",
    ),
)


@pytest.mark.parametrize("somebody", PERSONAS, ids=lambda p: p.story)
def test_what_must_come_out_does_and_what_must_not_does_not(somebody: Persona) -> None:
    found = {option.view.slug for option in answers(*somebody.answers)}
    assert somebody.must <= found
    assert not somebody.never & found


EVERY_WAY = list(product(AGE_GROUPS, LONGINGS, OBSTACLES))


def every_option() -> list[tuple[AgeGroup, Choice, Choice, Choice, Option]]:
    return [
        (age, longing, obstacle, moment, option)
        for age, longing, obstacle in EVERY_WAY
        for moment in (*MOMENTS, *way().neighbourhoods)
        for option in way().options(age, longing, obstacle, moment)
    ]


def test_there_are_never_more_than_five() -> None:
    for age, longing, obstacle in EVERY_WAY:
        for moment in MOMENTS:
            found = way().options(age, longing, obstacle, moment)
            assert len(found) <= MOST
            assert len({option.view.slug for option in found}) == len(found)


def test_every_option_says_why_it_is_there() -> None:
    assert all(option.reasons and all(option.reasons) for *_, option in every_option())


def known(view: ActivityView, obstacle: str) -> bool:
    """Somebody said so in the file, without “partly” and without leaving it open."""
    answered = {line.label: line.state for line in (*view.access, *view.first_visit.answers)}
    match obstacle:
        case "geld":
            return view.source.cost.kind == "gratis"
        case "lopen":
            away = view.where.kind in {"thuis", "telefoon", "online"}
            return away or answered["Zonder drempels of trappen"] == "ja"
        case "horen":
            quiet = (answered.get("Ringleiding"), answered.get("Weinig prikkels"))
            return view.where.kind == "thuis" or "ja" in quiet
        case "taal":
            return bool(view.languages) or "nieuwkomers" in view.people
        case "durven":
            return any(line.state == "ja" for line in view.first_visit.answers)
        case _:
            return True


def test_unknown_is_never_shown_as_yes() -> None:
    wrong = {
        (obstacle.slug, option.view.slug)
        for _, _, obstacle, _, option in every_option()
        if not known(option.view, obstacle.slug)
    }
    assert wrong == set()


def test_nobody_is_sent_where_there_is_no_room() -> None:
    for *_, option in every_option():
        room = option.view.source.availability
        assert room is None or room.kind != "vol"
        assert option.view.listed


def test_what_is_not_for_somebody_is_said() -> None:
    for *_, option in every_option():
        if option.view.not_for:
            assert any(option.view.not_for in text for text in option.mind)


def test_a_partner_has_two_places_as_long_as_others_fit() -> None:
    for age, longing, obstacle in EVERY_WAY:
        found = way().options(age, longing, obstacle, MOMENTS[0])
        names = [option.view.organisation.name for option in found]
        candidates = way().candidates(age, longing, obstacle)
        others = {view.organisation.name for view in candidates}
        if len(others) >= MOST:
            assert max(map(names.count, names)) <= 2
