"""What stands under “Lijkt hierop”: three that fit, with a reason that is true."""

from datetime import date
from functools import cache
from pathlib import Path

from gids.derive import Open, derive
from gids.directory import ActivityView, Directory
from gids.reading import read_project

TODAY = date(2026, 11, 23)


@cache
def offer() -> Directory:
    project, report = read_project(Path(__file__).parents[1])
    assert project is not None, report.to_text()
    return derive(project, TODAY)


def beside() -> list[tuple[ActivityView, ActivityView, str]]:
    """Each activity with each that it points to, and the reason."""
    by_url = {view.url: view for view in offer().listed}
    by_slug = {view.slug: view for view in offer().listed}
    return [
        (by_slug[slug], by_url[one.url], one.why)
        for slug, found in offer().related.items()
        for one in found
    ]


def test_nobody_is_pointed_to_what_is_only_for_others() -> None:
    assert not [
        (view.slug, other.slug)
        for view, other, _ in beside()
        if not Open.of(other).welcomes(Open.of(view))
    ]


def test_a_coffee_morning_for_all_does_not_point_to_a_club_for_girls() -> None:
    found = {other.slug for view, other, _ in beside() if view.slug == "koffie-linde"}
    assert len(found) == 3
    assert not found & {"meiden", "mannen-koken", "regenboog"}


def test_another_day_at_the_same_place_is_both() -> None:
    said = [pair for pair in beside() if pair[2].endswith("op een andere dag")]
    assert said
    for view, other, _ in said:
        assert set(view.where.places) & set(other.where.places)
        assert Open.of(view).another_day(Open.of(other)), (view.slug, other.slug)


def test_nearly_every_activity_points_to_three() -> None:
    three = [slug for slug, found in offer().related.items() if len(found) == 3]
    assert len(three) >= 0.9 * len(offer().related)
