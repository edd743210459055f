"""Is it still true? Who to remind of what, and the links with which a partner answers in one step.

Only a person confirms: ``gecontroleerd_op`` is what somebody said, and no timer changes it. After
six months an activity is in the list of its organisation; after a year it is no longer in lists
and search, and it stays in the list until somebody answers.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from gids import dutch
from gids.links import dead, read_failing, written
from gids.project import Entry, Project
from gids.views import LISTED_DAYS
from schema import Activity

REMIND_DAYS = 182
FORM = "meedoen/activiteit/"
ANSWERS = (
    ("klopt nog", "klopt"),
    ("aanpassen", "wijzig"),
    ("gestopt", "gestopt"),
)
"""What a partner can answer, and the word for it in the address of the form."""


class Reminder(Struct, frozen=True):
    """One activity that nobody confirmed for long. ``age`` is in days, None when never."""

    entry: Entry[Activity]
    age: int | None
    links: tuple[tuple[str, str], ...]

    @property
    def gone(self) -> bool:
        """No longer in lists and search."""
        return self.age is not None and self.age > LISTED_DAYS

    @property
    def since(self) -> str:
        day = self.entry.model.verified_on
        return f"op {dutch.date_long(day)}" if day else "nog nooit"


class Letter(Struct, frozen=True):
    """What one organisation is asked, the oldest first; ``dead`` are its links that fail."""

    folder: str
    name: str
    email: str
    reminders: tuple[Reminder, ...]
    dead: tuple[str, ...] = ()


def letters(project: Project, today: date) -> tuple[Letter, ...]:
    """One letter per organisation that has something to confirm, by name."""
    base = (project.settings.base_url or "").rstrip("/")
    gone = dead_links(project)
    found = []
    for folder, entry in project.organisations.items():
        reminders = tuple(reminders_of(folder, project.activities, base, today))
        links = gone.get(folder, ())
        if reminders or links:
            email = entry.model.email or ""
            found.append(Letter(folder, entry.model.name, email, reminders, links))
    return tuple(sorted(found, key=lambda letter: dutch.sort_key(letter.name)))


def dead_links(project: Project) -> Mapping[str, tuple[str, ...]]:
    """Per organisation the addresses that failed on enough days."""
    gone = dead(read_failing(project.coalition.failing))
    found: dict[str, set[str]] = {}
    for one in written(project) if gone else ():
        place, _, rest = one.path.partition("/")
        if place == "partners" and one.address in gone:
            found.setdefault(rest.partition("/")[0], set()).add(one.address)
    return {folder: tuple(sorted(addresses)) for folder, addresses in found.items()}


def reminders_of(
    folder: str, activities: Iterable[Entry[Activity]], base: str, today: date
) -> Iterator[Reminder]:
    mine = [entry for entry in activities if entry.folder == folder and is_running(entry, today)]
    due = [
        Reminder(entry, age_of(entry.model, today), links(entry, base))
        for entry in mine
        if is_due(entry.model, today)
    ]
    yield from sorted(due, key=lambda one: (-(one.age or 10**6), one.entry.slug))


def is_running(entry: Entry[Activity], today: date) -> bool:
    model = entry.model
    stopped = model.stopped_on is not None and model.stopped_on < today
    return not stopped and not (model.valid_until and model.valid_until < today)


def age_of(activity: Activity, today: date) -> int | None:
    return (today - activity.verified_on).days if activity.verified_on else None


def is_due(activity: Activity, today: date) -> bool:
    """Never confirmed, or not for six months."""
    age = age_of(activity, today)
    return age is None or age > REMIND_DAYS


def links(entry: Entry[Activity], base: str) -> tuple[tuple[str, str], ...]:
    """The answers of ``ANSWERS`` as addresses; relative where the site has no address yet."""
    start = f"{base}/{FORM}" if base else FORM
    return tuple((name, f"{start}#{mode}={entry.folder}/{entry.slug}") for name, mode in ANSWERS)


# --- as a table and as a text ----------------------------------------------------------------


def mail_merge(found: Sequence[Letter]) -> str:
    """A table for a mail merge: one row per activity, no cell that looks like a formula."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";")
    answers = [name for name, _ in ANSWERS]
    writer.writerow(["organisatie", "e-mail", "activiteit", "laatst bevestigd", *answers])
    for letter in found:
        for one in letter.reminders:
            day = one.entry.model.verified_on
            cells = [
                letter.name,
                letter.email,
                one.entry.model.title,
                day.isoformat() if day else "",
            ]
            writer.writerow([harmless(cell) for cell in (*cells, *(url for _, url in one.links))])
    return "\ufeff" + made.getvalue()


def harmless(cell: str) -> str:
    """A cell that starts as a formula gets an apostrophe before it."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def letter_text(letter: Letter) -> str:
    """One letter as Markdown: for an issue, or to paste into a mail."""
    lines = [f"## {letter.name}: klopt dit nog?", "", *asked(letter), *failing(letter)]
    return "\n".join([*lines, "Liever bellen mag ook. Wij passen niets aan zonder u."]) + "\n"


def asked(letter: Letter) -> Iterator[str]:
    if letter.reminders:
        count = dutch.count(len(letter.reminders), "activiteit", "activiteiten")
        sure = f"Van {count} weten we niet zeker of het nog klopt."
        yield f"{sure} Eén klik per activiteit is genoeg."
        yield ""
    for one in letter.reminders:
        yield f"- **{one.entry.model.title}**, laatst bevestigd {one.since}{told(one)}"
        yield f"  {' · '.join(f'[{name}]({url})' for name, url in one.links)}"
    if letter.reminders:
        yield ""


def failing(letter: Letter) -> Iterator[str]:
    if letter.dead:
        yield "Deze webadressen gaven op drie of meer dagen geen antwoord. Doen ze het bij u?"
        yield ""
        yield from (f"- `{address}`" for address in letter.dead)
        yield ""


def told(one: Reminder) -> str:
    return ". Het staat nu niet meer in de lijsten" if one.gone else ""
