"""What a long build says while it works: one line on a terminal, nothing elsewhere."""

import time
from typing import Self, TextIO

CLEAR_LINE = "\r\x1b[K"


class Progress:
    """Follows the stages of a build. ``seconds`` holds how long each took, in order.

    A line that is written over needs no library, and no second thread as a moving one would: a
    process with more than one may not fork (see ``share``). As a context it takes its line away at
    the end, so that what is told of a build that did not succeed does not stand behind it.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self.seconds: dict[str, float] = {}
        self._stage = ""
        self._since = time.perf_counter()
        self._terminal = stream if stream is not None and stream.isatty() else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._stage:
            self._close()
            self._show("")

    def start(self, stage: str) -> None:
        """The stage before this one is over; ``stage`` completes “Bezig met …”."""
        self._close()
        self._stage = stage
        self._show(f"Bezig met {stage} …")

    def done(self, summary: str) -> None:
        """The build is over; say in one line what came out, on a terminal only."""
        self._close()
        self._show(f"{summary} ({sum(self.seconds.values()):.1f} s)\n")

    def _show(self, text: str) -> None:
        if self._terminal:
            self._terminal.write(CLEAR_LINE + text)
            self._terminal.flush()

    def _close(self) -> None:
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = "", now
