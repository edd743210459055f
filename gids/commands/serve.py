"""``serve``: the site on this machine, made again at every change, the browser following along.

Pages are served from a folder of their own, so ``site/`` is left alone. What a build reports is
printed and shown on top of the page that is open; the last good site stays.
"""

import json
import tempfile
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from gids.problems import Report
from gids.progress import Progress

Builder = Callable[[Path, Progress], Report]

LIVE_ADDRESS, EVENTS_ADDRESS = "/_live.js", "/_live"
LIVE_TAG = f'<script type="module" src="{LIVE_ADDRESS}"></script></body>'.encode()
HTML = "text/html; charset=utf-8"
NO_SITE = (
    b'<!doctype html><html lang="nl"><title>Nog geen site</title><body>'
    b"<h1>Er is nog geen site</h1><p>Verbeter wat hierboven staat. Dan komt hij vanzelf.</p>"
) + LIVE_TAG
"""What stands at every address until a build succeeds."""
PULSE = 20
LIVE_SCRIPT = b"""
let seen;
const events = new EventSource("/_live");
events.onmessage = ({data}) => {
  const {version, problems} = JSON.parse(data);
  if (seen !== undefined && seen !== version && !problems) location.reload();
  seen = problems ? seen ?? version : version;
  document.querySelector("#_problems")?.remove();
  if (problems) {
    const shown = document.createElement("pre");
    shown.id = "_problems";
    shown.setAttribute("role", "alert");
    shown.textContent = problems;
    document.body.prepend(shown);
  }
};
"""


class State:
    """What the open pages must hear about: how often the site was made, and what went wrong."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.version = 0
        self.problems = ""

    def publish(self, problems: str) -> None:
        with self.changed:
            self.version += 1
            self.problems = problems
            self.changed.notify_all()

    def is_after(self, version: int) -> bool:
        return self.version != version

    def message(self) -> bytes:
        content = json.dumps({"version": self.version, "problems": self.problems})
        return f"data: {content}\n\n".encode()

    def messages(self) -> Iterator[bytes]:
        """What holds now, and then each change at once; the same again after ``PULSE`` seconds."""
        while True:
            with self.changed:
                told, message = self.version, self.message()
            yield message
            with self.changed:
                self.changed.wait_for(partial(self.is_after, told), timeout=PULSE)


class Handler(SimpleHTTPRequestHandler):
    """Serves the built folder, adds the script that follows along, and keeps nothing."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, state: State, **named: object) -> None:
        self.state = state
        super().__init__(*arguments, **named)  # type: ignore[arg-type]  # given on as they came

    def do_GET(self) -> None:
        if self.path == LIVE_ADDRESS:
            self.answer("text/javascript", LIVE_SCRIPT)
        elif self.path == EVENTS_ADDRESS:
            self.follow()
        elif page := self.page():
            self.answer(HTML, page.read_bytes().replace(b"</body>", LIVE_TAG))
        elif not Path(self.directory, "index.html").exists():
            self.answer(HTML, NO_SITE)
        else:
            super().do_GET()

    def page(self) -> Path | None:
        """The HTML file behind this address, if it is one."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path = path / "index.html"
        return path if path.suffix == ".html" and path.is_file() else None

    def answer(self, kind: str, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def follow(self) -> None:
        """Tell the page about this build and each that comes, until it closes."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.close_connection = True
        try:
            for message in self.state.messages():
                self.wfile.write(message)
                self.wfile.flush()
        except OSError:
            return

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Addresses that were looked at are not worth a line."""


def run(root: Path, port: int, build: Builder) -> int:
    """Build, serve on ``port`` of this machine, build again at every change; Ctrl-C ends."""
    state = State()
    with tempfile.TemporaryDirectory(prefix="gids-") as parent:
        folder = Path(parent) / "site"
        folder.mkdir()
        rebuild(state, build, folder)
        try:
            server = ThreadingHTTPServer(
                ("127.0.0.1", port), partial(Handler, state=state, directory=str(folder))
            )
        except OSError:
            print(f"Poort {port} is al in gebruik. Kies een andere met --port.")
            return 2
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"Open http://localhost:{port}/ in uw browser. Stoppen: Ctrl-C.")
        follow_changes(root, lambda: rebuild(state, build, folder))
        server.shutdown()
    return 0


def rebuild(state: State, build: Builder, folder: Path) -> None:
    """Build once; whatever goes wrong is shown and the last good site stays."""
    try:
        report = build(folder, Progress())
        said, wrong = report.to_text(), bool(report.errors)
    except Exception as error:  # noqa: BLE001  # a half-edited template must not end the server
        said, wrong = f"De site is niet gemaakt: {error}", True
    print(said)
    state.publish(said if wrong else "")


def follow_changes(root: Path, changed: Callable[[], None]) -> None:
    watched = [
        path for name in ("content", "partners", "templates") if (path := root / name).is_dir()
    ]
    try:
        for _ in watch(*watched, raise_interrupt=True):
            changed()
    except KeyboardInterrupt:
        print("\nGestopt.")
