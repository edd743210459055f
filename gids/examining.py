"""What the rules find in a project, with what they found before where nothing changed."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from gids.checks import COMPARING, RULES, found_by
from gids.problems import Problem
from gids.project import Project, key_of, surroundings
from gids.reading import locate

Told = Mapping[str, tuple[Problem, ...]]
"""What is said of each activity by itself, by ``project.key_of``."""


@dataclass(frozen=True, slots=True)
class Examined:
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
    keys = {entry.path: key_of(entry, around) for entry in project.activities}
    before = {} if unread else before
    new = tuple(entry for entry in project.activities if keys[entry.path] not in before)
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in locate(root, found_by(RULES, replace(project, activities=new), today, unread)):
        by_path[problem.path].append(problem)
    told = {key: before.get(key) or tuple(by_path.pop(path, ())) for path, key in keys.items()}
    compared = locate(root, found_by(COMPARING, project, today, unread))
    return Examined((*chain(*told.values()), *chain(*by_path.values()), *compared), told)
