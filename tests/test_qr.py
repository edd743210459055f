"""The QR code that the browser draws is the one that another encoder makes, module by module."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

segno = pytest.importorskip("segno", reason="the other encoder is not installed")

SCRIPT = """
import { modules } from "%s";
const [text, mask] = JSON.parse(process.argv[1]);
const square = modules(text, mask ?? undefined);
console.log(JSON.stringify(square && square.map((row) => row.map(Number))));
"""


def drawn(project: Path, text: str, mask: int | None) -> list[list[int]] | None:
    node = shutil.which("node")
    if not node:
        pytest.skip("Node is not installed")
    script = SCRIPT % (project / "templates/assets/qr.js").as_uri()
    command = [node, "--input-type=module", "-e", script, json.dumps([text, mask])]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: list[list[int]] | None = json.loads(done.stdout)
    return found


def by_another(text: str, mask: int | None) -> list[list[int]]:
    code = segno.make(
        text, micro=False, error="m", boost_error=False, mode="byte", encoding="utf-8", mask=mask
    )
    return [list(map(int, row)) for row in code.matrix]


CAPACITY = (
    *(14, 26, 42, 62, 84, 106, 122, 152, 180, 213),
    *(251, 287, 331, 362, 412, 450, 504, 560, 624, 666),
)
ADDRESS = "https://gids.voorbeeld.example/lijstje/#lijst=koffie-linde,soep,"


def filling(version: int) -> str:
    """An address that fills a version to its last byte: what follows it differs per encoder."""
    return (ADDRESS * 12)[: CAPACITY[version - 1]]


@pytest.mark.parametrize("version", range(1, 21))
def test_every_module_is_that_of_another_encoder(project: Path, version: int) -> None:
    text, mask = filling(version), version % 8
    assert drawn(project, text, mask) == by_another(text, mask)


@pytest.mark.parametrize("mask", range(8))
def test_every_mask_is_that_of_another_encoder(project: Path, mask: int) -> None:
    assert drawn(project, filling(7), mask) == by_another(filling(7), mask)


def test_letters_outside_ascii_are_written_as_utf8(project: Path) -> None:
    assert drawn(project, "ë" * 7, 0) == by_another("ë" * 7, 0)


def test_what_is_left_of_the_room_is_filled_as_the_standard_says(project: Path) -> None:
    square = drawn(project, "a", 0)
    assert square is not None
    assert words(square)[:16] == [0x40, 0x16, 0x10, *([0xEC, 0x11] * 7)[:13]]


def words(square: list[list[int]]) -> list[int]:
    """The codewords of a code of version 1 with mask 0."""
    size = len(square)
    bits = []
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        for step in range(size):
            y = step if (right + 1) & 2 else size - 1 - step
            for x in (right, right - 1):
                corner = (x < 9 and (y < 9 or y > 12)) or (x > 12 and y < 9)
                if not corner and 6 not in {x, y}:
                    bits.append(square[y][x] ^ ((x + y) % 2 == 0))
    return [int("".join(str(int(b)) for b in bits[i : i + 8]), 2) for i in range(0, 208, 8)]


def test_the_easiest_mask_to_read_is_chosen(project: Path) -> None:
    chosen = drawn(project, filling(5), None)
    assert chosen in [drawn(project, filling(5), mask) for mask in range(8)]


def test_a_text_that_is_too_long_gives_none(project: Path) -> None:
    assert drawn(project, "z" * 667, None) is None
