"""The pictures that partners put beside their files, copied as they are."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from gids.output import Output
from gids.project import Project


def outputs(project: Project, root: Path) -> Iterator[Output]:
    """Every picture that an activity names; ``reading`` has seen that it exists and is small."""
    for entry in project.activities:
        if entry.model.picture:
            name = entry.model.picture.file
            beside = PurePosixPath(entry.path).parent
            yield Output(f"beeld/{entry.folder}/{name}", (root / beside / name).read_bytes())
