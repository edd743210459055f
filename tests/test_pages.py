"""Pages: one frame, one card for every list, and templates that print nothing by accident."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from msgspec.structs import replace

from gids import pages
from gids.derive import derive
from gids.directory import ActivityView, Directory
from gids.environment import OWN_TEMPLATES, running
from gids.press import LIST_LENGTH, Press
from gids.reading import read_project
from gids.views import UNKNOWN_ANSWER
from schema import Pause

TODAY = date(2026, 11, 23)
HREF = re.compile(r'href="([^"]*)"')


@pytest.fixture(scope="module")
def directory(project: Path) -> Directory:
    found, report = read_project(project)
    assert found is not None, report.to_text()
    return derive(found, TODAY)


def no_words(_: ActivityView) -> str:
    return "{}"


def press_of(directory: Directory) -> Press:
    return Press(directory, [OWN_TEMPLATES], no_words)


@pytest.fixture(scope="module")
def rendered(directory: Directory, project: Path) -> dict[str, str]:
    outputs = pages.render(Press.of(directory, project, no_words))
    return {out.path: out.content for out in outputs if isinstance(out.content, str)}


def many(directory: Directory, count: int) -> tuple[ActivityView, ...]:
    """One activity so often, each with an address of its own and all with one title."""
    first = directory.listed[0]
    slugs = (f"{first.slug}-{number}" for number in range(count))
    return tuple(replace(first, slug=slug, url=f"activiteiten/{slug}/") for slug in slugs)


def test_a_list_is_complete_without_javascript(
    rendered: dict[str, str], directory: Directory
) -> None:
    cards = re.findall(r'data-activity="([^"]+)"', rendered["activiteiten/index.html"])
    assert cards == [view.slug for view in directory.listed]


def changed(project: Path, slug: str, **fields: object) -> ActivityView:
    """An activity of the offer as its page would have it with other fields."""
    found, _ = read_project(project)
    assert found is not None
    activities = [
        replace(entry, model=entry.model.model_copy(update=fields)) if entry.slug == slug else entry
        for entry in found.activities
    ]
    views = derive(replace(found, activities=tuple(activities)), TODAY).activities
    return next(view for view in views if view.slug == slug)


def test_a_page_says_where_on_the_internet_it_is(
    rendered: dict[str, str], directory: Directory
) -> None:
    online = [view for view in directory.activities if view.where.url]
    assert online
    for view in online:
        assert f'href="{view.where.url}"' in rendered[f"{view.url}index.html"]


def test_a_page_keeps_what_somebody_said_of_what_is_unknown(
    rendered: dict[str, str], directory: Directory
) -> None:
    said = [
        (view, line)
        for view in directory.activities
        for line in view.access
        if line.state == "onbekend" and line.text != UNKNOWN_ANSWER
    ]
    assert said
    for view, line in said:
        assert f"<dd>{line.text}</dd>" in rendered[f"{view.url}index.html"]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, "2027-01-31", " tot en met zondag 31 januari 2027"),
        (
            "2026-12-28",
            "2027-01-31",
            " van maandag 28 december 2026 tot en met zondag 31 januari 2027",
        ),
        ("2026-12-28", None, " vanaf maandag 28 december 2026"),
    ],
)
def test_a_pause_is_told_before_it_begins(
    project: Path, first: str | None, last: str | None, said: str
) -> None:
    pause = Pause.model_validate({"vanaf": first, "tot_en_met": last, "reden": "vorst"})
    view = changed(project, "koffie-linde", pause=pause, availability=None, notice=None)
    words = f"Tijdelijk geen doorgang{said}: vorst."
    assert (view.status, view.notice) == (("", words) if first else (words, ""))


def test_a_long_list_goes_on_on_further_pages(directory: Directory) -> None:
    views = many(directory, 2 * LIST_LENGTH + 1)
    press = press_of(replace(directory, listed=views))
    found = list(press.parts("thema/spel/", views))
    assert [url for url, _ in found] == [
        "thema/spel/",
        "thema/spel/pagina/2/",
        "thema/spel/pagina/3/",
    ]
    assert [len(part.views) for _, part in found] == [LIST_LENGTH, LIST_LENGTH, 1]
    assert found[1][1].previous == "thema/spel/"
    assert found[1][1].next == "thema/spel/pagina/3/"


def test_an_empty_list_still_is_a_page(directory: Directory) -> None:
    ((url, part),) = press_of(directory).parts("wijk/leeg/", ())
    assert (url, part.total, part.cards) == ("wijk/leeg/", 1, "")


def test_a_card_finds_the_root_from_wherever_it_stands(directory: Directory) -> None:
    press, view = press_of(directory), directory.listed[0]
    for root in ("", "../", "../../../"):
        assert f"{root}{view.url}" in HREF.findall(press.card_list([view], root))


def test_activities_of_one_name_get_titles_that_differ(directory: Directory) -> None:
    views = many(directory, 3)
    elsewhere = replace(views[0], where=replace(views[0].where, short="Elders"))
    titles = pages.unique_titles((elsewhere, *views[1:]))
    assert len(set(titles.values())) == 3
    assert titles[elsewhere.slug] == f"{elsewhere.title}, Elders"


def test_a_name_that_is_one_of_a_kind_stays_as_it_is(directory: Directory) -> None:
    titles = pages.unique_titles(directory.activities)
    often = Counter(view.title for view in directory.activities)
    assert all(titles[v.slug] == v.title for v in directory.activities if often[v.title] == 1)


def test_a_template_that_prints_nothing_known_stops_the_build(directory: Directory) -> None:
    environment = press_of(directory).environment
    with pytest.raises(UndefinedError):
        environment.from_string("{{ nobody }}").render()
    with pytest.raises(TypeError, match="None"):
        environment.from_string("{{ nothing }}").render(nothing=None)


def test_what_a_partner_wrote_is_escaped(directory: Directory) -> None:
    hostile = replace(directory.listed[0], title="<script>alert(1)</script>")
    press = press_of(replace(directory, listed=(hostile,)))
    assert "<script>alert" not in press.card_list([hostile], "")


def test_every_page_has_the_phone_the_policy_and_the_two_questions(
    rendered: dict[str, str], directory: Directory
) -> None:
    phone = directory.site.phone
    for path, page in rendered.items():
        header = page[: page.index("</header>")]
        assert f'href="{phone.href}"' in header, path
        assert "Content-Security-Policy" in header, path
        assert directory.site.example_notice in header, path
        assert "Klopt er iets niet?" in page, path
        assert "Ik heb een idee" in page, path


def test_no_page_has_style_or_script_of_its_own(rendered: dict[str, str]) -> None:
    for path, page in rendered.items():
        assert " style=" not in page, path
        assert "<style" not in page, path
        assert not re.findall(r"\son\w+=", page), path
        scripts = re.findall(r"<script(?![^>]*\b(?:src|application/ld\+json))", page)
        assert not scripts, path


def test_no_page_asks_anything_of_another_host(rendered: dict[str, str]) -> None:
    asks = re.compile(r'<(?:script|img|link(?![^>]*canonical))[^>]*(?:src|href)="(?:https?:)?//')
    assert [path for path, page in rendered.items() if asks.search(page)] == []


def test_an_activity_answers_in_the_order_of_the_questions(rendered: dict[str, str]) -> None:
    order = (
        "<h1>",
        "Wanneer is het?",
        "Waar is het?",
        "Wat kost het?",
        "Kan ik er goed in?",
        "Wie kan ik bellen?",
        "Hoe gaat het de eerste keer?",
    )
    for path, page in rendered.items():
        if re.fullmatch(r"activiteiten/(?!pagina)[^/]+/index\.html", path):
            places = [page.index(question) for question in order]
            assert places == sorted(places), path


def test_unknown_is_said_and_counts_as_neither_yes_nor_no(
    rendered: dict[str, str], directory: Directory
) -> None:
    for view in directory.activities:
        page = rendered[f"{view.url}index.html"]
        access = page[page.index("Kan ik er goed in?") : page.index("Wie kan ik bellen?")]
        states = Counter(line.state for line in view.access)
        for state in ("ja", "nee", "deels"):
            assert access.count(f'<div class="{state}">') == states[state], view.slug
        silent = any(line.text == UNKNOWN_ANSWER for line in view.access)
        assert access.count("Onbekend, bel even") == silent, view.slug
        assert ("U hoeft nergens naartoe." in access) == (not view.access), view.slug


def test_evening_and_weekend_stand_out_in_the_agenda(rendered: dict[str, str]) -> None:
    agenda = rendered["agenda/index.html"]
    assert agenda.count('class="day day-weekend"') == 8
    slots = re.findall(r'<li class="slot([^"]*)">\s*<p[^>]*><time datetime="[^T]+T(\d\d)', agenda)
    evenings = [hour for classes, hour in slots if "slot-evening" in classes]
    assert evenings
    assert all(hour >= "18" or hour < "05" for hour in evenings)


def test_a_day_of_the_agenda_leads_to_the_days_beside_it(
    rendered: dict[str, str], directory: Directory
) -> None:
    first, second, third = directory.agenda[:3]
    links = HREF.findall(rendered[f"agenda/{second.iso}/index.html"])
    assert f"../{first.iso}/" in links
    assert f"../{third.iso}/" in links


@pytest.mark.parametrize(
    ("name", "inside"), [("Ouderen", "ouderen"), ("LHBTI+", "LHBTI+"), ("", "")]
)
def test_a_name_inside_a_sentence_has_no_capital(name: str, inside: str) -> None:
    assert running(name) == inside
