"""``import``: what people send becomes tidy files, one per activity.

A mail, a text, CSV, Excel, iCalendar or an Open Referral feed. What is there already is recognised;
a difference is shown, and taken over after a yes. What lacks something is kept in
``nog-af-te-maken/`` with what is missing on top. Nothing is lost and nothing is overwritten in
silence; the same file twice changes nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from gids.importing.calendars import read_calendar
from gids.importing.draft import Draft, NotReadableError
from gids.importing.open_referral import read_feed
from gids.importing.placing import Outcome, Status, outcomes
from gids.importing.sheets import read_csv, read_excel
from gids.importing.texts import read_mail, read_yaml
from gids.reading import read_project

Reader = Callable[[str, bytes], Iterator[Draft]]

FORMATS: tuple[tuple[tuple[str, ...], Reader], ...] = (
    ((".csv", ".tsv"), read_csv),
    ((".xlsx", ".xlsm"), read_excel),
    ((".ics",), read_calendar),
    ((".json",), read_feed),
    ((".eml",), read_mail),
    ((".yaml", ".yml", ".txt", ".md", ""), read_yaml),
)
OLD_EXCEL = "Dit is een oud Excel-bestand. Open het en sla het op als .xlsx of .csv."
MOST_BYTES = 20_000_000
STANDARD_INPUT = "-"


def run(
    root: Path,
    sources: Sequence[str],
    organisation: str,
    *,
    dry_run: bool,
    take: bool,
    stdin: TextIO,
    stdout: TextIO,
) -> int:
    """Take in every source, write what is new or agreed, and say what became of everything.

    ``organisation`` is the folder for what does not say whose it is; ``take`` agrees with every
    change beforehand; ``dry_run`` writes nothing. Status 1 when something could not be read.
    """
    project, report = read_project(root)
    if project is None:
        print(report.to_text(), file=stdout)
        return 1
    if organisation and organisation not in project.organisations:
        print(f"Er is geen map partners/{organisation}/ met een organisatie.yaml.", file=stdout)
        return 2
    drafts, unreadable = all_drafts(sources, stdin)
    making = outcomes(drafts, project, organisation, reader(root))
    found = list(followed(making, len(drafts), stdout))
    for outcome in found:
        tell(outcome, stdout)
    written = [o for o in found if agreed(o, stdin, stdout, take=take, ask=not dry_run)]
    if not dry_run:
        write(root, written)
    for message in unreadable:
        print(message, file=stdout)
    print(summary(found, written, dry_run=dry_run), file=stdout)
    return 1 if unreadable else 0


def followed(items: Iterator[Outcome], total: int, stream: TextIO) -> Iterable[Outcome]:
    """The same, with a bar on a terminal that shows how far it is."""
    if not stream.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, "Bekijken", total, console=Console(file=stream), transient=True)


def all_drafts(sources: Sequence[str], stdin: TextIO) -> tuple[list[Draft], list[str]]:
    """The drafts of every source, and what could not be read at all."""
    drafts: list[Draft] = []
    unreadable = []
    for source in sources:
        try:
            drafts += read(source, stdin)
        except (NotReadableError, OSError) as error:
            reason = "het bestand is er niet of mag niet worden gelezen"
            why = str(error) if isinstance(error, NotReadableError) else reason
            unreadable.append(f"{source}: niets overgenomen, {why}.")
    return drafts, unreadable


def read(source: str, stdin: TextIO) -> list[Draft]:
    """The drafts in one source; its name says what kind of file it is."""
    if source == STANDARD_INPUT:
        return list(read_yaml("wat u intypte of plakte", stdin.read().encode()))
    path = Path(source)
    ending = path.suffix.casefold()
    if ending == ".xls":
        raise NotReadableError(OLD_EXCEL)
    if path.stat().st_size > MOST_BYTES:
        raise NotReadableError("het bestand is groter dan 20 MB")
    reading = next((reader for endings, reader in FORMATS if ending in endings), None)
    if reading is None:
        kinds = ", ".join(e for endings, _ in FORMATS for e in endings if e)
        raise NotReadableError(f"we lezen alleen {kinds}")
    return list(reading(path.name, path.read_bytes()))


def reader(root: Path) -> Callable[[str], str]:
    def text(path: str) -> str:
        file = root / path
        return file.read_text("utf-8") if file.is_file() else ""

    return text


# --- telling and agreeing --------------------------------------------------------------------

HEADINGS: Mapping[Status, str] = {
    "nieuw": "nieuw",
    "bijgewerkt": "aangevuld",
    "vraag": "anders dan wat er staat",
    "onaf": "nog niet af",
    "ongewijzigd": "ongewijzigd",
}


def tell(outcome: Outcome, stdout: TextIO) -> None:
    """One block per activity; what did not change is only counted."""
    if outcome.status == "ongewijzigd":
        return
    print(f"\n{outcome.draft.source}: {HEADINGS[outcome.status]}", file=stdout)
    print(f"  {outcome.path}", file=stdout)
    for line in (*outcome.missing, *outcome.draft.notes):
        print(f"  · {line}", file=stdout)
    for line in outcome.difference:
        print(f"    {line}", file=stdout)


def agreed(outcome: Outcome, stdin: TextIO, stdout: TextIO, *, take: bool, ask: bool) -> bool:
    """New and added things are taken; a change of what is there after a yes."""
    if outcome.status != "vraag":
        return outcome.status != "ongewijzigd"
    if take or not ask or not stdin.isatty():
        return take
    print(f"\n{outcome.path}: overnemen? [j/n] ", end="", file=stdout, flush=True)
    return stdin.readline().strip().casefold() in ("j", "ja")


def write(root: Path, found: Iterable[Outcome]) -> None:
    for outcome in found:
        file = root / outcome.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(outcome.text, "utf-8")


def summary(found: Sequence[Outcome], written: Sequence[Outcome], *, dry_run: bool) -> str:
    """How many of what, and the one next step."""
    counts = Counter(outcome.status for outcome in found)
    parts = [f"{counts[s]} {name}" for s, name in HEADINGS.items() if counts[s]]
    lines = ["", "Samen: " + (", ".join(parts) or "niets gevonden") + "."]
    left = counts["vraag"] - sum(outcome.status == "vraag" for outcome in written)
    if left:
        lines.append(f"{left} niet overgenomen. Wel overnemen: geef er --overnemen bij.")
    if dry_run:
        lines.append("Er is niets geschreven, want u vroeg om te proberen.")
    elif written:
        lines.append("Controleer nu:  make check")
    return "\n".join(lines)
