"""What git remembers of the partners' files: when each was added and changed, and how often.

Times of files say nothing (a checkout makes them anew), so this and ``gecontroleerd_op`` are the
only sources for what is new. Without git, or in a shallow clone, nothing is known.
"""

import subprocess
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

MARK = "\x01"


class History(Struct, frozen=True):
    """One file: the days of its first and last version, and how many versions there are."""

    added: date
    changed: date
    revisions: int


NO_HISTORY: Mapping[str, History] = {}


def read_history(root: Path) -> Mapping[str, History]:
    """The history of every file below ``partners/``, by its path relative to ``root``."""
    if git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return NO_HISTORY
    form = f"--format={MARK}%cs"
    log = git(root, "log", form, "--name-only", "--no-renames", "--relative", "--", "partners")
    return histories(log.splitlines())


def git(root: Path, *words: str) -> str:
    """What git answers, or nothing: it may be absent, and the folder may be no repository."""
    try:
        command = ["git", "-C", str(root), "-c", "core.quotePath=false", *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""


def histories(lines: Iterable[str]) -> Mapping[str, History]:
    """From a log, newest first: a marked line with the day, then the paths of that version."""
    found: dict[str, History] = {}
    day = date.min
    for line in lines:
        if line.startswith(MARK):
            day = date.fromisoformat(line[1:])
        elif line:
            known = found.get(line, History(day, day, 0))
            found[line] = replace(known, added=day, revisions=known.revisions + 1)
    return found
