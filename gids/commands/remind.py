"""``remind``: who to ask whether it is still true, as a table for a mail merge and as letters."""

from datetime import date
from pathlib import Path
from typing import TextIO

from gids import dutch
from gids.freshness import letter_text, letters, mail_merge
from gids.reading import read_project

TABLE = "herinneringen.csv"


def run(root: Path, today: date, out: Path, stdout: TextIO) -> int:
    """Write the table and one letter per organisation in ``out``, and say how many there are."""
    project, report = read_project(root)
    if project is None:
        print(report.to_text(), file=stdout)
        return 1
    found = letters(project, today)
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.md"):
        old.unlink()
    (out / TABLE).write_text(mail_merge(found), "utf-8")
    for letter in found:
        (out / f"{letter.folder}.md").write_text(letter_text(letter), "utf-8")
    activities = sum(len(letter.reminders) for letter in found)
    asked = dutch.count(activities, "activiteit", "activiteiten")
    partners = dutch.count(len(found), "organisatie", "organisaties")
    print(f"Te vragen: {asked} bij {partners}. Zie {out}", file=stdout)
    return 0
