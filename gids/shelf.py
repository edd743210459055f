"""Pieces of text that are made once and used in many files: cards, events of a calendar."""

from collections.abc import Callable, Mapping
from itertools import islice
from typing import TypeVar

T = TypeVar("T", str, bytes)


class Shelf:
    """Pieces by what they are made of; ``before`` are those of an earlier build.

    A piece that is not there is made when it is asked for, and stays. Processes that start after
    that have it too.
    """

    def __init__(self, before: Mapping[str, str | bytes] | None = None) -> None:
        self.before = before or {}
        self.pieces: dict[str, str | bytes] = {}

    def piece(self, key: str, make: Callable[[], T]) -> T:
        """The piece with this key; equal keys must mean equal pieces, of one type."""
        if key not in self.pieces:
            known = self.before.get(key)
            self.pieces[key] = make() if known is None else known
        return self.pieces[key]  # type: ignore[return-value]  # the caller's promise

    def since(self, count: int) -> dict[str, str | bytes]:
        """The pieces that came after the first ``count``."""
        return dict(islice(self.pieces.items(), count, None))
