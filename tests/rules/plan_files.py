"""Whole plans of our own: good ones, and bad ones with the defects planted in them."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kaizen.archive import Loaded, read_archive
from kaizen.review_context import Review, review_of

FOLDER = Path(__file__).with_name("plans")


@dataclass(frozen=True, slots=True)
class PlanFile:
    """One plan; ``defects`` are pairs of rule id and item, none in a good plan."""

    name: str
    review: Review
    defects: frozenset[tuple[str, str]]

    def __str__(self) -> str:
        return self.name


def plan_files() -> list[PlanFile]:
    """Return all plans of the folder."""
    return [_read(path) for path in sorted(FOLDER.glob("*.toml"))]


def _read(path: Path) -> PlanFile:
    data = tomllib.loads(path.read_text("utf-8"))
    defects = frozenset(tuple(entry.split()) for entry in data.pop("defects", ()))
    today = date.fromisoformat(data.pop("today"))
    loaded = read_archive({key: _bare(value) for key, value in data.items()})
    assert isinstance(loaded, Loaded), loaded
    return PlanFile(path.stem, review_of(loaded.case, today=today), defects)  # type: ignore[arg-type]


def _bare(value: object) -> object:
    return value.strip() if isinstance(value, str) else value
