"""The text of one file, whatever lies there in its place."""

import os
import stat
from pathlib import Path

from msgspec import Struct

from gids.problems import Problem

SIZE_LIMIT = 64 * 1024
NO_TEXT_STARTS = (
    b"PK\x03\x04",
    b"%PDF",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
)
OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe must not keep us waiting; neither flag exists everywhere."""

WIDE_STARTS = (b"\xff\xfe", b"\xfe\xff")
SAVE_AS = "Bewaar het bestand als UTF-8. In Kladblok: Opslaan als, en kies bij Codering UTF-8."


class NoTextError(Exception):
    """There is no text to read; ``problem`` says why."""

    def __init__(self, path: str, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.problem = whole_file(path, code, message, hint)


class Source(Struct, frozen=True):
    """A text and the bytes it was read from; ``problem`` when its letters had to be guessed."""

    text: str
    data: bytes
    problem: Problem | None = None


def whole_file(
    path: str, code: str, message: str, hint: str, also: tuple[str, ...] = ()
) -> Problem:
    """A problem that is not about one line."""
    return Problem(path, 0, 0, 0, 0, code, "error", "", message, hint, also=also)


def read_source(root: Path, path: str, limit: int = SIZE_LIMIT) -> Source:
    """The text of a file; ``NoTextError`` when there is none."""
    return decoded(path, read_bytes(root, path, limit))


def read_bytes(root: Path, path: str, limit: int) -> bytes:
    """The bytes of an ordinary file inside ``root`` that is not too large."""
    handle = open_inside(root, path)
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise NoTextError(path, "geen-bestand", *NO_FILE)
        if about.st_size > limit:
            raise NoTextError(path, "te-groot", *too_large(about.st_size, limit))
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(limit + 1)
    finally:
        os.close(handle)


def open_inside(root: Path, path: str) -> int:
    """A file that is there, that we may read, and that is no link to outside the project."""
    full = f"{root}/{path}"  # a Path for each of 10,000 files takes as long as reading it
    try:
        if os.path.islink(full) and leads_out(root, path):  # noqa: PTH114 - see above
            raise NoTextError(path, "verwijzing", *LEADS_OUT)
        return os.open(full, OPEN_FLAGS)
    except FileNotFoundError:
        raise NoTextError(path, "bestand-weg", *GONE) from None
    except OSError:
        raise NoTextError(path, "bestand-dicht", *CLOSED) from None


LEADS_OUT = (
    "Dit is een verwijzing naar een bestand buiten deze map. Die volgen we niet.",
    "Zet het bestand zelf hier neer.",
)
GONE = ("Dit bestand is er niet.", "Zet het terug, of haal weg wat ernaar verwijst.")
CLOSED = (
    "Dit bestand mogen we niet openen.",
    "Geef iedereen leesrechten op het bestand, of zet het opnieuw neer.",
)
NO_FILE = ("Dit is geen gewoon bestand.", "Geef de map of het ding een andere naam.")


def too_large(size: int, limit: int) -> tuple[str, str]:
    return (
        f"Dit bestand is te groot: {-(-size // 1024)} kB. Er past {limit // 1024} kB in.",
        "Kort de tekst in. Foto's horen in een eigen bestand naast dit bestand.",
    )


def leads_out(root: Path, path: str) -> bool:
    """Whether a link ends outside the project."""
    try:
        return not (root / path).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return True


def decoded(path: str, data: bytes) -> Source:
    """UTF-8, with or without a mark at the start; else our best guess and a problem."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return guessed(path, data, error.start)
    if data.startswith(NO_TEXT_STARTS) or "\0\0" in text:
        raise NoTextError(path, "geen-tekst", *NO_TEXT)
    return Source(with_line_ends(text), data)


def with_line_ends(text: str) -> str:
    """Lines end in one way, whatever computer wrote them."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


NO_TEXT = (
    "Dit is geen tekstbestand, maar bijvoorbeeld een Word-bestand of een foto met een andere naam.",
    "Bewaar de tekst als gewone tekst (UTF-8), met een naam die eindigt op .yaml.",
)


def guessed(path: str, data: bytes, position: int) -> Source:
    """Text of an older kind: readable enough to check the rest of the file as well."""
    if data.startswith(WIDE_STARTS):
        message = "Dit bestand is bewaard als UTF-16. Dat kunnen we niet lezen."
        raise NoTextError(path, "utf-8", message, SAVE_AS)
    if data.startswith(NO_TEXT_STARTS) or b"\0" in data:
        raise NoTextError(path, "geen-tekst", *NO_TEXT)
    letters = data.decode("cp1252", "replace")
    text, before = with_line_ends(letters), with_line_ends(letters[:position])
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    source_line = text.split("\n")[line - 1]
    message = f'De letter "{letters[position]}" is niet bewaard als UTF-8.'
    problem = Problem(path, line, column, 0, 1, "utf-8", "error", "", message, SAVE_AS, source_line)
    return Source(text, data, problem)
