"""Where the stems of the slots of meaning stand on a page, by slot and sentence.

Few of the slots on a page meet in a scene: the places of a slot are looked up when one asks.
"""

from bisect import bisect_right

from kaizen.notice.page import Page
from kaizen.notice.slots import Stem, stems
from kaizen.notice.words import words_on

_MOST_PLACES = 12
_MOST_IN_SENTENCE = 6
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")

Places = dict[int, list[tuple[int, int]]]
"""By sentence, the places of a slot."""


def slots_on(page: Page) -> dict[str, list[Stem]]:
    """Return the slots (``<language>.<slot>``) with their stems among the words of the page."""
    known: dict[str, list[Stem]] | None = page.kept.get("slots")
    if known is None:
        known = page.kept["slots"] = {}
        every = stems()
        for word in every.keys() & words_on(page).keys():
            for stem in every[word]:
                for slot in stem.slots:
                    known.setdefault(slot, []).append(stem)
    return known


def places_of(page: Page, slot: str) -> Places:
    """Return, by sentence, where stems of the slot stand; the page keeps the answer."""
    known: dict[str, Places] = page.kept.setdefault("places", {})
    if slot not in known:
        known[slot] = _find(page, slots_on(page).get(slot, []))
    return known[slot]


def _find(page: Page, some: list[Stem]) -> Places:
    words = words_on(page)
    found: Places = {}
    for stem in some:
        size = len(stem.word)
        for start in _counting(page.lower, stem, words[stem.word]):
            here = found.setdefault(bisect_right(page.ends, start), [])
            here.append((start, start + size))
    return {sentence: sorted(here)[:_MOST_IN_SENTENCE] for sentence, here in found.items()}


def _counting(text: str, stem: Stem, places: list[int]) -> list[int]:
    """Return the first places at which the stem counts: at the edges of words, or apart."""
    size = len(stem.word)
    found: list[int] = []
    done = 0
    for at in places:
        if stem.begins:
            if at and text[at - 1] in _LETTERS:
                continue
            if stem.ends and text[at + size : at + size + 1] in _LETTERS:
                continue
        elif at < done:
            continue
        found.append(at)
        done = at + size
        if len(found) >= _MOST_PLACES:
            break
    return found
