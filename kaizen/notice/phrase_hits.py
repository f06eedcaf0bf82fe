"""Where phrases stand on a page: those of all subjects are looked for together, once."""

import re
from functools import cache, lru_cache

from kaizen.notice.page import Page
from kaizen.notice.signature import SUBJECTS, Hit, Phrase, phrases
from kaizen.notice.words import words_on

_MOST_HITS = 40
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")


def hits(page: Page, subject: str) -> list[Hit]:
    """Return where phrases of the subject stand on the page; the page keeps the answer."""
    known: dict[str, list[Hit]] | None = page.kept.get("hits")
    if known is None:
        known = page.kept["hits"] = _find(page)
    return known[subject]


def _find(page: Page) -> dict[str, list[Hit]]:
    places, begun, every = words_on(page), _by_first_part(), _every()
    words: dict[int, list[str]] = {}
    for word in begun.keys() & places.keys():
        for number in begun[word]:
            words.setdefault(number, []).append(word)
    found: dict[str, list[Hit]] = {subject: [] for subject in SUBJECTS}
    is_nowhere = places.keys().isdisjoint
    for number in sorted(words):
        subject, phrase = every[number]
        if phrase.needs and any(map(is_nowhere, phrase.needs)):
            continue
        ends = _ends(words[number], places, page.lower)
        if phrase.is_plain:
            found[subject] += _plain(phrase, ends)
        else:
            found[subject] += _matches(phrase, page.lower, sorted(ends))
    return found


def _ends(words: list[str], places: dict[str, list[int]], lower: str) -> dict[int, int]:
    """Return, by the place where any of the words begins, where the longest there ends.

    A word in Latin letters begins where a word begins: "prove" is not in "improve".
    """
    ends: dict[int, int] = {}
    for word in sorted(words, key=len) if len(words) > 1 else words:
        size, is_latin = len(word), word[0] in _LATIN
        for place in places[word][:_MOST_HITS]:
            if not (is_latin and place and lower[place - 1] in _LATIN):
                ends[place] = place + size
    return ends


def _plain(phrase: Phrase, ends: dict[int, int]) -> list[Hit]:
    """Return the hits of a phrase of one part; they do not overlap."""
    found: list[Hit] = []
    done = 0
    for begin in sorted(ends)[:_MOST_HITS]:
        if begin >= done:
            done = ends[begin]
            found.append(Hit(phrase.value, phrase.weight, begin, done))
    return found


def _matches(phrase: Phrase, lower: str, begins: list[int]) -> list[Hit]:
    """Return the hits that begin at one of the places; they do not overlap."""
    match_at = _compiled(phrase.pattern).match
    found: list[Hit] = []
    done = 0
    for begin in begins[:_MOST_HITS]:
        if begin < done:
            continue
        match = match_at(lower, begin)
        if match:
            done = match.end()
            found.append(Hit(phrase.value, phrase.weight, begin, done))
    return found


@cache
def _every() -> tuple[tuple[str, Phrase], ...]:
    """Return every phrase with its subject."""
    return tuple((subject, phrase) for subject in SUBJECTS for phrase in phrases(subject))


@cache
def _by_first_part() -> dict[str, tuple[int, ...]]:
    """Return, by word, the numbers of the phrases whose first part holds it."""
    numbers: dict[str, list[int]] = {}
    for number, (_, phrase) in enumerate(_every()):
        for word in phrase.parts[0]:
            numbers.setdefault(word, []).append(number)
    return {word: tuple(some) for word, some in numbers.items()}


@lru_cache(maxsize=4096)
def _compiled(pattern_text: str) -> "re.Pattern[str]":
    return re.compile(pattern_text)
