"""A draft: what a sender said about one activity, in their own spellings, before it is a file."""

from msgspec import Struct
from msgspec.structs import replace

from gids.writing import Tree


class Draft(Struct, frozen=True):
    """One activity as it came in.

    ``source`` says where, for a person: “aanbod.csv, rij 12”. ``organisation`` is the name as
    written, or empty; ``path`` the file, where the sender names one. ``tree`` has the keys of the
    schema with texts as they were typed; ``wanneer``, ``waar`` and ``kosten`` may be one text in
    the sender's words. ``complete`` says that what is not in it is not there any more. ``notes``
    tell what could not be taken over and what was guessed.
    """

    source: str
    tree: dict[str, Tree]
    organisation: str = ""
    path: str = ""
    complete: bool = False
    notes: tuple[str, ...] = ()

    def noting(self, *notes: str) -> "Draft":
        """The same draft, with more to tell about it."""
        return replace(self, notes=(*self.notes, *(note for note in notes if note)))

    @property
    def title(self) -> str:
        return str(self.tree.get("titel", ""))


class NotReadableError(Exception):
    """A file that cannot be read at all; the text says why, in Dutch."""
