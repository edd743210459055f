"""Where a build keeps what makes the next faster: with who builds, not with the project.

What is kept is read back as code (pickle, compiled templates). So it lies in the cache folder of
whoever builds, which nobody else may write to, and never in the folder of the project: there it
could come along with a proposed change, or with files that somebody sent.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from gids.project import digest_of

NAME = "duizend-bloemen"
OWN_ONLY = 0o700
OTHERS_MAY_WRITE = 0o022


def cellar() -> Path | None:
    """A folder of one's own, made when it is not there; None where there can be none."""
    try:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        folder = Path(base) / NAME
        folder.mkdir(mode=OWN_ONLY, parents=True, exist_ok=True)
        found = folder.stat()
    except (OSError, RuntimeError):
        return None
    mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return folder if mine and not found.st_mode & OTHERS_MAY_WRITE else None


def kept(name: str, made_of: Iterable[bytes], make: Callable[[], bytes]) -> bytes:
    """What was made before of the same, and else what ``make`` gives, kept for the next time.

    The file begins with the digest of what it holds: a broken one is made anew.
    """
    folder = cellar()
    if folder is None:
        return make()
    key = digest_of(b"\0".join(made_of))
    file = folder / f"{name}-{key}.bewaard"
    with suppress(OSError):
        digest, _, content = file.read_bytes().partition(b"\n")
        if digest_of(content).encode() == digest:
            return content
    content = make()
    with suppress(OSError):
        fresh = file.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(digest_of(content).encode() + b"\n" + content)
        fresh.replace(file)
    return content


def contents(places: Iterable[Path]) -> Iterator[bytes]:
    """The name and the bytes of every file at or below these places, in a fixed order."""
    for place in places:
        base = os.fspath(place)
        for path in [base] if place.is_file() else below(base):
            yield os.fsencode(path[len(base) :])
            with open(path, "rb") as stream:  # noqa: PTH123 - five hundred files at every start
                yield stream.read()


def below(folder: str) -> Iterator[str]:
    """Every file in a folder, without what Python compiled."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (f"{parent}{os.sep}{name}" for name in sorted(names))
