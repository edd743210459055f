"""The one comment at a change: a verdict, what to mend, the cards, and no markup of others."""

import io
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from gids.commands import propose
from gids.hosting import outputs as hosting_outputs
from gids.problems import Problem, Report
from gids.proposal import LONGEST, MARK, comment, of_change, plain
from tests.conftest import TODAY
from tests.schedules import activity, project, view

WORKFLOWS = sorted((Path(__file__).parent.parent / ".github/workflows").glob("*.yml"))
SCRIPTS = ("explain", "place-comment", "keep-reminders")


def problem(severity: Any = "error", message: str = "Dit klopt niet.") -> Problem:
    return Problem(
        path="partners/x/a.yaml",
        line=3,
        column=7,
        order=0,
        length=4,
        code="code",
        severity=severity,
        label="Aanvang",
        message=message,
        hint="Schrijf  van: 10:30",
        source_line="      van: half elf",
    )


def test_all_is_well_is_said_too_with_the_card_as_it_will_be() -> None:
    text = comment(Report(files=3), [view(activity())], "https://voorbeeld.example/run/1")
    assert text.startswith(f"{MARK}\n\n### Alles klopt. Bedankt\n")
    assert "> **dinsdag 24 november van 10.00 tot 11.30 uur**" in text
    assert "> **Koffieochtend**" in text
    assert "[Bekijk de hele site met uw wijziging](https://voorbeeld.example/run/1)" in text


def test_a_mistake_is_shown_with_its_line_and_its_cure() -> None:
    text = comment(Report((problem(),), 3), [], "")
    assert "### Bijna: er is nog 1 ding te verbeteren" in text
    assert "❌ `partners/x/a.yaml`, regel 3 · Aanvang" in text
    assert "```yaml\n      van: half elf\n```" in text
    assert "Dit klopt niet. Schrijf van: 10:30" in text


def test_what_stood_there_already_is_not_held_against_anybody() -> None:
    text = comment(Report((), 3, (problem(), problem("warning"))), [], "")
    assert "### Alles klopt. Bedankt" in text
    assert "Verder 2 meldingen in bestanden die u niet veranderde: niet van u" in text


def test_a_question_is_no_mistake() -> None:
    assert "### Dit kan zo op de site. Er is nog 1 vraag aan u" in comment(
        Report((problem("warning"),), 1), [], ""
    )


@pytest.mark.parametrize("name", ["koffie.yaml", "koffie.yml"])
def test_a_card_is_shown_of_each_file_in_the_change(name: str) -> None:
    one, other = view(activity(), "koffie"), view(activity(), "thee")
    assert of_change([one, other], frozenset({f"partners/havenhuis/{name}"})) == [one]
    assert of_change([one, other], frozenset({"content/plekken/koffie.yaml"})) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<img src=x>", r"\<img src=x\>"),
        ("[klik](javascript:x)", r"\[klik\](javascript:x)"),
        ("@iemand", "@\u200biemand"),
        ("https://kwaad.example", "https:\u200b//kwaad.example"),
        ("`rm -rf`\n# kop", r"\`rm -rf\` \# kop"),
    ],
)
def test_text_of_a_partner_stays_text(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_a_comment_always_fits() -> None:
    report = Report(tuple(problem(message="x" * 5000) for _ in range(40)), 40)
    assert len(comment(report, [], "")) < LONGEST + 100


# --- as the workflow does it -----------------------------------------------------------------


@pytest.fixture
def clone(project: Path, tmp_path: Path) -> Path:
    """A clone with the content and partners of this project, committed on main."""
    place = tmp_path / "clone"
    for name in ("content", "partners"):
        shutil.copytree(project / name, place / name)
    git(place, "init", "--quiet", "--initial-branch=main")
    git(place, "add", ".")
    git(place, "commit", "--quiet", "--message", "Begin")
    return place


def git(place: Path, *words: str) -> None:
    person = ["-c", "user.name=Partner", "-c", "user.email=partner@voorbeeld.example"]
    subprocess.run(["git", "-C", str(place), *person, *words], check=True)


def proposed(place: Path) -> tuple[int, str]:
    out = io.StringIO()
    status = propose.run(place, date.fromisoformat(TODAY), "main", "", out)
    return status, out.getvalue()


def test_only_what_a_change_touches_can_fail_it(clone: Path) -> None:
    bad = clone / "partners/havenhuis/stuk.yaml"
    bad.write_text("titel: [", "utf-8")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "--message", "Iets dat van een ander stuk is")
    good = clone / "partners/buurtwerk-de-linde/koffie-linde.yaml"
    good.write_text(good.read_text("utf-8").replace("titel: ", "titel: Gezellige "), "utf-8")
    status, text = proposed(clone)
    assert status == 0
    assert "### Alles klopt" in text or "### Dit kan zo op de site" in text
    assert "> **Gezellige Koffieochtend De Linde**" in text
    bad.write_text("titel: [ ]", "utf-8")
    status, text = proposed(clone)
    assert status == 1
    assert "❌ `partners/havenhuis/stuk.yaml`" in text


def test_who_forgot_to_say_who_they_are_reads_that_and_no_traceback(clone: Path) -> None:
    new = clone / "partners/buurthuis/koffie.yaml"
    new.parent.mkdir()
    shutil.copy(clone / "partners/buurtwerk-de-linde/koffie-linde.yaml", new)
    status, text = proposed(clone)
    assert status == 1
    assert "❌ `partners/buurthuis/organisatie.yaml`" in text


# --- what the host reads ---------------------------------------------------------------------


def test_owners_and_forms_follow_the_partner_list() -> None:
    made = {output.path: str(output.content) for output in hosting_outputs(project())}
    assert ".github/CODEOWNERS" in made
    forms = [yaml.safe_load(text) for path, text in made.items() if path.endswith(".yml")]
    names = [entry.model.name for entry in project().organisations.values()]
    for form in (f for f in forms if "body" in f):
        options = form["body"][0]["attributes"]["options"]
        assert set(names) < set(options)
        assert len(options) == len(set(options))
        assert {part["type"] for part in form["body"]} <= {"input", "textarea", "dropdown"}


def test_a_partner_owns_its_folder_and_the_municipality_everything() -> None:
    from msgspec.structs import replace

    town = project()
    folder, entry = next(iter(town.organisations.items()))
    mine = replace(entry, model=entry.model.model_copy(update={"owners": ("@gids/haven",)}))
    settings = town.settings.model_copy(update={"owners": ("@gids/team",)})
    made = replace(town, settings=settings, organisations={**town.organisations, folder: mine})
    text = str(next(iter(hosting_outputs(made))).content)
    assert "\n* @gids/team\n" in text
    assert f"\n/partners/{folder}/ @gids/haven @gids/team\n" in text
