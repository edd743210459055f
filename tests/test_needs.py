"""What answers a wish: words that begin so, taken as they are written."""

import pytest

from gids.needs import word_starting


@pytest.mark.parametrize(
    ("start", "text", "found"),
    [
        ("rouw", "samen rouwen", True),
        ("rouw", "geen berouw", False),
        ("Rouw", "de rouwgroep", True),
        ("55+", "voor 55+ers", True),
        ("55+", "voor 555 mensen", False),
        ("’s avonds", "iets ’s avonds laat", True),
        ("samen (eten", "samen (eten of niet)", True),
        (".", "samen eten", False),
    ],
)
def test_a_word_begins_so_whatever_signs_are_in_it(start: str, text: str, *, found: bool) -> None:
    assert bool(word_starting((start,)).search(text)) == found
