"""A table of counts, each cell with the activities behind it."""

from msgspec import Struct

from gids.coalition.offer import Offer

LEVELS = (1, 2, 4, 8)
"""From these counts on a cell is one shade darker."""
ALL = "alles"


class Cell(Struct, frozen=True):
    """A count and what is behind it. ``key`` is unique within ``group``.

    ``missed`` says whether somebody could miss it: nobody misses what is unknown, or has steps.
    """

    group: str
    key: str
    spoken: str
    offers: tuple[Offer, ...]
    missed: bool = True

    @property
    def count(self) -> int:
        return len(self.offers)

    @property
    def level(self) -> int:
        """0 for nothing, up to 4: how dark the cell is."""
        return sum(self.count >= least for least in LEVELS)

    @property
    def is_bare(self) -> bool:
        return self.missed and not self.offers

    @property
    def address(self) -> str:
        """Where its activities are listed, from the page with the tables on."""
        return f"{self.group}/lijst/#{self.key}"


class Row(Struct, frozen=True):
    """A heading and its cells."""

    key: str
    head: str
    cells: tuple[Cell, ...]


class Grid(Struct, frozen=True):
    """A table. ``corner`` says what the row headings are."""

    key: str
    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
