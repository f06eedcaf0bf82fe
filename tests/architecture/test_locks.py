"""The locks hold what the project asks for, at least as new."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from bootstrap.environment import LOCKS
from tests.architecture.tree import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS = {
    "run": PROJECT["project"]["dependencies"],
    "dev": PROJECT["dependency-groups"]["dev"],
    "bench": PROJECT["dependency-groups"]["bench"],
}


def locked(packages: str) -> dict[str, Version]:
    lock = (ROOT / LOCKS[packages]).read_text("utf-8")
    found = re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock, re.MULTILINE)
    return {name.lower(): Version(version) for name, version in found}


@pytest.mark.parametrize("packages", LOCKS)
def test_what_is_asked_for_is_locked_and_new_enough(packages: str) -> None:
    versions = locked(packages)
    assert versions
    for line in GROUPS[packages]:
        wanted = Requirement(line)
        assert wanted.specifier, f"{line}: say the oldest version that is good enough"
        assert versions[wanted.name.lower()] in wanted.specifier, line


def test_the_renderer_is_beyond_its_known_holes() -> None:
    """70.0 closed the last way to make it read or fetch (CVE-2026-55073)."""
    floors = {Requirement(line).name: line for line in GROUPS["run"]}
    assert floors["weasyprint"] == "weasyprint>=70.0"
    assert locked("run")["weasyprint"] >= Version("70.0")


def test_the_oldest_python_is_the_same_everywhere() -> None:
    from bootstrap import OLDEST

    written = ".".join(map(str, OLDEST))
    assert PROJECT["project"]["requires-python"] == f">={written}"
    assert PROJECT["tool"]["mypy"]["python_version"] == written
    assert PROJECT["tool"]["ruff"]["target-version"] == "py" + written.replace(".", "")
