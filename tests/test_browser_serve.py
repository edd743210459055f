"""``make serve``: somebody edits a file and sees in the browser what came of it."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from gids.commands.serve import State
from tests.projects import FILES, KOFFIE, write

SLOW = 60_000
"""A busy machine may take this long, in milliseconds, to build."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "gids")


@pytest.fixture
def address(project: Path, root: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where the site of ``root`` is served, from the moment that it is."""
    (root / KOFFIE).write_text(getattr(request, "param", FILES[KOFFIE]), "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-u", "build.py", "serve", "--root", str(root), "--port", str(port)]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert any("Stoppen: Ctrl-C" in line for line in server.stdout)
        yield f"http://127.0.0.1:{port}/"
        server.terminate()


def retitled(title: str) -> str:
    return FILES[KOFFIE].replace("Koffieochtend", title)


BROKEN = FILES[KOFFIE].replace("van: 10:00", "van: half elf")


def test_a_change_is_seen_and_a_mistake_is_told_on_the_page_itself(
    browser: Browser, root: Path, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}activiteiten/koffie/")
    expect(page.locator("h1")).to_have_text("Koffieochtend")
    (root / KOFFIE).write_text(BROKEN, "utf-8")
    told = page.get_by_role("alert")
    expect(told).to_contain_text("half elf", timeout=SLOW)
    expect(told).to_contain_text(re.compile(r"koffie\.yaml, regel \d+"))
    expect(page.locator("h1")).to_have_text("Koffieochtend")
    (root / KOFFIE).write_text(retitled("Theeochtend"), "utf-8")
    expect(page.locator("h1")).to_have_text("Theeochtend", timeout=SLOW)
    expect(told).to_have_count(0)
    page.close()


@pytest.mark.parametrize("address", [BROKEN], indirect=True)
def test_who_begins_with_a_mistake_is_told_so_in_the_browser(
    browser: Browser, root: Path, address: str
) -> None:
    page = browser.new_page()
    page.goto(address)
    expect(page.get_by_role("alert")).to_contain_text("half elf", timeout=SLOW)
    (root / KOFFIE).write_text(retitled("Theeochtend"), "utf-8")
    expect(page).to_have_title(re.compile("Duizend bloemen"), timeout=SLOW)
    page.close()


def test_a_build_that_ends_while_the_last_is_being_told_is_told_at_once() -> None:
    state = State()
    messages = state.messages()
    assert b'"version": 0' in next(messages)
    state.publish("fout")
    assert b'"version": 1' in next(messages)
