"""The same activity twice is asked about; groups of one activity are left in peace."""

from typing import Any

import pytest
from msgspec.structs import replace

from gids.duplicates import doubles, pairs
from gids.project import Entry, Project
from gids.reading import read_project
from schema import Activity
from tests.conftest import PROJECT
from tests.schedules import WEEKLY, activity, project

ONE, OTHER = list(project().organisations)[:2]

OTHER_TIME = WEEKLY | {"dag": "vrijdag", "van": "14:00", "tot": "16:00"}


def having(*entries: tuple[str, str, Activity]) -> Project:
    found = tuple(
        Entry(f"partners/{folder}/{slug}.yaml", folder, slug, "", model)
        for folder, slug, model in entries
    )
    return replace(project(), activities=found)


def named(title: str, *moments: dict[str, Any], **more: Any) -> Activity:
    return activity(*moments, more={"titel": title, **more})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("Koffieochtend De Luifel"), named("Koffie-ochtend in de Luifel")),
        (named("Samen eten"), named("Eten, samen", OTHER_TIME)),
        (named("Café Internationaal"), named("Internationaal cafe", OTHER_TIME)),
        (named("Wandelgroep het Rondje"), named("Wandelgroepje Rondje")),
    ],
)
def test_the_same_activity_under_two_partners_is_asked_about(
    one: Activity, other: Activity
) -> None:
    found = list(doubles(having((ONE, "a", one), (OTHER, "b", other))))
    assert [f.path for f in found] == [f"partners/{ONE}/a.yaml", f"partners/{OTHER}/b.yaml"]
    assert {f.severity for f in found} == {"warning"}
    name = project().organisations[OTHER].model.name
    assert found[0].message == f'Is dit dezelfde activiteit als "{other.title}" van {name}?'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("Yoga groep 1"), named("Yoga groep 2")),
        (named("Koken op maandag"), named("Koken op dinsdag")),
        (named("Koffie"), named("Schaken")),
        (named("Koffie"), named("Koffie", samen_met=[ONE])),
        (named("Koffie"), named("Koffie", gestopt_op="2026-01-01")),
    ],
)
def test_what_only_looks_alike_is_left_in_peace(one: Activity, other: Activity) -> None:
    assert list(pairs(having((ONE, "a", one), (OTHER, "b", other)))) == []


def test_this_offer_raises_no_false_questions() -> None:
    offer, _ = read_project(PROJECT)
    assert offer is not None
    assert list(pairs(offer)) == []
