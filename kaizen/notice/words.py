"""Every word of phrases, slots and patterns that stands on a page, found in one walk over it.

A word is tried only where its first two characters stand, and no longer than its beginning is
that of a word; words of one character are looked up as they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, count
from operator import add

from kaizen.notice import families
from kaizen.notice.begun import Begun, Match, begun, by_beginning, standing
from kaizen.notice.metric_data import keys_by_name
from kaizen.notice.page import Page
from kaizen.notice.signature import LANGUAGES, SUBJECTS, phrases
from kaizen.notice.slots import stems

_KEY = 2
_LAST = 1 << 30
"""The step from a word that no longer one begins with."""
_END = "\0"
"""Stands behind the text: no word goes on there."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words, as a tree that branches only at lengths of words beginning alike."""

    single: frozenset[str]
    least: dict[str, int]
    """By the first two characters, the length of the shortest word that begins with them."""
    steps: dict[str, int]
    """By a word or beginning of words, the next length to look at; less than 0 for a word."""

    def places(self, lower: str) -> dict[str, list[int]]:
        """Return where each word stands, in the order of the text; words not there are left out."""
        text = lower + _END
        found: dict[str, list[int]] = {}
        for at in compress(count(), map(self.single.__contains__, text)):
            found.setdefault(text[at], []).append(at)
        step_from = self.steps.get
        shortest = list(map(self.least.get, map(add, text, text[1:])))
        for at, length in compress(enumerate(shortest), shortest):
            while length:
                word = text[at : at + length]
                length = step_from(word)
                if length and length < 0:
                    found.setdefault(word, []).append(at)
                    length = -length if length > -_LAST else 0
        return found


def words_to_find(words: Iterable[str]) -> Words:
    """Return the words ready to be looked for."""
    every = frozenset(words)
    alike: dict[str, list[str]] = {}
    for word in every:
        if len(word) >= _KEY:
            alike.setdefault(word[:_KEY], []).append(word)
    least: dict[str, int] = {}
    steps: dict[str, int] = {}
    for key, some in alike.items():
        least[key] = _grow(steps, some)
    return Words(frozenset(word for word in every if len(word) < _KEY), least, steps)


def _grow(steps: dict[str, int], words: list[str]) -> int:
    """Add the steps from the shortest of words that begin alike, and return its length."""
    length = min(map(len, words))
    alike: dict[str, list[str]] = {}
    for word in words:
        alike.setdefault(word[:length], []).append(word)
    for beginning, some in alike.items():
        longer = [word for word in some if len(word) > length]
        step = _grow(steps, longer) if longer else _LAST
        steps[beginning] = step if len(longer) == len(some) else -step
    return length


def words_on(page: Page) -> dict[str, list[int]]:
    """Return the places of every word any list of the reader holds; the page keeps the answer."""
    known: dict[str, list[int]] | None = page.kept.get("words")
    if known is None:
        known = page.kept["words"] = _every_word().places(page.lower)
    return known


def each_match(
    page: Page,
    subject: str,
    name: str,
    *,
    text: str | None = None,
    begin: int = 0,
    end: int | None = None,
) -> Iterator[Match]:
    """Yield the matches of a pattern of ``begun`` from ``begin`` to ``end``, in lower case.

    Where case tells, ``text`` is the text of the page as it is.
    """
    (one,) = begun(subject, name)
    limit = len(page.lower) if end is None else end
    return one.each(page.lower if text is None else text, _begins(page, one), begin, limit)


def first_match(
    page: Page,
    subject: str,
    name: str,
    *,
    text: str | None = None,
    begin: int = 0,
    end: int | None = None,
) -> Match | None:
    """Return the first match of a pattern of ``begun``, as ``each_match`` does."""
    (one,) = begun(subject, name)
    places = _begins(page, one)
    if not places:
        return None
    limit = len(page.lower) if end is None else end
    return one.first(page.lower if text is None else text, places, begin, limit)


def first_matches(page: Page, subject: str, name: str) -> list[Match]:
    """Return the first match of each pattern of a list in the text as it is, if there is one."""
    length = len(page.text)
    firsts = (one.first(page.text, _begins(page, one), 0, length) for one in begun(subject, name))
    return [match for match in firsts if match]


def _begins(page: Page, one: Begun) -> Sequence[int]:
    known: dict[str, list[int]] | None = page.kept.get("begins")
    if known is None:
        known = page.kept["begins"] = standing(words_on(page))
    return known.get(one.compiled.pattern, ())


@cache
def _every_word() -> Words:
    in_phrases = {
        word
        for subject in SUBJECTS
        for phrase in phrases(subject)
        for part in (phrase.parts[0], *phrase.needs)
        for word in part
    }
    scanners = (families.statements(), families.cues(), *map(families.acts, LANGUAGES))
    return words_to_find(
        in_phrases.union(
            stems(),
            by_beginning(),
            keys_by_name(),
            *map(families.act_words, LANGUAGES),
            *(scanner.words for scanner in scanners),
        )
    )
