"""CSV and Excel, as people keep them.

Any delimiter and encoding, the headings where they happen to be, and Excel's own mistakes undone.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from gids.importing.columns import Column, known_columns, plain, unknown_headings
from gids.importing.draft import Draft, NotReadableError
from gids.messages import nearest
from gids.values import WEEKDAYS, named, normal, split_listing
from gids.writing import Tree
from schema import MOMENT_KINDS

MOMENT_KEYS = ("soort", "dag", "data", "van", "tot", "vanaf", "tot_en_met")
ADDRESS_KEYS = ("straat", "postcode", "plaats")
BROKEN = re.compile(
    r"#(?:N/B|N/A|REF|VERW|WAARDE|VALUE|NAAM|NAME|DEEL/0|DIV/0|GETAL|NUM|LEEG|NULL)[!?]?$"
)
EXCEL_START = date(1899, 12, 30)
MOST_ROWS = 20_000

Row = tuple[int, Sequence[str]]


def read_csv(name: str, data: bytes) -> Iterator[Draft]:
    """Comma, semicolon or tab; UTF-8 or what Windows makes of it."""
    text = decoded(data)
    lines = text.splitlines(keepends=True)
    sample = "".join(lines[:20])
    delimiter = max(";,\t|", key=sample.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    yield from drafts(name, [(n, [tidy(cell) for cell in row]) for n, row in numbered(rows)])


def numbered(rows: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(rows, 1):
        if number > MOST_ROWS:
            raise NotReadableError(f"er staan meer dan {MOST_ROWS} rijen in")
        yield number, row


def decoded(data: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with one, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_excel(name: str, data: bytes) -> Iterator[Draft]:
    """Every sheet of a workbook that has a row of headings; formulas as what they last gave."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as error:  # openpyxl lets errors of zip and XML through as they are
        raise NotReadableError("dit is geen Excel-bestand dat we kunnen openen") from error
    for sheet in book.worksheets:
        cells = ([cell_text(value) for value in row] for row in sheet.iter_rows(values_only=True))
        where = f"{name}, blad {sheet.title}" if len(book.worksheets) > 1 else name
        yield from drafts(where, list(numbered(cells)), quiet=sheet is not book.worksheets[0])


def cell_text(value: object) -> str:
    """A cell as one would read it: times without seconds, whole numbers without a point."""
    if isinstance(value, timedelta):  # longer than a day, or a clock that Excel counts with
        value = (datetime(2000, 1, 1) + value).time()  # noqa: DTZ001 - a clock has no zone
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return f"{value:%Y-%m-%d}" if midnight else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else tidy(str(value))


def tidy(cell: str) -> str:
    """Without the apostrophe that forces text, non-breaking spaces and Excel's error words."""
    text = cell.replace("\u00a0", " ").replace("_x000D_", "").strip().removeprefix("'")
    return "" if BROKEN.match(text.upper()) else text


# --- headings --------------------------------------------------------------------------------


def drafts(name: str, rows: Sequence[Row], *, quiet: bool = False) -> Iterator[Draft]:
    """A draft per row below the headings; rows about the same activity become one."""
    found = heading_row(rows)
    if found is None:
        if quiet:
            return
        raise NotReadableError("er is geen rij met kopjes zoals Titel, Dag, Van en Plek")
    index, columns = found
    unknown = unknown_headings(rows[index][1], columns)
    singles = [
        (source, tree)
        for number, cells in rows[index + 1 :]
        if any(cells)
        for source, tree in [(f"{name}, rij {number}", row_tree(cells, columns))]
        if set(tree) - {"organisatie"}
    ]
    for n, draft in enumerate(together(singles)):
        yield draft.noting(unknown) if n == 0 else draft


def heading_row(rows: Sequence[Row]) -> tuple[int, dict[int, Column]] | None:
    """The row among the first twenty with most headings that we know: a title and one more."""
    best: tuple[int, dict[int, Column]] | None = None
    for index, (_, cells) in enumerate(rows[:20]):
        columns = known_columns(cells)
        keys = {column.key for column in columns.values()}
        if "titel" in keys and len(keys) > max(1, len(best[1]) if best else 1):
            best = index, columns
    return best


# --- rows ------------------------------------------------------------------------------------


def row_tree(cells: Sequence[str], columns: Mapping[int, Column]) -> dict[str, Tree]:
    """What one row says, with the keys of its columns; empty cells say nothing."""
    tree: dict[str, Any] = {}
    for position, cell in enumerate(cells):
        if cell and position in columns:
            column = columns[position]
            block, _, key = column.path.rpartition(".")
            (tree.setdefault(block, {}) if block else tree)[key] = mended(key, cell)
    return shaped(tree)


