"""Where the stems of the slots of meaning stand on a page, by slot and sentence."""

from bisect import bisect_right

from kaizen.notice.page import Page
from kaizen.notice.slots import Stem, stems
from kaizen.notice.words import words_on

_MOST_PLACES = 12
_MOST_IN_SENTENCE = 6
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")

Places = dict[int, list[tuple[int, int]]]
"""By sentence, the places of a slot."""


def stems_on(page: Page) -> dict[str, Places]:
    """Return, by slot (``<language>.<slot>``) and sentence, where its stems stand."""
    known: dict[str, Places] | None = page.kept.get("stems")
    if known is None:
        known = page.kept["stems"] = _find(page)
    return known


def _find(page: Page) -> dict[str, Places]:
    known = stems()
    ends = page.ends
    found: dict[str, Places] = {}
    for word, places in words_on(page).items():
        size = len(word)
        for stem in known.get(word, ()):
            for start in _counting(page.lower, stem, places):
                sentence = bisect_right(ends, start)
                for slot in stem.slots:
                    here = found.setdefault(slot, {}).setdefault(sentence, [])
                    here.append((start, start + size))
    for by_sentence in found.values():
        for here in by_sentence.values():
            if len(here) > 1:
                here.sort()
                del here[_MOST_IN_SENTENCE:]
    return found


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
