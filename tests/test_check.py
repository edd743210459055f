"""The command ``check``: all files, some files, or only what somebody changed."""

import json
import subprocess
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from build import build, main
from gids.commands.check import examine, run
from gids.problems import PRINTERS
from gids.progress import Progress
from tests.projects import FILES, KOFFIE, ORGANISATIE, TODAY, koffie, write

OTHER = "partners/wereldhuis/thee.yaml"
OTHERS = {
    "partners/wereldhuis/organisatie.yaml": FILES[ORGANISATIE].replace(
        "Buurthuis De Kring", "Wereldhuis"
    ),
    OTHER: FILES[KOFFIE].replace("Koffieochtend", "Theemiddag").replace("10:00", "tien"),
}
Checked = tuple[int, list[tuple[str, str]]]


def checked(root: Path, files: tuple[str, ...] = (), base: str | None = None) -> Checked:
    """The exit status, and of each problem the file and the severity."""
    out = StringIO()
    status = run(root, TODAY, [root / file for file in files], base, "json", out)
    return status, [(row["path"], row["severity"]) for row in json.loads(out.getvalue())]


@pytest.fixture
def git(tmp_path: Path) -> Callable[..., None]:
    """Git in the folder of a test, without anybody's own settings."""

    def call(*words: str) -> None:
        who = ["-c", "user.name=Test", "-c", "user.email=test@voorbeeld.example"]
        command = ["git", "-C", str(tmp_path), *who, *words]
        subprocess.run(command, check=True, capture_output=True)

    call("init", "-b", "main")
    return call


@pytest.fixture
def with_a_foreign_error(tmp_path: Path, git: Callable[..., None]) -> Path:
    """A branch of somebody who changed nothing yet; another partner has an error on main."""
    write(tmp_path, OTHERS)
    git("add", ".")
    git("commit", "-m", "begin")
    git("checkout", "-b", "branch")
    return tmp_path


def test_an_error_is_status_one_and_a_warning_is_not(tmp_path: Path) -> None:
    assert checked(write(tmp_path, koffie("10:00", "tien"))) == (1, [(KOFFIE, "error")])
    assert checked(write(tmp_path, koffie("10:00", "9:00"))) == (0, [])
    assert checked(write(tmp_path, koffie("11:30", "23:30"))) == (0, [(KOFFIE, "warning")])


def test_check_says_what_a_build_says_though_the_search_has_a_mistake(tmp_path: Path) -> None:
    page = "---\ntitel: Over\nsamenvatting: Wie wij zijn.\n---\n[Weg](../activiteiten/weg/)\n"
    write(tmp_path, {"content/zoekwoorden/eten.yaml": "a: [", "content/paginas/over.md": page})
    _, told = examine(tmp_path, TODAY)
    made = build(tmp_path, tmp_path / "site", TODAY, "", Progress())
    assert told == made
    assert [problem.code for problem in told.warnings] == ["link-weg"]
    assert len(told.errors) == 1


def test_files_and_folders_can_be_asked_for(tmp_path: Path) -> None:
    write(tmp_path, {**OTHERS, **koffie("10:00", "tien")})
    assert checked(tmp_path) == (1, [(KOFFIE, "error"), (OTHER, "error")])
    assert checked(tmp_path, (KOFFIE,)) == (1, [(KOFFIE, "error")])
    assert checked(tmp_path, ("partners/wereldhuis",)) == (1, [(OTHER, "error")])
    assert checked(tmp_path, ("content/themas.yaml",)) == (0, [])


def test_a_file_is_found_from_here_and_from_the_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path / "gids", koffie("10:00", "tien"))
    link = tmp_path / "koppeling"
    link.symlink_to(root)
    for here, named in ((root, KOFFIE), (tmp_path, f"gids/{KOFFIE}"), (tmp_path, KOFFIE)):
        monkeypatch.chdir(here)
        assert main(["check", "--root", str(root), named]) == 1
    assert main(["check", "--root", str(link), str(link / KOFFIE)]) == 1


