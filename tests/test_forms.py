"""The form's script reads, refuses and writes as the build does: both are asked the same things."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError, create_model

from gids import dutch, values
from gids.fields import READERS
from gids.forms import REFUSALS, SPANS, rules, texts
from gids.messages import explain
from gids.occurrences import expand
from gids.sentences import schedule_long, schedule_short
from gids.writing import tree, write
from schema import Activity, Model, field
from tests.conftest import lacking
from tests.invented import VALUES, impossible, invented, invented_activity
from tests.schedules import PRICES, SAID, TODAY, activities, activity, calendar
from tests.schedules import project as town

SPELLINGS = json.loads((Path(__file__).parent / "spellings.json").read_text("utf-8"))
"""How people write things, per kind of value: what must be read, and what is kindly refused."""

Ask = Callable[[Iterable[list[Any]]], list[Any]]


@pytest.fixture(scope="module")
def script(project: Path) -> Ask:
    """Put questions to the form's modules: ``[[name, argument, …], …]`` gives their answers."""
    if not shutil.which("node"):
        lacking("node")
    known = rules(town())

    def ask(questions: Iterable[list[Any]]) -> list[Any]:
        given = json.dumps({"rules": known, "questions": list(questions)})
        command = ["node", str(project / "tests" / "formulier.mjs")]
        done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        answers: list[Any] = json.loads(done.stdout)
        return answers

    return ask


def test_every_refusal_has_its_words() -> None:
    assert [name for name, _ in texts()] == [name for name, *_ in (*REFUSALS, *SPANS)]


def test_who_fills_in_boxes_reads_nothing_of_other_keys() -> None:
    """``spoken`` of the script only knows the key of the question itself, so no other may show."""
    told = [words.get("spoken", words["hint"]) for _, words in texts()]
    assert [hint for hint in told if re.search(r"  [a-z_]+:|\[\{", hint)] == []


TYPES = {
    "tekst": values.Text,
    "verhaal": values.Prose,
    "datum": values.Date,
    "tijd": values.Time,
    "dag": values.Weekday,
    "maand": values.Month,
    "rang": values.Ordinal,
    "dagnummer": values.DayNumber,
    "getal": values.Count,
    "bedrag": values.Money,
    "ja-nee": values.YesNo,
    "antwoord": values.AnswerText,
    "telefoon": values.Phone,
    "postcode": values.Postcode,
    "e-mail": values.Email,
    "webadres": values.Url,
    "korte-naam": values.Slug,
    "bestand": values.FileName,
}


def read_here(kind: str, text: str) -> str | list[list[str]]:
    """What the build makes of a text, as it writes it, or what it says about it."""
    one = create_model("One", __base__=Model, found=(TYPES[kind], field("veld", "Veld", "", "")))
    try:
        found = one.model_validate({"veld": text}).model_dump()["found"]
    except ValidationError as error:
        return [[" ".join(map(str, f.keys)), f.message, f.hint] for f in explain("", one, error)]
    return dutch.phone(found) if kind == "telefoon" else str(found)


def test_every_kind_of_value_is_in_the_table() -> None:
    assert set(TYPES) == set(READERS.values()) == set(SPELLINGS)


@pytest.mark.parametrize("kind", list(TYPES))
def test_the_script_reads_every_spelling_as_the_build_does(kind: str, script: Ask) -> None:
    rng = Random(kind)
    texts = [*SPELLINGS[kind], *(VALUES[kind](rng) for _ in range(60))]
    texts += [damaged(rng, text) for text in texts for _ in range(3)]
    texts = [text for text in texts if text]
    theirs = script(["value", kind, text] for text in texts)
    ours = [read_here(kind, text) for text in texts]
    assert [row for row in zip(texts, ours, theirs, strict=True) if row[1] != row[2]] == []


def damaged(rng: Random, text: str) -> str:
    """A text with one character added, left out or changed."""
    at = rng.randrange(len(text) + 1)
    return (
        text[:at] + rng.choice(("", "x", " ", ".", "0", "-", "é")) + text[at + rng.randint(0, 1) :]
    )


def test_the_script_writes_the_same_bytes(script: Ask) -> None:
    pairs = [invented_activity(seed) for seed in range(500)]
    found = script(["file", typed] for typed, _ in pairs)
    for (_, model), theirs in zip(pairs, found, strict=True):
        assert theirs == write(model)


