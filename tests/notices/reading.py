"""The folder of notices with what a careful person reads in each."""

import json
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from kaizen.notice import notice_as_json, read

TODAY = date(2026, 11, 24)
FOLDER = Path(__file__).parent
KEY_VALUES = (
    "status",
    "violation_type",
    "asins",
    "order_ids",
    "deadline",
    "documents_requested",
    "has_seven_item_template",
)
SETS = ("documents_requested", "file_formats")
UNSURE = "unsure"
USUAL: dict[str, Any] = {
    "asins": [],
    "order_ids": [],
    "deadline": None,
    "has_seven_item_template": False,
    "documents_requested": [],
    "other_violation_types": [],
    "registration_numbers": [],
    "suspicious": False,
}


@dataclass(frozen=True)
class Written:
    """A notice of the corpus with its expectations."""

    name: str
    text: str
    expected: dict[str, Any]
    held_out: bool
    family: str
    trap: str


@dataclass(frozen=True)
class Compared:
    """One value: what a person reads and what the reader reads."""

    notice: str
    key: str
    is_right: bool
    wanted: Any
    got: Any
    confidence: float


@cache
def corpus() -> tuple[Written, ...]:
    return tuple(_written(path) for path in sorted((FOLDER / "corpus").glob("*.txt")))


def _written(path: Path) -> Written:
    data = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
    return Written(
        path.stem,
        path.read_text("utf-8"),
        data["expected"],
        data["held_out"],
        data.get("family", ""),
        data.get("trap", ""),
    )


def shared() -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path.stem, path.read_text("utf-8"), json.loads(path.with_suffix(".json").read_text()))
        for path in sorted((FOLDER / "shared").glob("*.txt"))
    ]


def compare(written: Written) -> list[Compared]:
    got = notice_as_json(read(written.text, TODAY))
    return [
        Compared(
            written.name,
            key,
            _fits(key, wanted, got),
            wanted,
            got[key],
            got["confidence"].get(key, 0.0),
        )
        for key, wanted in (USUAL | written.expected).items()
    ]


def _fits(key: str, wanted: Any, got: dict[str, Any]) -> bool:
    value = got[key]
    if wanted == UNSURE:
        return got["confidence"][key] < 0.8
    if isinstance(wanted, date):
        return value == wanted.isoformat()
    if key == "deadline":
        return (wanted is None) == (value is None) and _holds(wanted or {}, value or {})
    if key in ("metrics", "other_clocks"):
        return len(wanted) == len(value) and all(map(_holds, wanted, value))
    if key == "missing_points":
        return len(value) == wanted
    if key in SETS:
        return sorted(value) == sorted(wanted)
    return value == wanted


def _holds(wanted: dict[str, Any], value: dict[str, Any]) -> bool:
    return all(
        value.get(key) == (part.isoformat() if isinstance(part, date) else part)
        for key, part in wanted.items()
    )
