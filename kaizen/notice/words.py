"""Every word of phrases, slots and patterns that stands on a page, found in one walk over it.

A word is tried only where its first three characters stand, and no longer than its beginning is
that of a word; words of one or two characters are looked up as they are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import compress, count
from operator import add

from kaizen.notice import families
from kaizen.notice.begun import Match, beginnings, begun
from kaizen.notice.metric_data import keys_by_name
from kaizen.notice.page import Page
from kaizen.notice.signature import LANGUAGES, SUBJECTS, phrases
from kaizen.notice.slots import stems

_KEY = 3
_END = "\0"
"""Stands behind the text: no word goes on there."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words, as a tree that is as deep as there are lengths of words beginning alike."""

    short: frozenset[str]
    lengths: dict[str, tuple[int, ...]]
    """By the first three characters, the lengths of the words that begin with them."""
    beginnings: dict[str, bool]
    """Beginnings of words, cut at those lengths; true if it is a whole word."""

    def places(self, lower: str) -> dict[str, list[int]]:
        """Return where each word stands, in the order of the text; words not there are left out."""
        text = lower + _END
        found: dict[str, list[int]] = {}
        short, lengths, begins = self.short, self.lengths, self.beginnings.get
        for at in compress(count(), map(short.__contains__, text)):
            found.setdefault(text[at], []).append(at)
        pairs = list(map(add, text, text[1:]))
        for at in compress(count(), map(short.__contains__, pairs)):
            found.setdefault(pairs[at], []).append(at)
        for at in compress(count(), map(lengths.__contains__, map(add, pairs, text[2:]))):
            for length in lengths[text[at : at + _KEY]]:
                word = text[at : at + length]
                is_whole = begins(word)
                if is_whole:
                    found.setdefault(word, []).append(at)
                elif is_whole is None:
                    break
        return found


def words_to_find(words: Iterable[str]) -> Words:
    """Return the words ready to be looked for."""
    every = frozenset(words)
    long = [word for word in every if len(word) >= _KEY]
    alike: dict[str, set[int]] = {}
    for word in long:
        alike.setdefault(word[:_KEY], set()).add(len(word))
    lengths = {key: tuple(sorted(some)) for key, some in alike.items()}
    beginnings = {word[:length]: False for word in long for length in lengths[word[:_KEY]]}
    return Words(every.difference(long), lengths, beginnings | dict.fromkeys(long, True))


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
    return one.each(page.lower if text is None else text, words_on(page), end, begin)


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
    return next(each_match(page, subject, name, text=text, begin=begin, end=end), None)


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
            beginnings(),
            keys_by_name(),
            *map(families.act_words, LANGUAGES),
            *(scanner.words for scanner in scanners),
        )
    )
