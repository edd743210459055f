"""What one build leaves to the next, in a file in the cellar: never needed, only faster.

What is remembered holds only for the same code, templates and libraries, whose digest is in the
file; each thing in it has a key of its own for what it was made of. A memory that is absent, of
other code, or broken is an empty memory. It is written by a build and read by the next, on one
machine: pickle, which runs what it reads; ``cellar`` says why nobody else can have written it.
"""

import os
import pickle
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from msgspec import Struct, field

from gids.cellar import cellar, contents
from gids.directory import ActivityView, Directory
from gids.examining import Told
from gids.problems import Report
from gids.project import Entry, Project, digest_of
from gids.standing import Record
from schema import Activity

HERE = Path(__file__).resolve().parent.parent
CODE = ("build.py", "schema.py", "gids", "requirements/build.txt")
KEPT = {
    "bouw-*.pickle": 6,
    "woorden-*.bewaard": 6,
    "zoekmachine-*.bewaard": 6,
    "bladzijde-*.bewaard": 400,
    "*.template": 400,
    "*.tmp": 20,
}
"""How many of each stay in the cellar; Jinja leaves a ``.tmp`` when it is killed."""
WORTH_WRITING = 20
"""From one in so many new activities on, a memory is written anew."""


class Memory(Struct, frozen=True):
    """What was made of each file, and of what.

    ``entries`` are activities by path, in which nothing was wrong; ``told`` is what the rules say
    of each activity by itself, and ``views`` are its words, both by ``project.key_of``; ``pieces``
    are those of the shelf, and ``records`` those of the files of the site, by path.
    """

    entries: Mapping[str, Entry[Activity]] = field(default_factory=dict)
    told: Told = field(default_factory=dict)
    views: Mapping[str, ActivityView] = field(default_factory=dict)
    pieces: Mapping[str, str | bytes] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        project: Project,
        read: Report,
        told: Told,
        directory: Directory,
        pieces: Mapping[str, str | bytes],
        records: Mapping[str, Record],
    ) -> "Memory":
        """What this build leaves; a file of which reading it said something is read again."""
        wrong = {problem.path for problem in read.problems}
        entries = {entry.path: entry for entry in project.activities if entry.path not in wrong}
        return cls(entries, told, {v.key: v for v in directory.activities}, pieces, records)

    def is_nearly(self, other: "Memory") -> bool:
        """Whether so little is new that the next build can as well make that again."""
        new = other.views.keys() - self.views.keys()
        return bool(self.views) and len(new) * WORTH_WRITING <= len(other.views)


EMPTY = Memory()


def memory_file(root: Path, site: Path) -> Path | None:
    """Every site of a project has its own; None where nothing can be kept."""
    folder = cellar()
    places = b"\0".join(os.fsencode(place.resolve()) for place in (root, site))
    return folder / f"bouw-{digest_of(places)}.pickle" if folder else None


def recall(file: Path | None, code: str) -> Memory:
    """What the last build with this code left; an empty memory when there is none."""
    if file is None:
        return EMPTY
    try:
        with file.open("rb") as stream:
            if pickle.load(stream) != code:  # noqa: S301 - see above
                return EMPTY
            found = pickle.load(stream)  # noqa: S301 - see above
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it can be done without
        return EMPTY
    return found if isinstance(found, Memory) else EMPTY


def remember(file: Path | None, code: str, before: Memory, memory: Memory) -> None:
    """Leave this to the next build, at once and whole; where that cannot be, nothing.

    Where little is new since ``before``, that stays: making a few activities again costs less.
    """
    if file is None or before.is_nearly(memory):
        return
    with suppress(OSError):
        fresh = file.with_suffix(f".{os.getpid()}")
        with fresh.open("wb") as stream:
            pickle.dump(code, stream, pickle.HIGHEST_PROTOCOL)
            pickle.dump(memory, stream, pickle.HIGHEST_PROTOCOL)
        fresh.replace(file)
        forget_old(file.parent)


def forget_old(folder: Path) -> None:
    """Only the newest stay: a site that nobody builds any more needs no memory.

    What a killed build left half written goes too.
    """
    for pattern, number in KEPT.items():
        for file in older(folder, pattern, number):
            file.unlink(missing_ok=True)
    for half in folder.glob("*-*.[0-9]*"):
        half.unlink(missing_ok=True)


def older(folder: Path, pattern: str, kept: int) -> Sequence[Path]:
    """All but the newest."""
    found = list(folder.glob(pattern))
    if len(found) <= kept:
        return ()
    return sorted(found, key=lambda file: -file.stat().st_mtime_ns)[kept:]


@cache
def own_code() -> str:
    """Identifies the code that runs, and the libraries.

    Worked out once: a process that goes on, as ``serve`` does, runs what it began with, whatever
    became of the files since.
    """
    places = (HERE / name for name in CODE)
    return digest_of(b"\0".join([sys.version.encode(), *contents(places)]))


def code_digest(root: Path) -> str:
    """Identifies all that turns files into a site: the code, and the templates of today."""
    places = (HERE / "templates", root / "templates")
    return digest_of(b"\0".join([own_code().encode(), *contents(places)]))
