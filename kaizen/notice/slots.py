"""The slots of meaning and their stems, as written in ``signatures/<language>/scenes.toml``.

A stem that begins with a Latin letter begins a word, and ends one if it is written with a final
``_``; others may stand anywhere.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kaizen.notice.signature import LANGUAGES, spellings

_FOLDER = Path(__file__).parent / "signatures"
_LETTER = re.compile("[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem of one or more slots; whether it begins, and ends, at the edge of a word."""

    word: str
    begins: bool
    ends: bool
    slots: tuple[str, ...]


@cache
def table(language: str) -> dict[str, Any]:
    """Return the slots and scenes of a language as they are written."""
    with (_FOLDER / language / "scenes.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def stems() -> dict[str, tuple[Stem, ...]]:
    """Return the stems by their word; slots are named ``<language>.<slot>``."""
    slots: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for name, written in table(language)["slot"].items():
            for word in spellings(written):
                slots.setdefault(word, []).append(f"{language}.{name}")
    found: dict[str, tuple[Stem, ...]] = {}
    for written, names in slots.items():
        word = written.rstrip("_")
        begins = _LETTER.match(word) is not None
        stem = Stem(word, begins, begins and written.endswith("_"), tuple(names))
        found[word] = (*found.get(word, ()), stem)
    return found
