"""Seconds and peak memory of a command and of every process that it starts."""

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.02
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took, and its output.

    ``seconds`` are by the clock on the wall; ``processor`` are those that processors worked on it,
    all together: the figure to trust on a machine that has more to do. ``mebibytes`` is its peak
    memory, 0 where the system does not tell or nobody looked.
    """

    seconds: float
    processor: float
    mebibytes: float
    output: str


def measure(command: Sequence[str | Path], folder: Path, *, memory: bool = False) -> Cost:
    """Run ``command`` in ``folder``; a failure ends the benchmark with what it said.

    With ``memory`` its peak is found, by looking so often that it takes longer: measure the seconds
    without. Python may keep what it compiled, also where a test machine forbids that.
    """
    environment = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}
    began, worked = time.perf_counter(), processor_seconds()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    peaks: list[float] = [0.0]
    sampler = threading.Thread(target=sample, args=(process, peaks), daemon=True)
    if memory:
        sampler.start()
    output, _ = process.communicate()
    seconds = time.perf_counter() - began
    if memory:
        sampler.join()
    if process.returncode != 0:
        sys.exit(f"{command} eindigde met {process.returncode}:\n{output}")
    return Cost(seconds, processor_seconds() - worked, max(peaks), output)


def processor_seconds() -> float:
    """Of all processes that were started and have ended, in user and system together."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def sample(process: subprocess.Popen[str], peaks: list[float]) -> None:
    """Proportional set size of the process tree, every 20 ms; memory shared by two counts once."""
    while process.poll() is None:
        peaks.append(sum(map(proportional_mebibytes, descendants(process.pid))))
        time.sleep(SAMPLE_SECONDS)


def descendants(pid: int) -> list[int]:
    """The process and all that it started, as far as they still run."""
    found = [pid]
    for parent in found:
        with suppress(OSError):
            for task in Path(f"/proc/{parent}/task").glob("*/children"):
                found += map(int, task.read_text().split())
    return found


def proportional_mebibytes(pid: int) -> float:
    try:
        with Path(f"/proc/{pid}/smaps_rollup").open() as file:
            return next(
                (int(line.split()[1]) / 1024 for line in file if line.startswith("Pss:")), 0.0
            )
    except (OSError, ProcessLookupError):
        return 0.0


def cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
