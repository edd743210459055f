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
    """What was made before of the same, and else what ``make`` gives, kept for the next time."""
    file = place(name, made_of)
    content = fetch(file)
    if content is None:
        content = make()
        keep(file, content)
    return content


def place(name: str, made_of: Iterable[bytes]) -> Path | None:
    """Where that stands which is made of this; ``name`` says what kind of thing it is."""
    folder = cellar()
    key = digest_of(b"\0".join(made_of))
    return folder / f"{name}-{key}.bewaard" if folder else None


def fetch(file: Path | None) -> bytes | None:
    """What was kept there. It begins with the digest of the rest: None when that is broken."""
    if file is None:
        return None
    try:
        digest, _, content = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if digest_of(content).encode() == digest else None


def keep(file: Path | None, content: bytes) -> None:
    """Leave this to the next build, at once and whole; where that cannot be, nothing."""
    if file is None:
        return
    with suppress(OSError):
        fresh = file.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(digest_of(content).encode() + b"\n" + content)
        fresh.replace(file)


def contents(places: Iterable[Path]) -> Iterator[bytes]:
    """What lies at and below each of these places, in a fixed order; no two sets are alike.

    Of a link also where it stands and leads, since that can be wrong. Of what is no file, or cannot
    be read, only that it is there: whoever reads it says what is wrong.
    """
    for number, one in enumerate(places):
        base = os.fspath(one)
        for path in (base, *below(base)):
            yield os.fsencode(f"{number}{path[len(base) :]}")
            if os.path.islink(path):  # noqa: PTH114 - as below
                yield os.fsencode(f"{os.path.abspath(path)}\0{os.path.realpath(path)}")  # noqa: PTH100
            yield seen(path)


def seen(path: str) -> bytes:
    """The digest of a file, and else in a word what is there: a pipe is never opened."""
    if os.path.isfile(path):  # noqa: PTH113 - five hundred files at every start
        with suppress(OSError), open(path, "rb") as stream:  # noqa: PTH123 - same
            return digest_of(stream.read()).encode()
        return b"closed"
    return b"other" if os.path.exists(path) else b"nothing"  # noqa: PTH110 - same


def below(folder: str) -> Iterator[str]:
    """All that a folder holds, without what Python compiled."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (f"{parent}{os.sep}{name}" for name in sorted((*folders, *names)))
