"""The words on the command line, and what they may never do."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from build import HERE, main
from gids.commands.arguments import VERBS, parse
from gids.publish import why_not
from tests.projects import write

ENGLISH = re.compile(r"\b(usage|error|arguments?|options|positional|required|choose|show|exit)\b")


@pytest.mark.parametrize(
    ("line", "verb"),
    [
        ("", "build"),
        ("--out build", "build"),
        ("--root gids --today 2026-12-25", "build"),
        ("--root gids --base-url https://gids.voorbeeld.example/", "build"),
        ("check --root gids", "check"),
        ("--root gids --today 2026-12-25 check --format json", "check"),
        ("--root=gids check new", "check"),
        ("--root check", "build"),
    ],
)
def test_the_verb_is_build_where_none_is_named(line: str, verb: str) -> None:
    assert parse(line.split(), HERE).verb == verb


@pytest.mark.parametrize("line", ["", "check", "--today 2026-01-01 serve"])
def test_options_of_every_verb_may_stand_before_it(line: str) -> None:
    options = parse(["--root", "gids", "--today=2026-12-25", *line.split()], HERE)
    assert options.root == Path("gids")
    assert options.today == date(2026, 1, 1) if "serve" in line else date(2026, 12, 25)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("maak", 'WERK: "maak" kan niet. Kies uit: build, check, serve, new, import, '),
        ("check --format xml", '"xml" kan niet. Kies uit: text, github, markdown, json\n'),
        ("import", "build.py import: er ontbreekt iets: BESTAND\nHulp: build.py import --help"),
        ("build --ut site", "build.py: dit hoort er niet bij: --ut site"),
        ("check --f", "--f kan van alles zijn. Kies uit: --format, --fix"),
        ("check --fix=ja", '--fix: hier hoort niets achter, dus ook niet "ja"'),
        ("serve --port", "--port: schrijf erachter wat u bedoelt"),
        ("--today morgen", '"morgen" is geen dag. Schrijf bijvoorbeeld: --today 2026-12-25'),
        ("--today 2026-02-30", '"2026-02-30" is geen dag.'),
        ("serve --port 99999", '"99999" is geen poort.'),
        ("build --base-url gids", '"gids" is geen webadres.'),
        ("build --base-url javascript:alert(1)", "is geen webadres."),
    ],
)
def test_what_cannot_be_understood_is_status_two(
    line: str, answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(line.split())
    assert end.value.code == 2
    told = capsys.readouterr().err
    assert answer in told
    assert ENGLISH.search(told) is None


@pytest.mark.parametrize("verb", ["", *(name for name, _ in VERBS)])
def test_the_help_of_every_verb_is_dutch(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([*verb.split(), "--help"])
    assert end.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith(f"gebruik: build.py {verb}".strip())
    assert "toon deze hulp" in told
    assert ENGLISH.search(told) is None


def test_a_reader_that_stops_or_a_full_disk_gives_no_traceback(tmp_path: Path) -> None:
    command = [sys.executable, str(HERE / "build.py"), "check", "--root", str(write(tmp_path))]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("Dit lukte niet: ")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (130, "")


# --- what stands at --out is lost, so it may only be a site --------------------------------------


@pytest.mark.parametrize("out", [".", "..", "partners", "partners/buurthuis-de-kring", "content"])
def test_a_site_never_takes_the_place_of_what_it_is_made_of(
    tmp_path: Path, out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write(tmp_path / "gids")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert main(["build", "--root", str(root), "--out", str(root / out)]) == 2
    assert "Kies een andere --out." in capsys.readouterr().err
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_site_never_takes_the_place_of_a_file_or_of_somebodys_work(tmp_path: Path) -> None:
    root = tmp_path / "gids"
    (tmp_path / "werk" / ".git").mkdir(parents=True)
    (tmp_path / "los.txt").write_text("van mij", "utf-8")
    assert why_not(tmp_path / "los.txt", root)
    assert why_not(tmp_path / "werk", root)
    assert why_not(Path.home(), root)
    assert not why_not(tmp_path / "site", root)
    assert not why_not(root / "site", root)
