"""Work that several processes do a share of, each with all that was read and derived before it.

A share is a fork: it starts with everything in memory, without copying or sending it, and sends
back only its result. Small work, and systems without ``fork``, do it in one process.
"""

import os
import pickle
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from typing import Any, TypeVar

from msgspec import Struct

T = TypeVar("T")
R = TypeVar("R")

WORTH_A_PROCESS = 150
"""From about this many activities on, a second process saves more than it costs."""
MOST_PROCESSES = 4


class Share(Struct, frozen=True):
    """One of ``of`` shares, counted from 0."""

    number: int
    of: int

    def part(self, items: Iterable[T]) -> Iterator[T]:
        """Every item that is this share's; the shares together have each item once."""
        return islice(items, self.number, None, self.of)

    @property
    def first(self) -> bool:
        """Does this share do what is done once?"""
        return self.number == 0

    @property
    def last(self) -> bool:
        """For what is done once and is as much work as what the first does."""
        return self.number == self.of - 1


WHOLE = Share(0, 1)


def may_fork() -> bool:
    """Only a process with one thread may: a fork of more can wait for ever for a lock."""
    return hasattr(os, "fork") and threading.active_count() == 1


def processes_for(items: int) -> int:
    """How many processes are worth it: one per core at most, and one for a small offer."""
    if items < WORTH_A_PROCESS or not may_fork():
        return 1
    return min(MOST_PROCESSES, os.cpu_count() or 1)


def run_shares(work: Callable[[Share], R], count: int) -> list[R]:
    """Every share's result, in order; the first share is done here. An error of any is raised."""
    with ExitStack() as stack:
        others = [stack.enter_context(beside(work, Share(n, count))) for n in range(1, count)]
        return [work(Share(0, count)), *(other() for other in others)]


@contextmanager
def beside(work: Callable[..., R], *arguments: object) -> Iterator[Callable[[], R]]:
    """Start ``work`` in a process beside this one; calling what the block gets awaits its result.

    The block never ends before that process does. Where this one may not fork, the work is done
    when its result is asked for.
    """
    if not may_fork():
        yield lambda: work(*arguments)
        return
    pid, pipe = start(work, arguments)
    with os.fdopen(pipe, "rb") as stream:
        try:
            yield lambda: receive(stream.read())
        finally:
            stream.read()
            os.waitpid(pid, 0)


def start(work: Callable[..., object], arguments: Sequence[object]) -> tuple[int, int]:
    """Fork; the id of the other process, and the pipe on which its result will come."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    os.close(reading)
    try:
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(outcome(work, arguments))
    finally:
        os._exit(0)


def outcome(work: Callable[..., object], arguments: Sequence[object]) -> bytes:
    """What came of the work, to be sent: (True, its result) or (False, its error).

    A traceback cannot be sent, so the error takes along in words where it came from.
    """
    try:
        return pickle.dumps((True, work(*arguments)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001  # it is raised again where the result is awaited
        error.add_note(f"In the process beside this one: {traceback.format_exc()}")
        return pickle.dumps((False, error))


def receive(message: bytes) -> Any:  # noqa: ANN401  # the caller knows what its work gives
    """What another process sent; raises what it raised."""
    if not message:
        text = "een deel van de bouw is voortijdig gestopt"
        raise OSError(text)
    good, result = pickle.loads(message)  # noqa: S301  # written by our own fork, a moment ago
    if not good:
        raise result
    return result
