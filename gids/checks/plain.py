"""Whether a text reads easily: advice to who wrote it, never a reason to refuse."""

from collections.abc import Iterator

from gids.checks.case import Case, warning
from gids.problems import Finding, KeyPath
from gids.project import Entry
from gids.readability import hard_parts
from schema import Activity


def check_readability(case: Case) -> Iterator[Finding]:
    """Sentences have at most 25 words, and a hard word has a plain one in its place."""
    easier = {word.word: word.plain for word in case.project.hard_words.words}
    for entry in case.project.activities:
        for keys, text in texts(entry):
            for hard in hard_parts(text, easier):
                yield warning(entry.path, keys, hard.code, hard.message, hard.hint)


def texts(entry: Entry[Activity]) -> Iterator[tuple[KeyPath, str]]:
    """What residents read of an activity, with where it stands."""
    model, visit = entry.model, entry.model.first_visit
    yield ("samenvatting",), model.summary
    if model.description:
        yield ("omschrijving",), model.description
    if visit and visit.what_happens:
        yield ("eerste_keer", "wat_gebeurt_er"), visit.what_happens
