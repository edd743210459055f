"""The site that stands there, file by file: what did not change is linked, not made again.

A file that a renderer gives a key (``output.Keyed``) is remembered under that key, with its size,
its time and what its page promises. When the next build yields the same key, and the file of the
standing site is still as it was left, the fresh folder gets a hard link to it.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from gids.audit import Look, Survey
from gids.output import File, Keyed


class Record(Struct, frozen=True):
    """How a file was left: ``changed`` in nanoseconds; ``look`` is None for what is no page."""

    key: str
    size: int
    changed: int
    look: Look | None


class Standing(Struct, frozen=True):
    """A site on disk, and the records of its files that have a key, by path."""

    site: Path
    records: Mapping[str, Record] = field(default_factory=dict)

    def linked(self, file: Keyed, target: str) -> Record | None:
        """The record of a file that was linked to ``target``; None when it must be made."""
        record = self.records.get(file.path)
        if record is None or record.key != file.key:
            return None
        source = f"{self.site}/{file.path}"
        try:
            found = os.stat(source)  # noqa: PTH116 - ten thousand times: no Path
            if (found.st_size, found.st_mtime_ns) != (record.size, record.changed):
                return None
            os.link(source, target)
        except OSError:
            return None
        return record


class Written(Struct):
    """What one share of a build wrote: what its pages promise, and the records for the next."""

    survey: Survey = field(default_factory=Survey)
    records: dict[str, Record] = field(default_factory=dict)

    def add(self, other: "Written") -> None:
        self.survey.add(other.survey)
        self.records |= other.records

    def to_add(self) -> "Written":
        """The same, to be sent to another process."""
        return Written(self.survey.to_add(), self.records)


NOTHING = Standing(Path())


def write(folder: Path, files: Iterable[File], standing: Standing = NOTHING) -> Written:
    """Write every file below ``folder``, or link it to the one that stands there.

    One ``mkdir`` per folder; pages are looked at on their way.
    """
    written = Written()
    base = os.fspath(folder)
    made: set[str] = {""}
    for file in files:
        parent = file.path.rpartition("/")[0]
        if parent not in made:
            os.makedirs(f"{base}/{parent}", exist_ok=True)  # noqa: PTH103 - same
            made.add(parent)
        target = f"{base}/{file.path}"
        record = standing.linked(file, target) if isinstance(file, Keyed) else None
        if record is None:
            look = write_one(file, target, written.survey)
            if isinstance(file, Keyed):
                found = os.stat(target)  # noqa: PTH116 - same
                record = Record(file.key, found.st_size, found.st_mtime_ns, look)
        elif record.look:
            written.survey.take(file.path, record.look)
        if record:
            written.records[file.path] = record
    return written


def write_one(file: File, target: str, survey: Survey) -> Look | None:
    """Make and write one file; what a page promises is noted."""
    content = file.content
    with open(target, "wb") as stream:  # noqa: PTH123 - same
        stream.write(content.encode() if isinstance(content, str) else content)
    if isinstance(content, str) and file.path.endswith(".html"):
        return survey.look(file.path, content)
    return None
