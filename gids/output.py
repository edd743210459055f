"""What a renderer yields: a file of the site, not yet written."""

from collections.abc import Callable

import msgspec
from msgspec import Struct


class Output(Struct, frozen=True):
    """``path`` is relative to the site, with forward slashes; ``content`` is written as it is."""

    path: str
    content: str | bytes


class Keyed(Struct, frozen=True):
    """A file that says what it is made of, so that it need not be made again.

    ``key`` identifies everything that ``make`` uses; equal keys give equal content. The content is
    made when it is asked for.
    """

    path: str
    key: str
    make: Callable[[], str | bytes]

    @property
    def content(self) -> str | bytes:
        return self.make()


File = Output | Keyed


def compact_json(value: object) -> str:
    """For a browser: no byte more than it needs.

    Of text, whole or rounded numbers, lists and dictionaries by text. A set or a date is a mistake
    of ours that is not refused here: a set would come in another order every time.
    """
    return msgspec.json.encode(value).decode()
