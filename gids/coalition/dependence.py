"""How many organisers carry what there is for a group: what hangs on one, stops with that one."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from gids.coalition.coverage import Group
from gids.coalition.offer import Offer
from gids.directory import Link


class Carried(Struct, frozen=True):
    """A group, by how many organisers its activities are, and which of them does most.

    ``most_by`` is None for a group without anything of its own.
    """

    group: Group
    organisers: int
    most_by: Link | None
    most: int

    @property
    def count(self) -> int:
        return len(self.group.own)


def carried(groups: Iterable[Group]) -> Iterator[Carried]:
    """Every group in its own order; of two that do as much, the first by name."""
    for group in groups:
        counted = Counter(organiser(one) for one in group.own)
        first = min(counted.items(), key=lambda item: (-item[1], item[0].name), default=None)
        link, most = first or (None, 0)
        yield Carried(group, len(counted), link, most)


def organiser(offer: Offer) -> Link:
    return offer.view.organisation