def shaped(tree: dict[str, Tree]) -> dict[str, Tree]:
    """Columns for parts of ``wanneer`` and ``waar`` become those blocks."""
    moment = {key: str(tree.pop(key)) for key in MOMENT_KEYS if key in tree}
    not_in = str(tree.pop("niet_in", ""))
    if "wanneer" in tree or ("dag" in moment and not are_days(moment["dag"])):
        tree["wanneer"] = in_words(str(tree.get("wanneer", "")), moment, not_in)
    elif moment:
        more: dict[str, Tree] = {"niet_in": not_in} if not_in else {}
        tree["wanneer"] = {"momenten": [with_kind(moment)], **more}
    address = {key: tree.pop(key) for key in ADDRESS_KEYS if key in tree}
    if "straat" in address:
        name = tree.get("waar", address["straat"])
        tree["waar"] = {"soort": "adres", "naam": name, "adres": address}
    return tree


def are_days(cell: str) -> bool:
    """``di``, ``ma en wo``: nothing but days of the week."""
    parts = split_listing(cell)
    words = [normal(str(part)).rstrip(".s") for part in parts] if isinstance(parts, list) else []
    return all(named(word, WEEKDAYS, 2) is not None for word in words)


def in_words(told: str, moment: Mapping[str, str], not_in: str) -> str:
    """One sentence of several cells, for ``phrases`` to take apart."""
    words = [told, *(moment[key] for key in ("soort", "dag", "data", "van") if key in moment)]
    until = f"- {moment['tot']}" if "tot" in moment else ""
    return " ".join(part for part in (*words, until, not_in and f"behalve {not_in}") if part)


def with_kind(moment: dict[str, str]) -> dict[str, Tree]:
    """A time span in one cell is two times; without “hoe vaak” the other columns say it."""
    found: dict[str, Tree] = {**moment}
    if match := re.match(r"(\S+?)\s*(?:-|–|tot)\s*(\S+)$", moment.get("van", "")):
        found |= {"van": match[1], "tot": moment.get("tot", match[2])}
    if "data" in moment:
        found["data"] = list(re.split(r"\s*[,;\n]\s*", moment["data"]))
    kind = "losse data" if "data" in moment else "elke week" if "dag" in moment else "onbekend"
    said = moment.get("soort", kind)
    found.pop("soort", None)
    return {"soort": nearest(said, MOMENT_KINDS) or said, **found}


def mended(key: str, cell: str) -> str:
    """What Excel made of a cell, undone: serial dates, parts of a day, a lost zero."""
    if key in ("data", "vanaf", "tot_en_met", "gecontroleerd_op") and re.fullmatch(
        r"[34]\d{4}", cell
    ):
        return (EXCEL_START + timedelta(days=int(cell))).isoformat()
    if key in ("van", "tot") and re.fullmatch(r"0[.,]\d+", cell):
        minutes = round(float(cell.replace(",", ".")) * 1440)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    if key in ("van", "tot") and (match := re.fullmatch(r"(\d{1,2}):?(\d{2})(?::00)?", cell)):
        return f"{match[1]}:{match[2]}"
    if key == "telefoon" and re.fullmatch(r"[1-9]\d{8}", cell):
        return f"0{cell}"
    if key == "drempelvrij" and cell.casefold() in ("x", "v", "✓", "✔", "1"):
        return "ja"
    return cell


def together(rows: Sequence[tuple[str, dict[str, Tree]]]) -> Iterator[Draft]:
    """Rows with the same organisation and title that only differ in when are one activity."""
    groups: dict[tuple[str, str, str], list[tuple[str, dict[str, Tree]]]] = {}
    for source, tree in rows:
        place = plain(str(tree.get("waar", "")))
        organisation = plain(str(tree.get("organisatie", ""))).replace(" ", "")
        key = organisation, plain(str(tree.get("titel", source))), place
        groups.setdefault(key, []).append((source, tree))
    for group in groups.values():
        yield from joined(group)


def joined(group: Sequence[tuple[str, dict[str, Tree]]]) -> Iterator[Draft]:
    """One draft with the moments of all rows; a row that says the same adds nothing."""
    source, tree = group[0]
    organisation = str(tree.pop("organisatie", ""))
    notes = []
    for other_source, other in group[1:]:
        if other.get("wanneer") != tree.get("wanneer"):
            tree["wanneer"] = both(tree.get("wanneer"), other.get("wanneer"))
            notes.append(
                f"Samengevoegd met {other_source}: dezelfde activiteit op een ander moment."
            )
        else:
            notes.append(f"{other_source} zegt hetzelfde en is overgeslagen.")
    yield Draft(source, tree, organisation, notes=tuple(notes))


def both(one: Tree | None, other: Tree | None) -> Tree:
    """Two answers to “wanneer” as one."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one | {"momenten": [*one["momenten"], *other["momenten"]]}
    if isinstance(one, str) and isinstance(other, str):
        return f"{one}; {other}"
    return one or other or ""
