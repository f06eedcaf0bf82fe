"""How long a second start takes, from the command to the first page, and a command alone."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.live import ROOT, serving

ROUNDS = 5


def measure() -> list[tuple[str, float]]:
    """Return the median milliseconds of each, by name."""
    with tempfile.TemporaryDirectory() as folder:
        _start(Path(folder))  # the first start makes the database
        starts = [_start(Path(folder)) for _ in range(ROUNDS)]
        commands = [_command(folder) for _ in range(ROUNDS)]
    return [
        ("start: second start to the first answer", statistics.median(starts)),
        ("start: flask plan review", statistics.median(commands)),
    ]


def _start(folder: Path) -> float:
    with serving(folder) as server:
        return server.seconds_to_start * 1000


def _command(folder: str) -> float:
    flask = Path(sys.executable).with_name("flask")
    begun = time.perf_counter()
    subprocess.run(
        [flask, "plan", "review", "-"],
        cwd=ROOT,
        env={**os.environ, "KAIZEN_DATA": folder},
        input=b'{"cause": "x"}',
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return (time.perf_counter() - begun) * 1000
