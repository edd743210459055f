"""A whole project: all files of content/ and partners/, and everything that is wrong with them."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field

from gids.problems import Problem, Report
from gids.project import (
    VOCABULARIES,
    CoalitionFiles,
    Entry,
    PageEntry,
    Project,
    digest_of,
)
from gids.reading.concepts import check_concepts
from gids.reading.files import locate, read_file, read_page
from gids.reading.folders import (
    ENDINGS,
    ORGANISATION,
    Folder,
    page_paths,
    partner_folders,
    stem,
    yaml_folder,
)
from gids.reading.pictures import check_picture
from gids.reading.texts import NoTextError, read_source, whole_file
from schema import (
    Activity,
    Approach,
    CoalitionAgenda,
    Crisis,
    Expectations,
    Goal,
    HardWords,
    Holidays,
    Ideas,
    Model,
    Needs,
    Organisation,
    Place,
    SearchWords,
    Settings,
    Vocabulary,
)

M = TypeVar("M", bound=Model)

MONITOR_LIMIT = 1024 * 1024
NOTHING_KNOWN: Mapping[str, Entry[Activity]] = {}


class Reader(Struct):
    """Reads one file after another and remembers what was wrong with them."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)
    files: int = 0
    known: Mapping[str, Entry[Activity]] = field(default_factory=dict)

    def activity(self, path: str) -> Entry[Activity] | None:
        """An activity that was read before, while its file still holds the same bytes."""
        known = self.known.get(path)
        if known is None or digest_of((self.root / path).read_bytes()) != known.digest:
            return self.read(path, Activity)
        self.files += 1
        return known

    def read(self, path: str, model: type[M]) -> Entry[M] | None:
        entry, problems = read_file(self.root, path, model)
        self.files += 1
        self.problems += problems
        if entry:
            self.digests.append(f"{path} {entry.digest}")
        return entry

    def read_all(self, folder: Folder, model: type[M]) -> tuple[Entry[M], ...]:
        self.problems += folder.problems
        return tuple(entry for path in folder.files if (entry := self.read(path, model)))

    def folder(self, name: str, model: type[M]) -> tuple[Entry[M], ...]:
        """Every file of one folder in content/."""
        return self.read_all(yaml_folder(self.root, f"content/{name}"), model)

    def optional(self, name: str, model: type[M]) -> M | None:
        """One file in content/ that may be absent."""
        paths = (f"content/{name}{ending}" for ending in ENDINGS)
        path = next((path for path in paths if (self.root / path).exists()), None)
        entry = self.read(path, model) if path else None
        return entry.model if entry else None

    def required(self, name: str, model: type[M]) -> M | None:
        """One file in content/ without which there is no site."""
        paths = (self.root / f"content/{name}{ending}" for ending in ENDINGS)
        if any(path.exists() for path in paths):
            return self.optional(name, model)
        self.problems.append(whole_file(f"content/{name}.yaml", "bestand-weg", *ABSENT))
        return None


class ForSearch(Struct, frozen=True):
    """What only the search needs, and all that is wrong with it."""

    words: tuple[SearchWords, ...]
    crisis: Crisis | None
    report: Report


def read_for_search(root: Path) -> ForSearch:
    """Most words in ``content/``, that no page depends on; both may be absent."""
    reader = Reader(root)
    entries = reader.folder("zoekwoorden", SearchWords)
    unread = any(problem.is_error for problem in reader.problems)
    crisis = reader.optional("hulplijnen", Crisis)
    found = () if unread else check_concepts(entries)  # else a concept may be in an unread file
    problems = (*reader.problems, *locate(root, found))
    words = tuple(entry.model for entry in entries)
    return ForSearch(words, crisis, Report.of(problems, reader.files))


ABSENT = (
    "Dit bestand ontbreekt, en zonder dit bestand is er geen site.",
    "Zet het terug; in docs/ staat wat erin hoort.",
)


