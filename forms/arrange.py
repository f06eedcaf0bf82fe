"""Adding, removing and moving the entries of a list, on the posted words themselves.

Working before anything is parsed keeps also what cannot be read as a date or a number.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from werkzeug.datastructures import MultiDict


class Act(StrEnum):
    """What a button of a list asks for."""

    ADD = "add"
    REMOVE = "remove"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Arranged:
    """Posted words with the entries of a list in their new order.

    ``origins`` holds for each entry the index it had before, or None where it is new;
    ``focus`` is the entry to show next.
    """

    words: MultiDict[str, str]
    origins: tuple[int | None, ...]
    focus: int | None = None


def arrange(words: MultiDict[str, str], name: str) -> Arranged:
    """Return ``words`` after the button that was pressed, if one of list ``name`` was."""
    indices = sorted(_indices(words, name))
    act = next((act for act in Act if act in words), None)
    if act is None:
        return _moved(words, name, list(indices), None)
    if act is Act.ADD:
        return _moved(words, name, [*indices, None], len(indices))
    index = _number(words[act])
    if index not in indices:
        return _moved(words, name, list(indices), None)
    order: list[int | None] = list(indices)
    place = order.index(index)
    if act is Act.REMOVE:
        return _moved(words, name, order[:place] + order[place + 1 :], None)
    other = _neighbour(words, name, indices, place, -1 if act is Act.UP else 1)
    order[place], order[other] = order[other], order[place]
    return _moved(words, name, order, other)


def is_blank(words: MultiDict[str, str], name: str, index: int) -> bool:
    """Tell whether nothing was typed into entry ``index`` of list ``name``."""
    prefix = f"{name}-{index}-"
    return not any(text.strip() for key, text in words.items(multi=True) if key.startswith(prefix))


def _neighbour(
    words: MultiDict[str, str], name: str, indices: list[int], place: int, step: int
) -> int:
    """Return the next place of the same group: done measures are shown apart from planned ones."""

    def group(at: int) -> str:
        return words.get(f"{name}-{indices[at]}-progress", "")

    places = range(place + step, len(indices) if step > 0 else -1, step)
    return next((at for at in places if group(at) == group(place)), place)


def _moved(
    words: MultiDict[str, str], name: str, order: Iterable[int | None], focus: int | None
) -> Arranged:
    origins = tuple(order)
    new_index = {origin: n for n, origin in enumerate(origins) if origin is not None}
    pattern = _pattern(name)
    moved: MultiDict[str, str] = MultiDict()
    for key, text in words.items(multi=True):
        match = pattern.fullmatch(key)
        if match is None:
            # A key of this list in another shape is nothing that a page of ours sends.
            if not key.startswith(f"{name}-"):
                moved.add(key, text)
        elif int(match.group(1)) in new_index:
            moved.add(f"{name}-{new_index[int(match.group(1))]}-{match.group(2)}", text)
    for n, origin in enumerate(origins):
        if origin is None:
            # The browser leaves no trace of an entry without fields: one empty word stands for it.
            moved.add(f"{name}-{n}-new", "")
    return Arranged(moved, origins, focus)


def _indices(words: MultiDict[str, str], name: str) -> set[int]:
    matches = (_pattern(name).fullmatch(key) for key in words)
    return {int(match.group(1)) for match in matches if match}


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(name)}-(\d{{1,4}})-(.{{1,40}})", re.ASCII)


def _number(written: str) -> int | None:
    return int(written) if re.fullmatch(r"\d{1,4}", written, re.ASCII) else None
