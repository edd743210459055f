"""``propose``: the comment for a proposed change, made from the files alone."""

import sys
from datetime import date
from pathlib import Path
from typing import TextIO

from gids.commands.check import WrongUseError, changed_since, examine
from gids.derive import derive
from gids.proposal import comment, of_change


def run(root: Path, today: date, base: str, preview: str, out: TextIO) -> int:
    """Print the comment; status 1 when the change has errors, 2 when ``base`` is unknown."""
    try:
        changed = changed_since(root, base)
    except WrongUseError as error:
        print(error, file=sys.stderr)
        return 2
    project, report = examine(root, today)
    own = report.only(changed.__contains__)
    views = derive(project.without_orphans(), today).activities if project else ()
    out.write(comment(own, of_change(views, changed), preview))
    return own.status
