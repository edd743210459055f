"""The picture that a file names: it lies beside it, is a picture, and is small."""

from collections.abc import Iterator
from pathlib import Path

from gids.problems import Finding
from gids.project import Entry
from gids.reading.texts import NoTextError, read_bytes
from schema import Activity

PICTURE_LIMIT = 1024 * 1024
STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")


def check_picture(root: Path, entry: Entry[Activity]) -> Iterator[Finding]:
    """A named picture lies beside the file, is one that browsers show, and is at most 1 MB."""
    picture = entry.model.picture
    if picture is None:
        return
    folder = entry.path.rpartition("/")[0]
    wrong = wrong_with(root, folder, picture.file)
    if wrong:
        also = (f"{folder}/{picture.file}",)
        yield Finding(entry.path, ("afbeelding", "bestand"), "foto", "error", *wrong, also)


def wrong_with(root: Path, folder: str, name: str) -> tuple[str, str] | None:
    """What is wrong with a picture and what to do, if anything."""
    try:
        data = read_bytes(root, f"{folder}/{name}", PICTURE_LIMIT)
    except NoTextError as error:
        return said(root, folder, name, error)
    return None if is_picture(data) else NO_PICTURE


NO_PICTURE = (
    "Dit bestand is geen foto die een browser kan tonen.",
    "Bewaar de foto opnieuw als .jpg of .png.",
)


def said(root: Path, folder: str, name: str, error: NoTextError) -> tuple[str, str]:
    """Why the picture cannot be used, and what to do."""
    if error.problem.code == "te-groot":
        return (
            f'De foto "{name}" is te groot.',
            "Maak de foto kleiner: hooguit 1 MB, dat is ruim genoeg.",
        )
    other = next((file for file in listed(root / folder) if file.lower() == name.lower()), None)
    if other and other != name:
        return f'De foto heet "{other}", met andere hoofdletters.', f"Schrijf:  bestand: {other}"
    if error.problem.code == "bestand-weg":
        return (
            f'De foto "{name}" staat niet in de map {folder}.',
            "Zet de foto daar neer, of haal dit blok weg.",
        )
    return f'De foto "{name}" kunnen we niet openen.', error.problem.hint


def listed(folder: Path) -> list[str]:
    try:
        return sorted(file.name for file in folder.iterdir())
    except OSError:
        return []


def is_picture(data: bytes) -> bool:
    """JPEG, PNG and WebP by how they start; AVIF has its name at the fifth byte."""
    return data.startswith(STARTS) or data[4:12] in {b"ftypavif", b"ftypavis"}
