"""Chromium for tests: starting it, what no page may do, what axe-core says, what a page weighs."""

import base64
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, Response

T = TypeVar("T")
FLAGS = (
    "--no-sandbox",  # a container's root has no sandbox to use
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium_path() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def launch(playwright: Playwright, path: str) -> Browser:
    return playwright.chromium.launch(executable_path=path, args=list(FLAGS))


@dataclass
class Watch:
    """What a page did that no page of ours may do: ask elsewhere, break the policy, fail."""

    home: str
    faults: list[str] = field(default_factory=list)

    def request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.faults.append(f"asks for {request.url}")

    def failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"does not get {request.url}: {request.failure}")

    def console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"says in the console: {message.text}")

    def error(self, error: Exception) -> None:
        self.faults.append(f"stops with: {error}")


@contextmanager
def opened(browser: Browser, home: str, **context: Any) -> Iterator[Page]:
    """A fresh page whose relative addresses start at `home`; on leaving, its faults are none.

    `context` is Playwright's: viewport, color_scheme, java_script_enabled, and so on.
    """
    options = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam", "base_url": home} | context
    with browser.new_context(**options) as here:
        watch = Watch(home)
        here.on("request", watch.request)
        here.on("requestfailed", watch.failed)
        here.on("console", watch.console)
        here.on("weberror", lambda found: watch.error(found.error))
        page = here.new_page()
        page.set_default_timeout(10_000)
        yield page
        assert not watch.faults, "the page " + "\nthe page ".join(watch.faults)


def becomes(page: Page, read: Callable[[], T], wanted: T) -> None:
    """Wait until what is read is as it should be: what a page does after a click takes a moment."""
    for _ in range(200):
        if read() == wanted:
            return
        page.wait_for_timeout(50)
    assert read() == wanted


def axe_violations(page: Page) -> list[str]:
    """One line per element that axe-core finds fault with: rule, what to do, the element."""
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {node['html'][:160]}"
        for rule in found
        for node in rule["nodes"]
    ]


BROTLI = """
const pieces = JSON.parse(require("fs").readFileSync(0, "utf8"));
const size = (text) => require("zlib").brotliCompressSync(Buffer.from(text, "base64")).length;
console.log(pieces.reduce((sum, text) => sum + size(text), 0));
"""


def over_the_wire(page: Page, address: str) -> int:
    """Bytes of the first view with all that it loads, each file once and by brotli.

    The logo is the icon too: for a browser with a cache that is one file.
    """
    node = shutil.which("node")
    if not node:
        pytest.skip("Node is not installed")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - a plain method cannot be marked
    page.goto(address, wait_until="networkidle")
    loaded = {answer.url: answer.body() for answer in answers}
    bodies = [base64.b64encode(body).decode() for body in loaded.values()]
    done = subprocess.run(
        [node, "-e", BROTLI], input=json.dumps(bodies), capture_output=True, text=True, check=True
    )
    return int(done.stdout)
