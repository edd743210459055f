"""Where a build keeps what makes the next faster: with who builds, not with the project.

What is kept is read back as code (pickle, compiled templates). So it lies in the cache folder of
whoever builds, which nobody else may write to, and never in the folder of the project: there it
could come along with a proposed change, or with files that somebody sent.
"""

import os
from pathlib import Path

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
