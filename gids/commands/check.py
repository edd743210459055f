"""``check``: say what is wrong, on which line, and how to mend it."""

import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TextIO

from msgspec.structs import replace

from gids.checks import check
from gids.coalition.instrument import check as check_agreements
from gids.derive import derive
from gids.problems import PRINTERS, Report
from gids.project import Project
from gids.reading import locate, read_for_search, read_offer


class WrongUseError(Exception):
    """What was asked cannot be done; the text says why and what to type instead."""


def examine(root: Path, today: date) -> tuple[Project | None, Report]:
    """What was read and everything there is to say about it: the files, and the rules over them.

    Without errors also what looks like the same activity twice, and what the coalition agreed that
    should be there, and is not. The rules look at the offer alone, as in a build: a mistake in the
    words of the search makes no difference to them.
    """
    from gids.duplicates import doubles

    project, read = read_offer(root)
    searched = read_for_search(root).report
    if project is None:
        return None, read.joined(searched)
    report = read.plus(locate(root, check(project, today, read.unread))).joined(searched)
    if report.errors:
        return project, report
    missed = check_agreements(derive(project, today), project, today)
    return project, report.plus(locate(root, (*doubles(project), *missed)))


def run(
    root: Path,
    today: date,
    files: Sequence[Path],
    base: str | None,
    format: str,  # noqa: A002 - the name of the option
    out: TextIO,
) -> int:
    """Print the report in one of its formats; the exit status is 1 with errors, 2 on wrong use.

    With ``files`` only those are told about; with ``base`` only what changed since then can fail.
    """
    try:
        named = [inside(root, file) for file in files]
        changed = changed_since(root, base) if base else None
    except WrongUseError as error:
        print(error, file=sys.stderr)
        return 2
    _, report = examine(root, today)
    if changed is not None:
        report = report.only(changed.__contains__)
    if named:
        report = about(report, named)
    out.write(PRINTERS[format](report))
    return report.status


def about(report: Report, named: Sequence[str]) -> Report:
    """Only the problems of these files, and of everything in these folders."""
    chosen = report.only(lambda path: any(path == n or path.startswith(f"{n}/") for n in named))
    return replace(chosen, files=0, foreign=())


def inside(root: Path, file: Path) -> str:
    """A file or folder, named from here or from the root, as a path below the root."""
    whole = next((path for path in (file.absolute(), root / file) if path.exists()), None)
    if whole is None:
        raise WrongUseError(f"{file} bestaat niet. Kijk de naam na.")
    if not whole.is_relative_to(root):
        whole = whole.resolve()
    if not whole.is_relative_to(root):
        raise WrongUseError(f"{file} ligt niet in {root}. Geef de juiste map met --root.")
    return whole.relative_to(root).as_posix()


def changed_since(root: Path, base: str) -> frozenset[str]:
    """What is different from where this branch left ``base``: committed, changed, new or gone."""
    commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    if not commit:
        raise WrongUseError(f'Git kent "{base}" niet. Haal het op met:  git fetch origin {base}')
    start = git(root, "merge-base", commit[0], "HEAD") or commit
    changed = git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", start[0])
    new = git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset((*changed, *new))


def git(root: Path, *arguments: str) -> tuple[str, ...]:
    """The lines that git answers; none when it says no."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],  # noqa: S607 - git is wherever it was installed
            capture_output=True,
            check=False,
        )
    except OSError:
        raise WrongUseError(
            "Voor --base is git nodig. Installeer git, of laat --base weg."
        ) from None
    if b"not a git repository" in done.stderr:
        raise WrongUseError(f"{root} is geen git-map. Laat --base weg.")
    answer = done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else ""
    return tuple(line for line in answer.replace("\0", "\n").split("\n") if line)
