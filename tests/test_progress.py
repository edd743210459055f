"""What a long build says on a terminal, and that nothing of it is left behind a report."""

from io import StringIO
from pathlib import Path

import pytest

from build import main
from gids.progress import CLEAR_LINE, Progress
from tests.projects import TODAY, koffie, write


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_elsewhere_than_on_a_terminal_nothing_is_said() -> None:
    stream = StringIO()
    with Progress(stream) as progress:
        progress.start("lezen")
        progress.done("3 activiteiten")
    assert stream.getvalue() == ""


def test_what_came_out_stays_on_a_line_of_its_own() -> None:
    stream = Terminal()
    with Progress(stream) as progress:
        progress.start("lezen")
        progress.done("3 activiteiten")
    *_, last = stream.getvalue().split(CLEAR_LINE)
    assert last == "3 activiteiten (0.0 s)\n"


@pytest.mark.parametrize("wrong", ["[ontmoetn]", "["])
def test_a_report_does_not_stand_behind_what_the_build_was_doing(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, stream = write(tmp_path, koffie("[ontmoeten]", wrong)), Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    assert main(["--root", str(root), "--out", str(tmp_path / "site"), "--today", f"{TODAY}"]) == 1
    doing, _, told = stream.getvalue().rpartition(CLEAR_LINE)
    assert "Bezig met controleren" in doing
    assert told.startswith("partners/")
