"""Where the stems of the slots of meaning stand on a page, by slot and sentence.

Slots are lists of stems in ``signatures/<language>/scenes.toml``. An English stem begins a word,
and ends one if it is written with a final ``_``.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kaizen.notice.page import Page
from kaizen.notice.signature import LANGUAGES, spellings

_FOLDER = Path(__file__).parent / "signatures"
_MOST_PLACES = 12
_MOST_IN_SENTENCE = 6
_LETTER = re.compile("[a-z0-9]")
_WORD = re.compile("(?<![a-z0-9])[a-z0-9]")
_KEYS = (1, 2, 3, 4)

Places = dict[int, list[tuple[int, int]]]
"""By sentence, the places of a slot."""


@dataclass(frozen=True, slots=True, order=True)
class _Stem:
    """A stem of one or more slots; whether it ends at the edge of a word."""

    word: str
    ends: bool
    slots: tuple[str, ...]


@cache
def table(language: str) -> dict[str, Any]:
    """Return the slots and scenes of a language as they are written."""
    with (_FOLDER / language / "scenes.toml").open("rb") as file:
        return tomllib.load(file)


def stems_on(page: Page) -> dict[str, Places]:
    """Return, by slot (``<language>.<slot>``) and sentence, where its stems stand."""
    known: dict[str, Places] | None = page.kept.get("stems")
    if known is None:
        known = page.kept["stems"] = _find(page)
    return known


def _find(page: Page) -> dict[str, Places]:
    ends = page.ends
    found: dict[str, Places] = {}
    for start, end, stem in sorted(
        (start, end, stem)
        for stem, places in (*_latin(page.lower), *_other(page))
        for start, end in places[:_MOST_PLACES]
    ):
        sentence = bisect_right(ends, start)
        for slot in stem.slots:
            here = found.setdefault(slot, {}).setdefault(sentence, [])
            if len(here) < _MOST_IN_SENTENCE:
                here.append((start, end))
    return found


def _latin(lower: str) -> Iterable[tuple[_Stem, list[tuple[int, int]]]]:
    """Return the stems that begin as a word of the text does, with their places."""
    index, _ = _stems_by_beginning()
    found: dict[int, tuple[_Stem, list[tuple[int, int]]]] = {}
    for begin in _WORD.finditer(lower):
        at = begin.start()
        for length in _KEYS:
            for stem in index.get(lower[at : at + length], ()):
                end = at + len(stem.word)
                if lower.startswith(stem.word, at) and not (
                    stem.ends and _LETTER.match(lower, end)
                ):
                    found.setdefault(id(stem), (stem, []))[1].append((at, end))
    return found.values()


def _other(page: Page) -> Iterator[tuple[_Stem, list[tuple[int, int]]]]:
    """Return the stems that may begin anywhere, with their places."""
    lower, grams = page.lower, page.grams
    _, index = _stems_by_beginning()
    for beginning in index.keys() & grams:
        for tail, stem in index[beginning]:
            if tail in grams and stem.word in lower:
                yield stem, _stands(lower, stem.word)


def _stands(lower: str, word: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = lower.find(word)
    while at >= 0 and len(found) < _MOST_PLACES:
        found.append((at, at + len(word)))
        at = lower.find(word, at + len(word))
    return found


@cache
def _stems_by_beginning() -> tuple[
    dict[str, tuple[_Stem, ...]], dict[str, tuple[tuple[str, _Stem], ...]]
]:
    """Return Latin stems by their first four characters, others by three with their last three."""
    slots: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for name, written in table(language)["slot"].items():
            for word in spellings(written):
                slots.setdefault(word, []).append(f"{language}.{name}")
    latin: dict[str, list[_Stem]] = {}
    other: dict[str, list[tuple[str, _Stem]]] = {}
    for written, names in slots.items():
        word = written.rstrip("_")
        stem = _Stem(word, written.endswith("_"), tuple(names))
        if _LETTER.match(word):
            latin.setdefault(word[: _KEYS[-1]], []).append(stem)
        else:
            other.setdefault(word[:3], []).append((word[-3:], stem))
    return (
        {beginning: tuple(stems) for beginning, stems in latin.items()},
        {beginning: tuple(stems) for beginning, stems in other.items()},
    )
