"""Imports go one way, and only what is declared is imported."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.tree import PACKAGES, ROOT, files, name

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
# Distribution → the name it is imported by, where they differ.
IMPORTED_AS = {
    "beautifulsoup4": "bs4",
    "flask-babel": "flask_babel",
    "flask-wtf": "flask_wtf",
    "python-docx": "docx",
}
# Parts of what is declared, which come with it for certain.
COMES_WITH = {"flask": {"click", "werkzeug", "markupsafe"}, "weasyprint": {"fontTools"}}
COMES_WITH["flask-babel"] = {"babel"}
OURS = {*PACKAGES, "app", "settings", "webapp", "benchmarks", "tests", "tools"}


def imported_by(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").split(".")[0]


def names_of(requirements: list[str]) -> set[str]:
    found = (re.match(r"[\w.-]+", line) for line in requirements)
    return {match.group().lower() for match in found if match}


def test_the_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    ended = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout
    assert "0 broken" in ended.stdout


def test_the_contracts_look_at_every_package() -> None:
    assert set(PROJECT["tool"]["importlinter"]["root_packages"]) == set(PACKAGES)


def test_the_domain_uses_the_standard_library_only() -> None:
    modules = files(".py", under="kaizen")
    assert len(modules) > 30
    foreign = {
        name(path): found
        for path in modules
        if (found := set(imported_by(path)) - sys.stdlib_module_names - {"kaizen"})
    }
    assert foreign == {}


def test_set_up_begins_with_the_standard_library_only() -> None:
    """Packages are imported inside functions that run once they are installed."""
    for path in [ROOT / "app.py", *files(".py", under="bootstrap")]:
        tree = ast.parse(path.read_text("utf-8"))
        at_import = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        roots = {
            (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name).split(".")[0]
            for node in at_import
        }
        assert roots <= sys.stdlib_module_names | {"bootstrap"}, name(path)


def test_only_declared_packages_are_imported() -> None:
    declared = names_of(PROJECT["project"]["dependencies"])
    known = {IMPORTED_AS.get(package, package) for package in declared}
    known |= {part for package in declared for part in COMES_WITH.get(package, ())}
    modules = [path for package in PACKAGES for path in files(".py", under=package)]
    modules += [ROOT / "app.py", ROOT / "settings.py", ROOT / "webapp.py"]
    foreign = {
        (name(path), found)
        for path in modules
        for found in set(imported_by(path)) - sys.stdlib_module_names - OURS - known
    }
    assert foreign == set()


def test_every_declared_package_is_used_and_says_why() -> None:
    modules = [path for package in PACKAGES for path in files(".py", under=package)]
    used = {found for path in [*modules, ROOT / "webapp.py"] for found in imported_by(path)}
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    for package in names_of(PROJECT["project"]["dependencies"]):
        assert IMPORTED_AS.get(package, package) in used, package
    own = {"flask", "jinja2", "wtforms"}  # the fixed ones need no reason
    for package in names_of(PROJECT["project"]["dependencies"]) - own:
        assert any(f'"{package}' in line and "#" in line for line in lines), package


def test_the_domain_asks_nobody_for_the_day() -> None:
    today = re.compile(r"\b(date\.today|datetime\.now|datetime\.utcnow|time\.time)\b")
    found = [
        name(path) for path in files(".py", under="kaizen") if today.search(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("package", ["weasyprint", "docx"])
def test_the_renderers_are_loaded_when_they_are_needed(package: str) -> None:
    program = f"import sys, app; app.create_app(); sys.exit('{package}' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert ended.returncode == 0
