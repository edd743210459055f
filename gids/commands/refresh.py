"""``refresh``: write anew what is made from ``schema.py`` and the municipality's lists.

These files are in the repository because editors and people read them there. Nobody edits them;
a test says when they are no longer what this command writes.
"""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

from gids import hosting, reference, schemas
from gids.importing.columns import template_csv, template_excel
from gids.output import Output
from gids.project import Project
from gids.reading import read_project


def generated(project: Project) -> Iterator[Output]:
    """Every file of the repository that is made, not written; paths are relative to the root."""
    return chain(
        schemas.outputs(project), reference.outputs(), hosting.outputs(project), spreadsheets()
    )


def spreadsheets() -> Iterator[Output]:
    """The empty table for the coordinator's import, for who likes Excel and who does not."""
    yield Output("templates/assets/sjabloon.csv", template_csv())
    yield Output("templates/assets/sjabloon.xlsx", template_excel())


def run(root: Path, screen: TextIO) -> int:
    """Write what changed and name it."""
    project, report = read_project(root)
    if project is None:
        print(report.to_text(), file=screen)
        return 1
    written = [o.path for o in generated(project) if is_ours(root, o) and refreshed(root, o)]
    for path in written:
        print(f"Vernieuwd: {path}", file=screen)
    if not written:
        print("Alles was al vers.", file=screen)
    return 0


def is_ours(root: Path, output: Output) -> bool:
    """A project without templates or a host of its own has no use for what belongs in there."""
    return (root / output.path.partition("/")[0]).is_dir()


def refreshed(root: Path, output: Output) -> bool:
    """Write one file; False when it already was what it should be."""
    file, content = root / output.path, output.content
    data = content.encode() if isinstance(content, str) else content
    if file.is_file() and file.read_bytes() == data:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return True
