"""``measure``: add today's figures to content/monitor/, once a day.

A build only reads what was measured, so it can run on a folder that may not be written to and two
builds of the same input stay equal. Keeping the history is a verb of its own, for the nightly job.
"""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TextIO

from gids.coalition.instrument import measurement
from gids.coalition.monitor import history
from gids.commands.check import examine
from gids.derive import derive

FOLDER = "content/monitor"
DAYS_HEAD = (
    "# Eén regel per dag, met de cijfers van die dag. Het werkwoord measure schrijft ze bij."
)
CHANGES_HEAD = (
    "# Wat in de gids kwam (+) en eruit ging (-). Het werkwoord measure schrijft het bij."
)


def run(root: Path, today: date, out: TextIO) -> int:
    """Write at most one line for today, and one for each activity that came or went."""
    project, report = examine(root, today)
    if project is None or report.errors:
        out.write(report.to_text())
        return 1
    past = history(project.coalition, today)
    line, changes = measurement(derive(project, today), project, today)
    if past.days and past.days[-1].day == today:
        out.write("Vandaag is al gemeten.\n")
    else:
        append(root / FOLDER / f"{today.year}.txt", [line], DAYS_HEAD)
        out.write(f"Gemeten: {line}\n")
    append(root / FOLDER / "aanbod.txt", changes, CHANGES_HEAD)
    return 0


def append(file: Path, lines: Sequence[str], head: str) -> None:
    """Put lines under a file in one move: whoever reads it sees all of them, or none."""
    if not lines:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_text("utf-8") if file.exists() else f"{head}\n"
    between = "" if before.endswith("\n") else "\n"
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    fresh.write_text(f"{before}{between}" + "".join(f"{line}\n" for line in lines), "utf-8")
    fresh.replace(file)
