"""Measure, print a table, write JSON: ``python3 app.py bench [--only WORD] [--json FILE]``.

Figures are milliseconds unless their name says otherwise. At the end stand the targets with what
was measured. ``--against FILE`` compares with an earlier result and ends with status 1 where
something takes more than twice as long. ``--quick`` takes fewer turns. ``--page`` writes
``docs/performance-figures.md``. ``--long`` tries for about
an hour what must never happen, and writes what was found into ``docs/long-run.md``.
"""

import argparse
import importlib
import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import ALL, WITH_QUICK_FORM
from benchmarks.page import page
from benchmarks.targets import outcomes
from exports import pdf

PAGE = Path(__file__).resolve().parent.parent / "docs" / "performance-figures.md"
RESULTS = Path(__file__).with_name("results") / "latest.json"
TOO_SLOW = 2.0
# Below this a figure is noise of the machine.
SMALLEST = 2.0


def measure(only: str = "", *, quick: bool = False) -> dict[str, float]:
    """Return all figures by name, of the modules whose name holds a word of ``only``."""
    words = only.split(",")
    chosen = [name for name in ALL if any(word in name.rsplit(".", 1)[-1] for word in words)]
    figures: dict[str, float] = {}
    for name in chosen:
        print(f"… {name}", file=sys.stderr, flush=True)
        options = {"quick": quick} if name in WITH_QUICK_FORM else {}
        figures |= dict(importlib.import_module(name).measure(**options))
    pdf.stop()
    return figures


def table(figures: dict[str, float], before: dict[str, float]) -> str:
    """Return the figures in lines, beside the earlier ones where there are any."""
    width = max((len(name) for name in figures), default=0)
    lines = []
    for name, value in figures.items():
        earlier = f"{before[name]:12,.2f}" if name in before else ""
        lines.append(f"{name:<{width}} {value:12,.2f}{earlier}")
    return "\n".join(lines)


def target_table(figures: dict[str, float]) -> str:
    """Return the targets with what was measured, a line for each part."""
    return "\n".join(
        f"{one.number:<4} {'reached' if one.is_reached else 'MISSED':<8}"
        f"{one.measured:12,.2f} of at most {one.most:8,.2f}  {one.words} ({one.figure})"
        f"{one.fastest and f'; {one.fastest}'}"
        for one in outcomes(figures)
    )


def slower(figures: dict[str, float], before: dict[str, float]) -> list[str]:
    """Return what takes more than twice as long as before."""
    return [
        f"{name}: {value:,.1f} now, {before[name]:,.1f} before"
        for name, value in figures.items()
        if name in before and value > max(SMALLEST, TOO_SLOW * before[name])
    ]


def about() -> dict[str, object]:
    """Return what was measured on; no names of machines or people."""
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "processors": os.cpu_count(),
        # Above the number of processors others were at work, and the figures are too high.
        "load": [round(load, 1) for load in os.getloadavg()] if hasattr(os, "getloadavg") else [],
    }


def write(figures: dict[str, float], path: Path) -> None:
    """Write the figures with what they were measured on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rounded = {name: round(value, 3) for name, value in figures.items()}
    whole = {"about": about(), "figures": rounded}
    path.write_text(json.dumps(whole, indent=1) + "\n", "utf-8")


def main() -> int:
    """Run what was asked; return the exit status."""
    parser = argparse.ArgumentParser(prog="python3 app.py bench", description=__doc__)
    parser.add_argument(
        "--only",
        default="",
        help="only modules whose name holds one of these words, with commas between",
    )
    parser.add_argument("--json", type=Path, default=RESULTS, help="the file for the figures")
    parser.add_argument("--quick", action="store_true", help="fewer turns, for every change")
    parser.add_argument("--long", action="store_true", help="the long form")
    parser.add_argument(
        "--without-rules", action="store_true", help="the long form without broken rules"
    )
    parser.add_argument("--page", action="store_true", help="write docs/performance-figures.md")
    parser.add_argument("--against", type=Path, help="an earlier file of figures to compare with")
    asked = parser.parse_args()
    if asked.long:
        from benchmarks import long

        return long.main(["--without-rules"] if asked.without_rules else [])
    before = json.loads(asked.against.read_text("utf-8"))["figures"] if asked.against else {}
    figures = measure(asked.only, quick=asked.quick)
    print(table(figures, before))
    print(target_table(figures))
    write(figures, asked.json)
    if asked.page:
        PAGE.write_text(page(figures, about(), datetime.now(UTC).date()), "utf-8")
    worse = slower(figures, before)
    for line in worse:
        print(f"more than twice as long: {line}", file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