def read_project(root: Path) -> tuple[Project | None, Report]:
    """Everything in content/ and partners/, and all that is wrong with it.

    The project is None when the settings cannot be read. A file with an error is not in it.
    """
    project, report = read_offer(root)
    return project, report.joined(read_for_search(root).report)


def read_offer(
    root: Path, known: Mapping[str, Entry[Activity]] = NOTHING_KNOWN
) -> tuple[Project | None, Report]:
    """As ``read_project``, without what only the search needs.

    ``known`` are activities that were read before, by path, in which nothing was wrong.
    """
    reader = Reader(root, known=known)
    settings = reader.required("instellingen", Settings)
    vocabularies = {name: vocabulary(reader, name) for name in VOCABULARIES}
    places = reader.folder("plekken", Place)
    holidays = reader.required("vakanties", Holidays)
    coalition = read_coalition(reader)
    needs = reader.optional("wensen", Needs) or Needs()
    hard_words = reader.optional("moeilijke-woorden", HardWords) or HardWords()
    pages = read_pages(reader)
    digest = digest_of("\n".join(reader.digests).encode())
    organisations, activities = read_partners(reader)
    report = Report.of(reader.problems, reader.files)
    if settings is None:
        return None, report
    project = Project(
        settings=settings,
        vocabularies=vocabularies,
        places={entry.slug: entry for entry in places},
        holidays=holidays or Holidays.model_construct(holidays=()),
        organisations={entry.folder: entry for entry in organisations},
        activities=activities,
        pages=pages,
        digest=digest,
        coalition=coalition,
        needs=needs,
        hard_words=hard_words,
    )
    return project, report


def vocabulary(reader: Reader, name: str) -> Vocabulary:
    """Without terms when it could not be read; that problem has been told then."""
    return reader.required(name, Vocabulary) or Vocabulary.model_construct(terms=())


def read_coalition(reader: Reader) -> CoalitionFiles:
    """What the coalition wrote and what was measured; each file may be absent."""
    return CoalitionFiles(
        expectations=reader.optional("verwachtingen", Expectations) or Expectations(),
        goals=reader.folder("doelen", Goal),
        agenda=reader.optional("agenda-coalitie", CoalitionAgenda) or CoalitionAgenda(),
        approach=reader.optional("aanpak", Approach) or Approach(),
        ideas=reader.optional("ideeen", Ideas) or Ideas(),
        measured=read_lines(reader, "[0-9][0-9][0-9][0-9].txt"),
        seen=read_lines(reader, "aanbod.txt"),
        failing=read_lines(reader, "links.txt"),
    )


def read_lines(reader: Reader, names: str) -> tuple[str, ...]:
    """The lines of files in content/monitor/; the monitor says which of them make sense."""
    lines: list[str] = []
    for file in sorted((reader.root / "content/monitor").glob(names)):
        try:
            source = read_source(reader.root, f"content/monitor/{file.name}", MONITOR_LIMIT)
        except NoTextError as error:
            reader.problems.append(error.problem)
        else:
            reader.digests.append(digest_of(source.data))
            lines += source.text.splitlines()
    return tuple(lines)


def read_pages(reader: Reader) -> tuple[PageEntry, ...]:
    found = []
    for path in page_paths(reader.root):
        page, problems = read_page(reader.root, path)
        reader.files += 1
        reader.problems += problems
        if page:
            found.append(page)
            reader.digests.append(digest_of(repr(page).encode()))
    return tuple(found)


def read_partners(
    reader: Reader,
) -> tuple[tuple[Entry[Organisation], ...], tuple[Entry[Activity], ...]]:
    """The organisations and their activities, sorted by path."""
    organisations: list[Entry[Organisation]] = []
    activities: list[Entry[Activity]] = []
    for folder in partner_folders(reader.root):
        reader.problems += folder.problems
        for path in folder.files:
            if stem(path) == ORGANISATION:
                organisations += filter(None, (reader.read(path, Organisation),))
            else:
                activities += filter(None, (reader.activity(path),))
    findings = (f for entry in activities for f in check_picture(reader.root, entry))
    reader.problems += locate(reader.root, findings)
    return tuple(organisations), tuple(activities)
