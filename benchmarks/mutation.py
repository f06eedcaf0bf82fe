"""Breaks the rules on purpose, one small change at a time, and counts what the tests notice.

``python -m benchmarks.mutation [module …]`` works in a copy of the project, prints a line for each
module of ``kaizen/rules`` and what was not noticed; the status is 1 below nine of ten. It needs a
system that can fork (not Windows) and about half an hour of two processors.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RULES = "kaizen/rules"
LEAST = 0.90
# The tool's words for a change that no test noticed: all passed, or there was none to run.
UNNOTICED = (0, 33)
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


def run(project: Path, modules: Sequence[str], processes: int) -> None:
    """Break the rules of ``modules`` (all where none is named) and run their tests each time."""
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(processes)]
    wanted = [f"kaizen.rules.{module}.*" for module in modules]
    with (project / "mutation.log").open("w", encoding="utf-8") as log:
        subprocess.run([*command, *wanted], cwd=project, stdout=log, stderr=log, check=False)


def outcomes(project: Path) -> dict[str, dict[str, int]]:
    """Return the status of the tests by module and change; those not run are left out."""
    found: dict[str, dict[str, int]] = {}
    for path in sorted((project / "mutants" / RULES).glob("*.meta")):
        codes = json.loads(path.read_text("utf-8"))["exit_code_by_key"]
        ran = {name: code for name, code in codes.items() if code is not None}
        if ran:
            found[path.name.removesuffix(".py.meta")] = ran
    return found


def noticed(codes: Mapping[str, int]) -> int:
    """Return how many changes the tests noticed."""
    return sum(code not in UNNOTICED for code in codes.values())


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
    parser.add_argument("--keep", type=Path, help="a new folder for the copy, to look into it")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        project = copy_of_project(asked.keep or Path(name))
        run(project, asked.modules, asked.processes)
        found = outcomes(project)
        log = (project / "mutation.log").read_text("utf-8", "replace")
    if not found:
        print(log[-2000:])
        return 1
    print(table(found))
    for codes in found.values():
        for change in (change for change, code in codes.items() if code in UNNOTICED):
            print(f"not noticed: {change}")
    total = sum(map(len, found.values()))
    return int(sum(map(noticed, found.values())) < LEAST * total)


if __name__ == "__main__":
    sys.exit(main())