def test_the_script_says_what_is_wrong_in_the_same_words(script: Ask) -> None:
    trees = [spoiled(Random(seed)) for seed in range(400)]
    found = script(["read", typed] for typed in trees)
    for typed, theirs in zip(trees, found, strict=True):
        assert sorted(map(tuple, theirs)) == sorted(problems_here(typed))


def problems_here(typed: dict[str, Any]) -> Iterable[tuple[str, str, str]]:
    try:
        found = list(impossible(Activity.model_validate(typed)))
    except ValidationError as error:
        found = list(explain("", Activity, error))
    for finding in found:
        yield " ".join(map(str, finding.keys)), finding.message, finding.hint


def spoiled(rng: Random) -> dict[str, Any]:
    """A tree with a few mistakes: fields gone, too long, or not what they should be."""
    typed = invented(rng, Activity, 0.4)
    for _ in range(rng.randint(1, 4)):
        spoil(rng, typed)
    return typed


def spoil(rng: Random, block: dict[str, Any]) -> None:
    key = rng.choice(sorted(block) or ["leeg"])
    value = block.get(key)
    if value is None:
        return
    if isinstance(value, dict):
        spoil(rng, value)
    elif isinstance(value, list) and isinstance(value[0], dict):
        spoil(rng, rng.choice(value))
    elif key == "soort":
        return  # a form offers a list to choose from
    elif rng.random() < 0.3:
        del block[key]
    elif isinstance(value, list):
        block[key] = [*value, rng.choice(("half elf", "?", "x" * 100))]
    else:
        block[key] = rng.choice(("half elf", "?", "x@y", "31-2-2026", value + "x" * 170, "9999"))


QUICKLY = settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],  # making a failure smaller asks the script too often
)


@QUICKLY
@given(schedules=st.lists(activities(), min_size=25, max_size=25))
def test_the_script_reads_a_schedule_back_as_the_page_will(
    schedules: list[Activity], script: Ask
) -> None:
    first, last = TODAY, TODAY + timedelta(days=300)
    places = {slug: entry.model.name for slug, entry in town().places.items()}
    span = [first.isoformat(), last.isoformat()]
    found = script(["schedule", tree(one), *span] for one in schedules)
    for one, (short, long, dates) in zip(schedules, found, strict=True):
        assert short == schedule_short(one)
        assert long == schedule_long(one, calendar(), places=places)
        ours = [
            [
                f"{when.start:%Y-%m-%dT%H:%M}",
                f"{when.end:%H:%M}" if when.end else "",
                when.status,
                when.reason,
            ]
            for when in expand(one, calendar(), first, last)
        ]
        assert [d for d in dates if not skipped(d)] == [d for d in ours if not skipped(d)]


def skipped(when: list[str]) -> bool:
    """In the night that the clock goes forward, two o'clock is three: no form needs to know."""
    return when[0].startswith(("2027-03-27", "2027-03-28T0"))


def test_the_script_says_every_kind_of_schedule_as_a_card_does(script: Ask) -> None:
    """By chance a weekend or a month with a number of its own comes up too seldom."""
    asked = [activity(*moments) for moments, _ in SAID]
    found = script(["schedule", tree(one), f"{TODAY}", f"{TODAY}"] for one in asked)
    assert [short for short, _, _ in found] == [words for _, words in SAID]
    assert [long for _, long, _ in found] == [schedule_long(one, calendar()) for one in asked]


def test_the_script_says_every_price_as_a_card_does(script: Ask) -> None:
    asked = [activity(more={"kosten": written}) for written, _, _ in PRICES]
    found = script(["price", tree(one)] for one in asked)
    assert [words.replace("\u00a0", " ") for words in found] == [short for _, short, _ in PRICES]


def test_the_script_names_the_next_three_dates(script: Ask) -> None:
    weekly = tree(activity(niet_in=["schoolvakanties"]))
    assert script([["next", weekly, "2026-12-10"]]) == [
        [
            "dinsdag 15 december van 10.00 tot 11.30 uur",
            "dinsdag 5 januari van 10.00 tot 11.30 uur",
            "dinsdag 12 januari van 10.00 tot 11.30 uur",
        ]
    ]
