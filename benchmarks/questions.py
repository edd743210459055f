"""Questions with known good answers, and how well a search engine answers them.

success@3: something good among the first three. MRR@10: how high the first good one stands.
nDCG@10: how well the first ten are in order (gain 2^grade - 1). Järvelin and Kekäläinen, ACM TOIS
20 (2002).
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent.parent
OWN = HERE / "tests" / "questions"
GIVEN = HERE.parent / "shared" / "data" / "zoekvragen.json"
"""Questions for development that were given with the plan; absent from a copy of the project."""


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody types, and the activities that answer it: 2 well, 1 somewhat."""

    kind: str
    text: str
    grades: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Figures:
    """Averages over questions; ``answered`` is the share of nonsense that got an answer."""

    number: int
    success: float
    mrr: float
    ndcg: float
    without: float
    answered: float


def own_questions(file: Path) -> list[Question]:
    """A file of ``tests/questions/``: per kind, the question and the slugs that answer it."""
    kinds = yaml.safe_load(file.read_text("utf-8"))
    return [
        Question(kind, str(text), dict(map(grade, (slugs or "").split())))
        for kind, questions in kinds.items()
        for text, slugs in questions.items()
    ]


def grade(answer: str) -> tuple[str, int]:
    """“koersbal” answers well, “jeudeboules=1” somewhat."""
    slug, _, given = answer.partition("=")
    return slug, int(given or 2)


def given_questions(file: Path = GIVEN) -> list[Question]:
    found = json.loads(file.read_text("utf-8")) if file.is_file() else []
    return [Question(one["class"], one["query"], one["relevant"]) for one in found]


def by_kind(questions: Sequence[Question], answers: Sequence[Sequence[str]]) -> dict[str, Figures]:
    """Figures per kind of question in alphabetical order, and over all that have an answer."""
    pairs = list(zip(questions, answers, strict=True))
    kinds = sorted({question.kind for question in questions})
    found = {kind: figures([p for p in pairs if p[0].kind == kind]) for kind in kinds}
    return found | {"all": figures(pairs)}


def figures(pairs: Iterable[tuple[Question, Sequence[str]]]) -> Figures:
    pairs = list(pairs)
    real = [(q, found) for q, found in pairs if q.grades]
    nonsense = [found for q, found in pairs if not q.grades]
    return Figures(
        len(pairs),
        mean(any(slug in q.grades for slug in found[:3]) for q, found in real),
        mean(reciprocal_rank(q, found) for q, found in real),
        mean(ndcg(q, found) for q, found in real),
        mean(not found for _, found in real),
        mean(bool(found) for found in nonsense),
    )


def mean(values: Iterable[float]) -> float:
    """Not a number when there is nothing to average."""
    values = list(values)
    return sum(values) / len(values) if values else math.nan


def reciprocal_rank(question: Question, found: Sequence[str]) -> float:
    ranks = (rank for rank, slug in enumerate(found[:10], start=1) if slug in question.grades)
    return 1 / next(ranks, math.inf)


def ndcg(question: Question, found: Sequence[str]) -> float:
    ideal = sorted(question.grades.values(), reverse=True)
    return gain([question.grades.get(slug, 0) for slug in found]) / gain(ideal)


def gain(grades: Sequence[int]) -> float:
    return sum((2.0**g - 1) / math.log2(rank + 1) for rank, g in enumerate(grades[:10], start=1))
