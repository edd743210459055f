"""Without a network, with a poor one, and after a new build: what the worker of the site does."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import becomes
from tests.server import PREFIX, Handler

ACTIVITY = "activiteiten/koffie-linde/"
UNSEEN = "activiteiten/bingo/"
NO_NETWORK = "U hebt nu geen internet"


class Poor(Handler):
    """A server that does well, answers 500, or breaks off half-way; `folder` can change as well."""

    folder: Path
    mode = "well"

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, directory=str(self.folder), **rest)

    def do_GET(self) -> None:  # noqa: N802 - named by its base
        if self.mode == "500":
            return self.send_error(500)
        if self.mode == "half":
            return self.send_half()
        return super().do_GET()

    def send_half(self) -> None:
        """The head promises more than comes."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "9000")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>half</title><h1>half")
        self.close_connection = True


@contextmanager
def served_by(handler: type[Poor]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
        finally:
            server.shutdown()


@pytest.fixture
def server(built_site: Path, policy: str) -> type[Poor]:
    return type("Here", (Poor,), {"folder": built_site, "policy": policy})


@pytest.fixture
def visitor(browser: Browser, server: type[Poor]) -> Iterator[BrowserContext]:
    """Somebody who may lose the network, whose failed requests are no fault of the page."""
    with (
        served_by(server) as address,
        browser.new_context(base_url=address, locale="nl-NL") as context,
    ):
        yield context


def is_kept(page: Page, address: str) -> bool:
    return bool(page.evaluate("async (url) => Boolean(await caches.match(url))", address))


def open_until_kept(page: Page, address: str) -> None:
    """A first visit that lasts until the worker has everything."""
    page.goto(address)
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    becomes(page, lambda: is_kept(page, page.url), True)


def heading(page: Page, address: str) -> str:
    page.goto(address)
    return page.locator("h1").inner_text()


def test_the_page_of_the_first_visit_is_kept_as_well(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    open_until_kept(page, ACTIVITY)
    visitor.set_offline(True)
    assert heading(page, ACTIVITY) == "Koffieochtend De Linde"


def test_what_was_saved_before_there_was_a_worker_is_kept(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto("ik-zoek/samen-eten/")
    page.locator("[data-keep]").first.click()
    title = page.locator("[data-activity] h3").first.inner_text()
    link = page.locator("[data-activity] h3 a").first.evaluate("link => link.href")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    becomes(page, lambda: is_kept(page, link), True)
    visitor.set_offline(True)
    page.goto("lijstje/")
    expect(page.locator(".sheet-entry h2")).to_have_text([title])


@pytest.mark.parametrize("mode", ["500", "half"])
def test_a_server_that_fails_never_shows_an_error_page(
    visitor: BrowserContext, server: type[Poor], mode: str
) -> None:
    page = visitor.new_page()
    open_until_kept(page, ACTIVITY)
    server.mode = mode
    assert heading(page, ACTIVITY) == "Koffieochtend De Linde"
    assert heading(page, "agenda/") == "Wat is er te doen, dag voor dag?"
    assert heading(page, UNSEEN) == NO_NETWORK
    server.mode = "well"
    assert heading(page, ACTIVITY) == "Koffieochtend De Linde"


def test_where_there_is_no_network_the_way_back_is_one_press(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    open_until_kept(page, ACTIVITY)
    visitor.set_offline(True)
    assert heading(page, UNSEEN) == NO_NETWORK
    visitor.set_offline(False)
    page.get_by_role("link", name="Probeer het opnieuw").click()
    page.wait_for_url(f"**/{UNSEEN}")
    expect(page.locator("h1")).not_to_have_text(NO_NETWORK)


def test_a_browser_that_threw_everything_away_still_says_whom_to_call(
    visitor: BrowserContext,
) -> None:
    page = visitor.new_page()
    open_until_kept(page, ACTIVITY)
    page.evaluate(
        "async () => { for (const name of await caches.keys()) await caches.delete(name); }"
    )
    visitor.set_offline(True)
    assert heading(page, UNSEEN) == NO_NETWORK
    expect(page.locator("a[href^='tel:+31']")).to_be_visible()


def test_a_new_build_replaces_what_was_kept_of_the_old_one(
    visitor: BrowserContext, server: type[Poor], tmp_path: Path
) -> None:
    page = visitor.new_page()
    open_until_kept(page, ACTIVITY)
    page.goto("agenda/")  # seen, and so remembered as it was
    old = page.evaluate("caches.keys()")
    server.folder = rebuilt(server.folder, tmp_path / "site")
    page.goto(ACTIVITY)
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    becomes(page, lambda: sorted(page.evaluate("caches.keys()")), ["gids-anders", "gids-bezocht"])
    assert "gids-anders" not in old
    visitor.set_offline(True)
    assert heading(page, "agenda/") == "De nieuwe agenda"
    assert heading(page, ACTIVITY) == "Koffieochtend De Linde"


def rebuilt(site: Path, folder: Path) -> Path:
    """The same site as another build would make it: another version, another agenda."""
    shutil.copytree(site, folder)
    worker, agenda = folder / "sw.js", folder / "agenda" / "index.html"
    worker.write_text(
        re.sub(r'VERSION = "[^"]+"', 'VERSION = "anders"', worker.read_text("utf-8")), "utf-8"
    )
    agenda.write_text(
        re.sub(r"<h1>.*?</h1>", "<h1>De nieuwe agenda</h1>", agenda.read_text("utf-8")), "utf-8"
    )
    return folder
