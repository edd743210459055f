"""A folder over http on this machine, with the security headers of deploy/Caddyfile."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

PREFIX = "/ergens/anders/"
"""Where the folder is served: not at the root, so that a link which is not relative breaks."""


def content_security_policy(caddyfile: Path) -> str:
    """The one line of deploy/Caddyfile that says what a page may load."""
    found = re.search(r'Content-Security-Policy "([^"]+)"', caddyfile.read_text("utf-8"))
    assert found, f"{caddyfile} has no Content-Security-Policy"
    return found[1]


class Handler(SimpleHTTPRequestHandler):
    """Serves `directory` below PREFIX and answers 404 to everything else."""

    policy = ""

    def translate_path(self, path: str) -> str:
        inside = path.startswith(PREFIX)
        return super().translate_path(path[len(PREFIX) - 1 :] if inside else "/no-such-file")

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - named by its base
        """Keep the tests' output to the tests."""


class Server(ThreadingHTTPServer):
    """A browser that turns away before it has all is no mistake: tests end in the middle of one."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(folder: Path, policy: str) -> Iterator[str]:
    """The folder's address while the block runs, ending in a slash."""

    class Here(Handler):
        def __init__(self, *args: Any, **rest: Any) -> None:
            super().__init__(*args, directory=str(folder), **rest)

    Here.policy = policy
    with Server(("127.0.0.1", 0), Here) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
        finally:
            server.shutdown()
            thread.join()
