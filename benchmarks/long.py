"""The long form: ``python3 app.py bench --long``, about an hour of two processors.

A hundred kills of the whole program and of its writers, a thousand plans through one server, and
the rules broken on purpose. What was found is written into ``docs/long-run.md``.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.many_plans import draw_in_one_server, is_flat
from benchmarks.robustness import create_together, kill_while_saving, update_together
from benchmarks.server_kills import kill_server_while_typing

ROOT = Path(__file__).resolve().parent.parent
RESULT = ROOT / "docs" / "long-run.md"
# A person who starts the program again after a crash should not wait longer, in seconds.
SLOWEST_RESTART = 2.0

# What was tried, what came out, and whether that is how it has to be.
Row = tuple[str, str, bool]


def rows(kills: int, plans: int) -> Iterator[Row]:
    """Try everything but the broken rules, each in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        found = kill_server_while_typing(Path(folder), kills=kills)
    yield (
        f"The whole program killed with -9, {found.kills} times, while five people type",
        f"{found.acknowledged:,} confirmed saves: {found.lost} lost, {found.damaged} damaged; "
        f"slowest restart {found.slowest_restart:.1f} s",
        not found.lost + found.damaged and found.slowest_restart <= SLOWEST_RESTART,
    )
    with tempfile.TemporaryDirectory() as folder:
        found = kill_while_saving(Path(folder), kills=kills)
    yield (
        f"Four writers of the store killed with -9, {found.kills} times",
        f"{found.acknowledged:,} confirmed saves: {found.lost} lost, {found.damaged} damaged; "
        f"open again in {found.slowest_restart:.2f} s at most",
        not found.lost + found.damaged,
    )
    with tempfile.TemporaryDirectory() as folder:
        together = update_together(Path(folder))
    yield (
        f"Four processes change one case, {together.wanted:,} times in all",
        f"{together.lost} lost, {together.errors} refused",
        not together.lost + together.errors,
    )
    with tempfile.TemporaryDirectory() as folder:
        too_many = create_together(Path(folder))
    yield "One form posted twenty times at once", f"{too_many} cases too many", not too_many
    with tempfile.TemporaryDirectory() as folder:
        memory = draw_in_one_server(Path(folder), plans)
    told = ", ".join(f"{moment.total:.0f} MiB after {moment.plans:,}" for moment in memory)
    yield (
        f"{plans:,} plans written and drawn in one server",
        f"{told}; {memory[-1].processes} processes at the end",
        is_flat(memory),
    )


RULES_HEADING = "\n## The rules, broken on purpose\n"


def rules_before(path: Path) -> str:
    """Return the table about the rules of an earlier page, or that there is none."""
    earlier = path.read_text("utf-8") if path.exists() else ""
    table = [line for line in earlier.partition(RULES_HEADING)[2].splitlines() if line[:1] == "|"]
    return "\n".join(table) or "Not run yet."


def page(found: Sequence[Row], rules: str, day: str) -> str:
    """Return the page of results in Markdown."""
    lines = [
        f"| {tried} | {result} | {'yes' if good else '**no**'} |" for tried, result, good in found
    ]
    head = ("| What was tried | What came out | As it has to be |", "|---|---|---|")
    return "\n".join(
        (
            "# The long run\n",
            f"Result of {day}. Again with `python3 app.py bench --long`, which writes this page.\n",
            *head,
            *lines,
            RULES_HEADING,
            "Each change is one that a slip of the hand could make in `kaizen/rules`; it counts as",
            "noticed where a test of `tests/rules` then fails. Each fourth was tried, by lot. What",
            "was not noticed is listed by `.venv/bin/python -m benchmarks.mutation --every 4`.\n",
            rules,
            "",
        )
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all of it, print and write the page; the status is 1 where anything is not as it must."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--plans", type=int, default=1000)
    parser.add_argument("--without-rules", action="store_true", help="keep their earlier table")
    parser.add_argument("--to", type=Path, default=RESULT, help="the file for the page")
    asked = parser.parse_args(arguments)
    found = []
    for row in rows(asked.kills, asked.plans):
        print(*row, sep="\n  ", flush=True)
        found.append(row)
    table, holds = (rules_before(asked.to), True) if asked.without_rules else _break_rules()
    asked.to.write_text(page(found, table, datetime.now(UTC).date().isoformat()), "utf-8")
    return int(not holds or not all(good for _, _, good in found))


def _break_rules() -> tuple[str, bool]:
    """Return the table of the broken rules, and whether enough of them were noticed."""
    command = [sys.executable, "-m", "benchmarks.mutation", "--every", "4"]
    broken = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    table = "\n".join(line for line in broken.stdout.splitlines() if line.startswith("|"))
    print(table)
    return table, broken.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
