"""Only a person confirms; who did not for six months is asked, once, with an answer in one step."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from gids import pages, search
from gids.commands import remind
from gids.derive import derive
from gids.freshness import letter_text, letters, mail_merge
from gids.press import Press
from gids.project import Entry, Project
from schema import Activity
from tests.schedules import PROJECT, activity, project

TODAY = date(2026, 11, 24)
ONE = next(iter(project().organisations))


def having(*models: Activity) -> Project:
    found = tuple(
        Entry(f"partners/{ONE}/a{n}.yaml", ONE, f"a{n}", "", model)
        for n, model in enumerate(models)
    )
    settings = project().settings.model_copy(update={"base_url": "https://gids.voorbeeld.example"})
    return replace(project(), activities=found, settings=settings)


def confirmed(days_ago: int | None, title: str = "Koffie", **more: str) -> Activity:
    day = {} if days_ago is None else {"gecontroleerd_op": str(TODAY - timedelta(days=days_ago))}
    return activity(more={"titel": title, **day, **more})


@pytest.mark.parametrize("days_ago", [183, 400, None])
def test_who_did_not_confirm_for_six_months_is_asked(days_ago: int | None) -> None:
    assert letters(having(confirmed(days_ago)), TODAY)


@pytest.mark.parametrize("days_ago", [0, 90, 182])
def test_who_confirmed_is_left_in_peace(days_ago: int) -> None:
    assert letters(having(confirmed(days_ago)), TODAY) == ()


@pytest.mark.parametrize(
    ("days_ago", "listed", "told"),
    [
        (90, True, "Gecontroleerd op woensdag 26 augustus 2026."),
        (91, True, "Dat is even geleden: bel voor de zekerheid."),
        (365, True, "Dat is even geleden: bel voor de zekerheid."),
        (366, False, "We weten niet of dit nog bestaat, bel even."),
    ],
)
def test_after_a_year_a_page_stays_and_says_so_but_is_in_no_list_and_no_search(
    days_ago: int, listed: object, told: str
) -> None:
    directory = derive(having(confirmed(days_ago)), TODAY)
    press = Press.of(directory, PROJECT, lambda _: "")
    [page] = [job() for job in pages.activity(press)]
    assert told in str(page.content)
    lists = [directory.listed, *(facet.activities for facet in directory.facets)]
    assert any(lists) is listed
    offer = search.Searchable.of(directory, search.read_thesaurus(PROJECT))
    assert (b"a0" in shown(offer)) is listed


def shown(offer: search.Searchable) -> bytes:
    """All that the browser gets to search in, apart from Pagefind's own index."""
    return b"".join(as_bytes(output.content) for output in search.outputs(offer))


def as_bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def test_what_stopped_is_left_in_peace() -> None:
    assert letters(having(confirmed(400, gestopt_op="2026-01-01")), TODAY) == ()


def test_a_letter_has_the_oldest_first_and_an_answer_in_one_step() -> None:
    found = letters(having(confirmed(200, "Jong"), confirmed(500, "Oud")), TODAY)
    text = letter_text(found[0])
    assert text.index("**Oud**") < text.index("**Jong**")
    link = f"https://gids.voorbeeld.example/meedoen/activiteit/#klopt={ONE}/a1"
    assert f"[klopt nog]({link})" in text
    assert "Het staat nu niet meer in de lijsten" in text.splitlines()[4]


def test_a_link_that_failed_on_three_days_is_in_the_letter_also_when_all_is_confirmed() -> None:
    bad = "https://weg.voorbeeld.example/"
    town = having(activity(more={"gecontroleerd_op": str(TODAY), "contact": {"website": bad}}))

    def failing_on(days: str) -> Project:
        return replace(town, coalition=replace(town.coalition, failing=(f"{days} {bad}",)))

    assert letters(failing_on("2026-11-20 2026-11-21"), TODAY) == ()
    [letter] = letters(failing_on("2026-11-20 2026-11-21 2026-11-23"), TODAY)
    assert letter_text(letter) == (
        f"## {letter.name}: klopt dit nog?\n\n"
        "Deze webadressen gaven op drie of meer dagen geen antwoord. Doen ze het bij u?\n\n"
        f"- `{bad}`\n\n"
        "Liever bellen mag ook. Wij passen niets aan zonder u.\n"
    )
    assert mail_merge([letter]).count("\n") == 1


def test_a_table_for_a_mail_merge_has_no_formulas() -> None:
    table = mail_merge(letters(having(confirmed(300, "=1+1")), TODAY))
    head, row = csv.reader(io.StringIO(table.removeprefix("\ufeff")), delimiter=";")
    assert head[-3:] == ["klopt nog", "aanpassen", "gestopt"]
    assert row[2] == "'=1+1"
    assert row[-1].endswith(f"#gestopt={ONE}/a0")


def test_the_command_writes_a_table_and_a_letter_per_organisation(
    project: Path, tmp_path: Path
) -> None:
    (tmp_path / "oud.md").write_text("van vorige week", "utf-8")
    screen = io.StringIO()
    assert remind.run(project, date(2028, 1, 1), tmp_path, screen) == 0
    assert screen.getvalue().startswith("Te vragen: ")
    assert (tmp_path / "herinneringen.csv").exists()
    assert not (tmp_path / "oud.md").exists()
    assert len(list(tmp_path.glob("*.md"))) > 10
