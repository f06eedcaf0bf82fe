"""What happened, told in any words: slots of meaning that meet in one sentence.

A scene such as ``review + reward`` is met where a word of each slot stands in the same sentence, in
any order and close together; ``! slot`` forbids a word of that slot between or beside them. Slots
are lists of stems in ``signatures/<language>/scenes.toml``. An English stem begins a word, and ends
one if it ends in ``_``.
"""

import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kaizen.notice.page import Page
from kaizen.notice.signature import LANGUAGES, Hit, spellings

_FOLDER = Path(__file__).parent / "signatures"
_MOST_PLACES = 12
_MOST_IN_SENTENCE = 6
_BESIDE = 12

_Places = dict[int, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Scene:
    """A value that is meant where all ``slots`` meet within ``reach`` characters, or anywhere."""

    value: str
    weight: int
    reach: int
    slots: tuple[str, ...]
    never: tuple[str, ...]
    anywhere: bool
    hint: bool
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class _Stem:
    """A stem of one or more slots; whether it begins and ends at the edge of a word."""

    word: str
    tail: str
    begins: bool
    ends: bool
    slots: tuple[str, ...]


@cache
def scenes() -> tuple[Scene, ...]:
    """Return every scene in both languages; slots are named ``<language>.<slot>``."""
    return tuple(
        _scene(language, group, written)
        for language in LANGUAGES
        for group in _table(language)["group"]
        for written in group["scenes"]
    )


def scenes_on(page: Page, *, hints: bool = False) -> list[Hit]:
    """Return where scenes, or mere hints, stand on the page: one hit a sentence and scene."""
    places: dict[str, _Places] | None = page.kept.get("places")
    if places is None:
        places = page.kept["places"] = _places(page)
    found: list[Hit] = []
    for scene in scenes():
        if scene.hint is not hints or not all(slot in places for slot in scene.slots):
            continue
        if scene.anywhere:
            found.append(Hit(scene.value, scene.weight, *_first(places[scene.slots[0]])))
            continue
        rarest = min((places[slot] for slot in scene.slots), key=len)
        for sentence in sorted(rarest):
            met = _meeting([places[slot].get(sentence, []) for slot in scene.slots], scene.reach)
            if met and not _forbidden(scene, places, sentence, met):
                found.append(Hit(scene.value, scene.weight, *met))
    return found


def _first(places: _Places) -> tuple[int, int]:
    return min(place for some in places.values() for place in some)


def _meeting(choices: list[list[tuple[int, int]]], reach: int) -> tuple[int, int] | None:
    """Return the shortest stretch with one place of each slot, none of them used twice."""
    best: tuple[int, int] | None = None
    for taken in _combined(choices, (), reach):
        start, end = _around(taken)
        if best is None or end - start < best[1] - best[0]:
            best = (start, end)
    return best


def _combined(
    choices: list[list[tuple[int, int]]], taken: tuple[tuple[int, int], ...], reach: int
) -> Iterator[tuple[tuple[int, int], ...]]:
    if not choices:
        yield taken
        return
    for place in choices[0]:
        more = (*taken, place)
        start, end = _around(more)
        if end - start <= reach and all(_apart(place, other) for other in taken):
            yield from _combined(choices[1:], more, reach)


def _around(taken: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    return min(start for start, _ in taken), max(end for _, end in taken)


def _apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def _forbidden(
    scene: Scene, places: dict[str, _Places], sentence: int, met: tuple[int, int]
) -> bool:
    return any(
        start < met[1] + _BESIDE and end > met[0] - _BESIDE
        for slot in scene.never
        for start, end in places.get(slot, {}).get(sentence, ())
    )


def _places(page: Page) -> dict[str, _Places]:
    """Return, by slot and sentence, where a stem of the slot stands."""
    lower, ends = page.lower, page.ends
    found: dict[str, _Places] = {}
    index = _stems()
    for gram in index.keys() & page.grams:
        for stem in index[gram]:
            if stem.tail not in page.grams or stem.word not in lower:
                continue
            for start, end in _stands(lower, stem):
                sentence = bisect_right(ends, start)
                for slot in stem.slots:
                    here = found.setdefault(slot, {}).setdefault(sentence, [])
                    if len(here) < _MOST_IN_SENTENCE:
                        here.append((start, end))
    return found


def _stands(lower: str, stem: _Stem) -> list[tuple[int, int]]:
    """Return where a stem stands, at most as often as scenes need."""
    word, size = stem.word, len(stem.word)
    found: list[tuple[int, int]] = []
    at = lower.find(word)
    while at >= 0 and len(found) < _MOST_PLACES:
        end = at + size
        if not (
            (stem.begins and at and _is_letter(lower[at - 1]))
            or (stem.ends and end < len(lower) and _is_letter(lower[end]))
        ):
            found.append((at, end))
        at = lower.find(word, end)
    return found


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalnum()


@cache
def _stems() -> dict[str, tuple[_Stem, ...]]:
    """Return every stem, by its first three characters."""
    slots: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for name, written in _table(language)["slot"].items():
            for word in spellings(written):
                slots.setdefault(word, []).append(f"{language}.{name}")
    grams: dict[str, list[_Stem]] = {}
    for written, names in slots.items():
        word = written.rstrip("_")
        latin = word[0].isascii() and word[0].isalpha()
        stem = _Stem(word, word[-3:], latin, written.endswith("_"), tuple(names))
        grams.setdefault(word[:3], []).append(stem)
    return {gram: tuple(stems) for gram, stems in grams.items()}


def _scene(language: str, group: dict[str, Any], written: str) -> Scene:
    wanted, *never = written.split(" ! ")
    return Scene(
        group["value"],
        group["weight"],
        group.get("reach", _table(language)["reach"]),
        tuple(f"{language}.{slot}" for slot in wanted.split(" + ")),
        tuple(f"{language}.{slot}" for slot in never),
        group.get("anywhere", False),
        group.get("hint", False),
        group["source"],
        group["as_of"],
    )


@cache
def _table(language: str) -> dict[str, Any]:
    with (_FOLDER / language / "scenes.toml").open("rb") as file:
        return tomllib.load(file)
