"""A fresh folder that takes the place of the site only when everything has succeeded.

The fresh folder lies beside the site, so that taking its place is one rename on one disk. Whatever
goes wrong before that leaves the old site whole; what a killed build left behind is removed at the
start of the next.
"""

import ctypes
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2
INPUT_FOLDERS = ("content", "partners", "templates", "gids", "tests")


def why_not(site: Path, *projects: Path) -> str:
    """Why nothing may take the place of what is at ``site``, in Dutch; empty when it may.

    All that is there goes, so it is no file, no folder that people or git work in, and not the
    input of the ``projects``. Paths are resolved.
    """
    if site.exists() and not site.is_dir():
        return "dat is een bestand, geen map"
    if any(folder.is_relative_to(site) for folder in (*projects, Path.cwd(), Path.home())):
        return "daar staat meer dan de site, en dat zou verdwijnen"
    if any(site.is_relative_to(root / name) for root in projects for name in INPUT_FOLDERS):
        return "daar staan de bestanden waar de site van gemaakt wordt"
    return "dat is een map van git" if (site / ".git").exists() else ""


@contextmanager
def fresh_folder(site: Path) -> Iterator[Path]:
    """An empty folder to write in; it becomes ``site`` when the block ends without an error."""
    site.parent.mkdir(parents=True, exist_ok=True)
    sweep(site)
    folder = site.parent / f".{site.name}.new-{os.getpid()}"
    folder.mkdir(mode=0o755)
    try:
        yield folder
        swap(folder, site)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def swap(folder: Path, site: Path) -> None:
    """Put ``folder`` in the place of ``site``; what was there is afterwards at ``folder``.

    One system call where Linux offers it (``renameat2`` with ``RENAME_EXCHANGE``). Elsewhere two
    renames, of which ``sweep`` finishes the second if the power fails between them.
    """
    if not site.exists():
        folder.rename(site)
    elif not exchange(folder, site):
        old = site.parent / f".{site.name}.old-{os.getpid()}"
        site.rename(old)
        folder.rename(site)
        old.rename(folder)


def exchange(one: Path, other: Path) -> bool:
    """Swap two paths atomically; False where the system cannot."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    code = rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return bool(code == 0)


def sweep(site: Path) -> None:
    """Put back an old site that lost its name, and remove what killed builds left behind."""
    pattern = re.compile(rf"\.{re.escape(site.name)}\.(new|old)-(\d+)$")
    for path in sorted(site.parent.iterdir()):
        match = pattern.match(path.name)
        if match is None or is_running(int(match[2])):
            continue
        if match[1] == "old" and not site.exists():
            path.rename(site)
        else:
            shutil.rmtree(path, ignore_errors=True)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
