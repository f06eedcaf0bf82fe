"""The long form of the robustness tests: ``python -m benchmarks.long``, about half an hour.

Kills, and a thousand plans through one worker.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.exports import a_document, written
from benchmarks.memory import mebibytes
from exports import pdf
from exports.worker import WORKER

ROOT = Path(__file__).resolve().parent.parent
_COMMANDS = (
    (sys.executable, "-m", "benchmarks.robustness", "--kills", "100"),
    (sys.executable, "-m", "benchmarks.server_kills", "--kills", "100"),
)


def plans(count: int) -> tuple[float, float, int]:
    """Draw ``count`` plans; return the worker's MiB after a tenth and at the end, and restarts."""
    first, early = WORKER.run(os.getpid), 0.0
    for number in range(count):
        written(a_document(3, number))
        if number == count // 10:
            early = mebibytes(WORKER.run(os.getpid))
    last = WORKER.run(os.getpid)
    return early, mebibytes(last), int(last != first)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all of it and print what was found; the status is 1 where anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=1000)
    parser.add_argument("--plans-only", action="store_true", help="only draw plans")
    asked = parser.parse_args(arguments)
    early, late, restarts = plans(asked.plans)
    pdf.stop()
    print(f"{asked.plans} plans: {early:.1f} MiB early, {late:.1f} MiB late, {restarts} restarts")
    if asked.plans_only:
        return 0
    return int(any(subprocess.call(command, cwd=ROOT) for command in _COMMANDS))


if __name__ == "__main__":
    sys.exit(main())
