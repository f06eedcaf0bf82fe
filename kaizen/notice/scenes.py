"""What happened, told in any words: slots of meaning that meet in one sentence.

A scene such as ``review + reward`` is met where a stem of each slot stands in the same sentence, in
any order and close together; ``! slot`` forbids a stem of that slot between or beside them. A scene
that is ``anywhere`` is met by stems in different sentences; a ``hint`` only names a subject.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from kaizen.notice.page import Page
from kaizen.notice.signature import LANGUAGES, Hit
from kaizen.notice.slots import table
from kaizen.notice.stems import places_of, slots_on

_BESIDE = 12

_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """A value that is meant where all ``slots`` meet within ``reach`` characters, or anywhere."""

    value: str
    weight: int
    reach: int
    slots: tuple[str, ...]
    needed: frozenset[str]
    never: tuple[str, ...]
    anywhere: bool
    hint: bool
    source: str
    as_of: str


@cache
def scenes() -> tuple[Scene, ...]:
    """Return every scene in both languages; slots are named ``<language>.<slot>``."""
    return tuple(
        _scene(language, group, written)
        for language in LANGUAGES
        for group in table(language)["group"]
        for written in group["scenes"]
    )


def scenes_on(page: Page, *, hints: bool = False) -> list[Hit]:
    """Return where scenes, or mere hints, stand on the page: one hit a sentence and scene."""
    slots, begun, every = slots_on(page), _by_first_slot(), scenes()
    found: list[Hit] = []
    for number in sorted(number for slot in slots for number in begun.get(slot, ())):
        scene = every[number]
        if scene.hint is hints and slots.keys() >= scene.needed:
            found += _told(page, scene)
    return found


@cache
def _by_first_slot() -> dict[str, tuple[int, ...]]:
    """Return, by slot, the numbers of the scenes that name it first."""
    numbers: dict[str, list[int]] = {}
    for number, scene in enumerate(scenes()):
        numbers.setdefault(scene.slots[0], []).append(number)
    return {slot: tuple(some) for slot, some in numbers.items()}


def _told(page: Page, scene: Scene) -> Iterator[Hit]:
    """Return the places of one scene, all slots of which have words on the page."""
    slots = [places_of(page, slot) for slot in scene.slots]
    if not all(slots):
        return
    if scene.anywhere:
        first = min(place for some in slots[0].values() for place in some)
        yield Hit(scene.value, scene.weight, *first)
        return
    for sentence in sorted(set(slots[0]).intersection(*slots[1:])):
        met = _meeting([slot[sentence] for slot in slots], scene.reach)
        if met and not _forbidden(page, scene, sentence, met):
            yield Hit(scene.value, scene.weight, *met)


def _meeting(choices: list[list[_Place]], reach: int) -> _Place | None:
    """Return the shortest stretch with one place of each slot, none of them used twice."""
    if len(choices) == 1:
        return choices[0][0]
    best: _Place | None = None
    for taken in _combined(choices, (), reach):
        start, end = _around(taken)
        if best is None or end - start < best[1] - best[0]:
            best = (start, end)
    return best


def _combined(
    choices: list[list[_Place]], taken: tuple[_Place, ...], reach: int
) -> Iterator[tuple[_Place, ...]]:
    if not choices:
        yield taken
        return
    for place in choices[0]:
        more = (*taken, place)
        start, end = _around(more)
        if end - start <= reach and all(_apart(place, other) for other in taken):
            yield from _combined(choices[1:], more, reach)


def _around(taken: tuple[_Place, ...]) -> _Place:
    return min(start for start, _ in taken), max(end for _, end in taken)


def _apart(one: _Place, other: _Place) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def _forbidden(page: Page, scene: Scene, sentence: int, met: _Place) -> bool:
    return any(
        start < met[1] + _BESIDE and end > met[0] - _BESIDE
        for slot in scene.never
        for start, end in places_of(page, slot).get(sentence, ())
    )


def _scene(language: str, group: dict[str, Any], written: str) -> Scene:
    wanted, *never = written.split(" ! ")
    slots = tuple(f"{language}.{slot}" for slot in wanted.split(" + "))
    return Scene(
        group["value"],
        group["weight"],
        group.get("reach", table(language)["reach"]),
        slots,
        frozenset(slots),
        tuple(f"{language}.{slot}" for slot in never),
        group.get("anywhere", False),
        group.get("hint", False),
        group["source"],
        group["as_of"],
    )
