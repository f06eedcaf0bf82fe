"""The files of the program, for the tests that look at all of them."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Where nothing was written by hand.
_LEFT_OUT = {
    ".git",
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".venv",
    "__pycache__",
    "build",
    "instance",
    "mutants",
    "node_modules",
}
PACKAGES = ("kaizen", "exports", "store", "forms", "intake", "views", "commands", "bootstrap")
TEXTS = {".css", ".html", ".js", ".json", ".md", ".mako", ".po", ".py", ".toml", ".txt", ".yml"}


def files(*suffixes: str, under: str = ".") -> list[Path]:
    """Return the files with one of the ``suffixes``, without what tools and machines wrote."""
    return sorted(path for path in _walk(ROOT / under) if path.suffix in suffixes)


def name(path: Path) -> str:
    """Return the path as seen from the program's folder, with slashes."""
    return path.relative_to(ROOT).as_posix()


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir():
            if path.name not in _LEFT_OUT:
                yield from _walk(path)
        else:
            yield path
