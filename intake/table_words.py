"""What is said about a table: problems with a remedy, and notes, in two languages."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kaizen.dates import iso_day, write_day


@dataclass(frozen=True, slots=True)
class TableProblem:
    """Why a file or one of its lines (counted from 1) cannot be used, and what to do."""

    code: str
    line: int | None = None
    values: Mapping[str, str] = field(default_factory=dict)

    def reason(self, language: str) -> str:
        """Return one sentence that says what is wrong."""
        return self._say("reason", language)

    def remedy(self, language: str) -> str:
        """Return one sentence that says what to do."""
        return self._say("remedy", language)

    def sentence(self, language: str, filename: str) -> str:
        """Return one line with the file, the place, the reason and the remedy."""
        place = filename if self.line is None else f"{filename}:{self.line}"
        return f"{place}: {self.reason(language)} {self.remedy(language)}"

    def _say(self, part: str, language: str) -> str:
        text: str = table_words()["problems"][self.code][part][_key(language)]
        return text.format(**_in_language(self.values, language))


@dataclass(frozen=True, slots=True)
class TableNote:
    """How something in a table was understood, for the seller to confirm."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    def sentence(self, language: str) -> str:
        """Return the note in one sentence."""
        text: str = table_words()["notes"][self.code][_key(language)]
        return text.format(**_in_language(self.values, language))


def _in_language(values: Mapping[str, str], language: str) -> dict[str, str]:
    """Return the values as the reader's language writes columns, days and lists."""
    return {key: _written(key, value, language) for key, value in values.items()}


def _written(key: str, value: str, language: str) -> str:
    if key == "missing":
        name: str = table_words()["columns"][value][_key(language)]
        return name
    if key in ("day", "first", "last"):
        day = iso_day(value)
        return value if day is None else write_day(day, language)
    if key in ("lines", "columns") and language == "ja":
        return value.replace(", ", table_words()["comma"])
    return value


def _key(language: str) -> str:
    return "ja" if language == "ja" else "en"


@cache
def table_words() -> dict[str, Any]:
    """Return the words for tables: roles of columns, row words, problems and notes."""
    return tomllib.loads(Path(__file__).with_name("table_words.toml").read_text("utf-8"))
