"""What tests can ask for.

=============  =========  ==========================================================================
fixture        lives for  what it is
=============  =========  ==========================================================================
`project`      session    the folder of this project
`built_site`   session    the project's own site, built once for all workers on TODAY: read only
`policy`       session    the Content-Security-Policy of deploy/Caddyfile
`serve`        session    `serve(folder) -> address`: that folder over http, below a path, with
                          the policy; an address ends in a slash
`site_url`     session    the address of `built_site`
`browser`      session    Chromium, through Playwright
`open_page`    test       `open_page(home=site_url, **context) -> Page`: a fresh page of Chromium;
                          `page.goto("agenda/")` is relative to `home`; `context` is Playwright's
                          (viewport, color_scheme, java_script_enabled, ...). Its clock stands at
                          NOW, on the day of the build, whatever day it is. The test fails when
                          the page asks anything of another host, breaks the policy, or writes an
                          error or a warning to the console.
`page`         test       `open_page()` as most tests want it
`vnu`          session    the jar of the Nu HTML checker: run as `java -jar vnu ...`
=============  =========  ==========================================================================

`tests.browser.axe_violations(page)` gives axe-core's findings as lines to compare with `[]`.

Without Chromium or Java a test that needs it skips and says so; where CI is set, it fails.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium_path, launch, opened
from tests.server import content_security_policy, serving

PROJECT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-23"
NOW = f"{TODAY}T09:00:00+01:00"

# A busy machine is not a fault, and the gate tries the same examples every time.
settings.register_profile("steady", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("steady")


def lacking(what: str) -> NoReturn:
    """Skip on somebody's machine, fail where everything should be there."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is not installed; `make test` installs it on Debian")
    pytest.skip(f"{what} is not installed")


@pytest.fixture(scope="session", autouse=True)
def own_cellar(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the builds of tests keep goes when the tests go."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cellar"))


@pytest.fixture(scope="session")
def project() -> Path:
    return PROJECT


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


@pytest.fixture(scope="session")
def built_site(shared_folder: Path, project: Path) -> Path:
    """The first worker that needs the site builds it; the others wait for the lock."""
    site = shared_folder / "site"
    with (shared_folder / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            build(project, site)
    return site


def build(root: Path, out: Path) -> None:
    command = [sys.executable, str(PROJECT / "build.py"), "build"]
    options = ["--root", str(root), "--out", str(out), "--today", TODAY]
    done = subprocess.run(command + options, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (
        f"build.py ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    )


@pytest.fixture(scope="session")
def policy(project: Path) -> str:
    return content_security_policy(project / "deploy" / "Caddyfile")


@pytest.fixture(scope="session")
def serve(policy: str) -> Iterator[Callable[[Path], str]]:
    with ExitStack() as stack:
        addresses: dict[Path, str] = {}

        def serve_once(folder: Path) -> str:
            if folder not in addresses:
                addresses[folder] = stack.enter_context(serving(folder, policy))
            return addresses[folder]

        yield serve_once


@pytest.fixture(scope="session")
def site_url(serve: Callable[[Path], str], built_site: Path) -> str:
    return serve(built_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium_path() or lacking("Chromium")
    with sync_playwright() as playwright:
        found = launch(playwright, path)
        yield found
        found.close()


@pytest.fixture
def open_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    with ExitStack() as stack:

        def open_one(home: str = "", **context: Any) -> Page:
            start = home or request.getfixturevalue("site_url")
            page = stack.enter_context(opened(browser, start, **context))
            page.clock.set_fixed_time(NOW)
            return page

        yield open_one


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    return open_page()


@pytest.fixture(scope="session")
def vnu() -> Path:
    if not shutil.which("java"):
        lacking("Java")
    jar = Path(sys.prefix) / "vnu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    return jar if jar.exists() else lacking("The Nu HTML checker")
