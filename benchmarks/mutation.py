"""Breaks the rules on purpose, one small change at a time, and counts what the tests notice.

``python -m benchmarks.mutation [module …]`` works in a copy of the project, prints a line for each
module of ``kaizen/rules`` and what was not noticed; the status is 1 below nine of ten. It needs a
system that can fork (not Windows) and some hours of two processors, or with ``--every 4``, which
takes each fourth change by lot, a part of that.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.mutation_tests import NOTHING_FAILED

ROOT = Path(__file__).resolve().parent.parent
RULES = "kaizen/rules"
LEAST = 0.90
# The property tests take long and notice little that the wordings do not.
TESTS = ("tests/rules", "--ignore", "tests/rules/test_places.py")
_LEFT_OUT = shutil.ignore_patterns(".*", "build", "dist", "__pycache__", "pictures", "instance")


def settings(folders: Sequence[str]) -> str:
    """Return the section of ``pyproject.toml`` by which only the rules are broken."""
    copied = json.dumps([name for name in folders if name != "kaizen"])
    return (
        '\n[tool.mutmut]\nsource_paths = ["kaizen"]\n'
        f'only_mutate = ["{RULES}/*"]\nalso_copy = {copied}\n'
        'pytest_add_cli_args_test_selection = ["tests/rules"]\n'
    )


def copy_of_project(folder: Path) -> Path:
    """Copy what the tests of the rules need, with the settings of the tool added."""
    project = folder / "project"
    shutil.copytree(ROOT, project, ignore=_LEFT_OUT)
    names = sorted(path.name for path in project.iterdir() if path.name != "pyproject.toml")
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(settings(names))
    return project


def prepare(project: Path) -> None:
    """Write every change into the copy and learn which tests reach which function.

    The tool would then run the tests of each change, for which it collects them each time anew; a
    name that no change has ends it here.
    """
    command = [sys.executable, "-m", "mutmut", "run", "no change has this name"]
    with (project / "mutation.log").open("w", encoding="utf-8") as log:
        subprocess.run(command, cwd=project, stdout=log, stderr=log, check=False)


def changes(project: Path, modules: Sequence[str], every: int) -> dict[str, list[str]]:
    """Return the changes of ``modules`` (of all where none is named) with their tests."""
    written = project / "mutants" / "mutmut-stats.json"
    if not written.exists():
        return {}
    learned = json.loads(written.read_text("utf-8"))
    tests, seconds = learned["tests_by_mangled_function_name"], learned["duration_by_test"]
    found: dict[str, list[str]] = {}
    for path in sorted((project / "mutants" / RULES).glob("*.meta")):
        if modules and path.name.removesuffix(".py.meta") not in modules:
            continue
        names = sorted(json.loads(path.read_text("utf-8"))["exit_code_by_key"])
        random.Random(path.name).shuffle(names)
        for name in sorted(names[::every]):
            reached = tests.get(name.rpartition("__mutmut_")[0], ())
            found[name] = sorted(reached, key=lambda test: (seconds[test], test))
    return found


def run(project: Path, tests: Mapping[str, Sequence[str]], processes: int) -> None:
    """Run the tests of each change, the changes dealt out among the processes."""
    names, running = list(tests), []
    log = (project / "mutation.log").open("a", encoding="utf-8")
    for number in range(processes):
        asked, told = (project / f"{kind}-{number}.json" for kind in ("changes", "outcomes"))
        asked.write_text(json.dumps({name: tests[name] for name in names[number::processes]}))
        command = [sys.executable, "-m", "pytest", "-q", "-p", "benchmarks.mutation_tests", *TESTS]
        running.append(
            subprocess.Popen(
                # As one word each: a path of its own would move the root to the unbroken copy.
                [*command, f"--changes={asked}", f"--outcomes={told}"],
                cwd=project / "mutants",
                stdout=log,
                stderr=log,
            )
        )
    for one in running:
        one.wait()
    log.close()


def outcomes(project: Path) -> dict[str, dict[str, int]]:
    """Return the status of the tests by module and change; those not run are left out."""
    found: dict[str, dict[str, int]] = {}
    for path in sorted(project.glob("outcomes-*.json")):
        for line in path.read_text("utf-8").splitlines():
            change, status, _ = json.loads(line)
            found.setdefault(change.split(".")[2], {})[change] = status
    return dict(sorted(found.items()))


def noticed(codes: Mapping[str, int]) -> int:
    """Return how many changes the tests noticed."""
    return sum(code != NOTHING_FAILED for code in codes.values())


def table(found: Mapping[str, Mapping[str, int]]) -> str:
    """Return a line for each module and one for all, in Markdown."""
    lines = ["| Module | changes | noticed | |", "|---|---|---|---|"]
    every = {name: code for codes in found.values() for name, code in codes.items()}
    for name, codes in [*found.items(), ("**all**", every)]:
        share = noticed(codes) / max(1, len(codes))
        lines.append(f"| {name} | {len(codes)} | {noticed(codes)} | {share:.0%} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table and what was not noticed; the status is 1 below the least share."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", help="modules of kaizen/rules (default: all)")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--every", type=int, default=1, help="take only each Nth change, by lot")
    parser.add_argument("--keep", type=Path, help="a new folder for the copy, to look into it")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        project = copy_of_project(asked.keep or Path(name))
        prepare(project)
        wanted = changes(project, asked.modules, max(1, asked.every))
        run(project, wanted, asked.processes)
        found = outcomes(project)
        log = (project / "mutation.log").read_text("utf-8", "replace")
    if not found or sum(map(len, found.values())) < len(wanted):
        print(log[-2000:])
        return 1
    print(table(found))
    for codes in found.values():
        for change in (change for change, code in codes.items() if code == NOTHING_FAILED):
            print(f"not noticed: {change}")
    total = sum(map(len, found.values()))
    return int(sum(map(noticed, found.values())) < LEAST * total)


if __name__ == "__main__":
    sys.exit(main())
