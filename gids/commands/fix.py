"""``check --fix``: write partners' files in one notation, without touching anything else."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from gids.mending import mended
from gids.problems import plural
from gids.reading import read_file
from gids.reading.files import model_of

FOLDERS = ("partners", "content/plekken")


def run(root: Path, files: Sequence[Path], stdout: TextIO) -> int:
    """Mend the given files, or all of partners and places, and name what changed."""
    changed = [path for path in chosen(root, files) if fixed(root, path)]
    for path in changed:
        print(f"Netjes gemaakt: {path}", file=stdout)
    total = plural(len(changed), "bestand", "bestanden") or "niets"
    print(f"Netjes gemaakt: {total}.", file=stdout)
    return 0


def chosen(root: Path, files: Sequence[Path]) -> Iterator[str]:
    """Paths below the root; of a folder every YAML file in it.

    Of what is not there, or lies elsewhere, ``check`` says so.
    """
    for named in [*files] or [root / folder for folder in FOLDERS]:
        start = named if named.exists() else root / named
        found = sorted(start.rglob("*.y*ml")) if start.is_dir() else [start]
        whole = (file.resolve() for file in found)
        yield from (file.relative_to(root).as_posix() for file in whole if root in file.parents)


def fixed(root: Path, path: str) -> bool:
    """Mend one file; what it says stays the same, else it is left as it is."""
    file = root / path
    try:
        text = file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    new = mended(text, model_of(path))
    if new == text:
        return False
    before, _ = read_file(root, path, model_of(path))
    file.write_bytes(new.encode())
    after, _ = read_file(root, path, model_of(path))
    if before and (after is None or after.model != before.model):
        file.write_bytes(text.encode())
        return False
    return True