def test_mending_a_file_from_elsewhere_is_wrong_use_and_no_fault_of_ours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, elsewhere = write(tmp_path / "gids"), tmp_path / "los.yaml"
    elsewhere.write_text("van: 10u30\n", "utf-8")
    assert main(["check", "--fix", "--root", str(root), str(elsewhere)]) == 2
    assert "ligt niet in" in capsys.readouterr().err
    assert elsewhere.read_text("utf-8") == "van: 10u30\n"


def test_what_was_mended_is_no_part_of_an_answer_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write(tmp_path, koffie("10:00", "10u00"))
    assert main(["check", "--fix", "--root", str(root), "--format", "json"]) == 0
    told = capsys.readouterr()
    assert isinstance(json.loads(told.out), list)
    assert KOFFIE in told.err


@pytest.mark.parametrize("format_name", PRINTERS)
def test_every_format_prints_something(tmp_path: Path, format_name: str) -> None:
    out = StringIO()
    assert run(write(tmp_path, OTHERS), TODAY, [], None, format_name, out) == 1
    assert OTHER in out.getvalue()


# --- nobody is blamed for somebody else's file -----------------------------------------------


def test_who_changed_nothing_cannot_fail(with_a_foreign_error: Path) -> None:
    assert checked(with_a_foreign_error, base="main") == (0, [(OTHER, "warning")])


def test_an_own_error_fails_whether_committed_or_not(
    with_a_foreign_error: Path, git: Callable[..., None]
) -> None:
    root = write(with_a_foreign_error, {**OTHERS, **koffie("10:00", "tien")})
    assert checked(root, base="main") == (1, [(KOFFIE, "error"), (OTHER, "warning")])
    git("commit", "-am", "koffie")
    assert checked(root, base="main")[0] == 1


def test_a_new_file_is_ones_own(with_a_foreign_error: Path) -> None:
    new = "partners/buurthuis-de-kring/soep.yaml"
    write(with_a_foreign_error, {**OTHERS, new: "titel: Soep\n"})
    assert (new, "error") in checked(with_a_foreign_error, base="main")[1]
    assert checked(with_a_foreign_error, base="main")[0] == 1


def test_what_happened_on_main_meanwhile_is_not_ones_own(
    with_a_foreign_error: Path, git: Callable[..., None]
) -> None:
    git("checkout", "main")
    write(with_a_foreign_error, {**OTHERS, **koffie("10:00", "tien")})
    git("commit", "-am", "main goes on")
    git("checkout", "branch")
    assert checked(with_a_foreign_error, base="main") == (0, [(OTHER, "warning")])


def test_who_takes_a_place_away_hears_of_the_activities_there(
    with_a_foreign_error: Path, git: Callable[..., None]
) -> None:
    git("rm", "content/plekken/de-luifel.yaml")
    status, found = checked(with_a_foreign_error, base="main")
    assert status == 1
    assert (KOFFIE, "error") in found


# --- wrong use -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["--base", "nergens"], 'Git kent "nergens" niet. Haal het op met:  git fetch origin'),
        (["--base", "--output=x"], 'Git kent "--output=x" niet.'),
        (["weg.yaml"], "weg.yaml bestaat niet. Kijk de naam na."),
        (["/"], "ligt niet in"),
    ],
)
def test_what_cannot_be_done_is_status_two(
    with_a_foreign_error: Path,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    answer: str,
) -> None:
    words = [f"{words[0]}={words[1]}"] if len(words) == 2 else words
    assert main(["check", "--root", str(with_a_foreign_error), *words]) == 2
    assert answer in capsys.readouterr().err


def test_without_git_base_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert run(tmp_path, TODAY, [], "main", "text", StringIO()) == 2
    assert "is geen git-map. Laat --base weg." in capsys.readouterr().err
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run(tmp_path, TODAY, [], "main", "text", StringIO()) == 2
    assert "Voor --base is git nodig." in capsys.readouterr().err
