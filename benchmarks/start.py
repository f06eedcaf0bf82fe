"""How long a second start takes, from the command to the first page, and a command alone."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bootstrap.serve import listen

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5


def measure() -> list[tuple[str, float]]:
    """Return the median milliseconds of each, by name."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "KAIZEN_DATA": folder, "PYTHONUTF8": "1"}
        _start(environment)  # the first start makes the database
        starts = [_start(environment) for _ in range(ROUNDS)]
        commands = [_command(environment) for _ in range(ROUNDS)]
    return [
        ("start: second start to the first page", statistics.median(starts)),
        ("start: flask plan review", statistics.median(commands)),
    ]


def _start(environment: dict[str, str]) -> float:
    with listen(0) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "app.py", "--no-browser", "--port", str(port)]
    begun = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as server:
        while not _answers(f"http://127.0.0.1:{port}/"):
            if server.poll() is not None:
                raise RuntimeError("the server ended before its first answer")
            time.sleep(0.005)
        taken = time.perf_counter() - begun
        server.terminate()
    return taken * 1000


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=10) as answer:
            return bool(answer.read())
    except (URLError, ConnectionError):
        return False


def _command(environment: dict[str, str]) -> float:
    flask = Path(sys.executable).with_name("flask")
    begun = time.perf_counter()
    subprocess.run(
        [flask, "plan", "review", "-"],
        cwd=ROOT,
        env=environment,
        input=b'{"cause": "x"}',
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return (time.perf_counter() - begun) * 1000
