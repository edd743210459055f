"""An offer of any size, made of the project's own: the same files again under other names."""

import itertools
import re
import shutil
from pathlib import Path

PER_ORGANISATION = 25


def write_offer(source: Path, target: Path, count: int) -> None:
    """Write a project of ``count`` activities to ``target``: content/ as it is, partners repeated.

    Titles and slugs get a number, so that all are different; at most ``PER_ORGANISATION``
    activities share a folder, as in a real region of that size.
    """
    shutil.copytree(source / "content", target / "content")
    files = sorted(p for p in (source / "partners").glob("*/*.yaml") if p.stem != "organisatie")
    folders: dict[str, int] = {}
    for number, file in zip(range(count), itertools.cycle(files), strict=False):
        copy = number // len(files)
        owner = file.parent.name
        placed = folders[owner] = folders.get(owner, -1) + 1
        folder = target / "partners" / f"{owner}-{placed // PER_ORGANISATION}"
        if not folder.exists():
            write_organisation(file.parent, folder)
        text = renamed(file.read_text("utf-8"), copy)
        (folder / f"{file.stem}-{copy}.yaml").write_text(text, "utf-8")
    point_cooperation_at_copies(target)


def renamed(text: str, copy: int) -> str:
    """The same activity under another title, without its picture."""
    text = re.sub(
        r"^titel: (.+?)(['\"]?)$", rf"titel: \1 {copy}\2", text, count=1, flags=re.MULTILINE
    )
    return re.sub(r"^afbeelding:\n(?:[ ]+.*\n)+", "", text, flags=re.MULTILINE)


def write_organisation(source: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    text = (source / "organisatie.yaml").read_text("utf-8")
    number = folder.name.rpartition("-")[2]
    text = re.sub(r"^naam: (.+)$", rf"naam: \1 {number}", text, count=1, flags=re.MULTILINE)
    (folder / "organisatie.yaml").write_text(text, "utf-8")


def point_cooperation_at_copies(target: Path) -> None:
    """``samen_met`` named an organisation that now has a number behind its name."""
    for file in (target / "partners").glob("*/*.yaml"):
        text = file.read_text("utf-8")
        if "samen_met:" in text:
            file.write_text(
                re.sub(r"^samen_met:.*\n(?:[ -]+.*\n)*", "", text, flags=re.MULTILINE), "utf-8"
            )
