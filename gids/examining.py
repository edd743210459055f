"""What the rules find in a project, with what they found before where nothing changed."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from gids.checks import COMPARING, RULES, found_by
from gids.problems import Problem
from gids.project import Project, key_of, surroundings
from gids.reading import locate

Told = Mapping[str, tuple[Problem, ...]]
"""What is said of each activity by itself, by ``project.key_of``."""


class Examined(Struct, frozen=True):
    """All problems, and what is ``told`` of each activity by itself."""

    problems: tuple[Problem, ...]
    told: Told


def examine(
    root: Path, project: Project, today: date, unread: frozenset[str], before: Told
) -> Examined:
    """Every rule over every file; what was told ``before`` of an activity is not found anew.

    ``unread`` are the files with an error, on which what is told of others depends.
    """
    around = surroundings(project, today)
    before = {} if unread else before
    keys = {key_of(entry, around): entry for entry in project.activities}
    new = tuple(entry for key, entry in keys.items() if key not in before)
    told, others = by_itself(root, replace(project, activities=new), today, unread)
    told = {key: before[key] if key in before else told[key] for key in keys}
    compared = locate(root, found_by(COMPARING, project, today, unread))
    return Examined((*chain(*told.values()), *others, *compared), told)


def by_itself(
    root: Path, project: Project, today: date, unread: frozenset[str]
) -> tuple[Told, tuple[Problem, ...]]:
    """What is told of each activity by itself, and all problems of other files."""
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in locate(root, found_by(RULES, project, today, unread)):
        by_path[problem.path].append(problem)
    around = surroundings(project, today)
    told = {
        key_of(entry, around): tuple(by_path.pop(entry.path, ())) for entry in project.activities
    }
    return told, tuple(chain(*by_path.values()))
