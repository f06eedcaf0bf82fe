"""Bags of words: a sentence holds a word of each class, in any order, and none that excuses it.

A list is ``phrases/<name>_bags.toml`` with tables ``ja`` and ``en``: each row of ``bags`` names the
classes that must meet (``a|b``; English words whole, ``word*`` with any ending, ``{class}`` as in
``lexicon``), and ``unless`` the words of one's own part, of procedures and of negation by which a
sentence says something else. What stands in quotation marks is not the seller's voice.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from kaizen.lexicon import FOLDER, LANGUAGES, MOST, Match, one_of, spelt
from kaizen.reading.sentences import Sentence, read
from kaizen.voice import speaks


@dataclass(frozen=True, slots=True)
class _Bags:
    language: str
    rows: tuple[tuple[re.Pattern[str], ...], ...]
    unless: re.Pattern[str] | None

    def matches(self, sentence: Sentence) -> Iterator[Match]:
        """Yield at most one place: from the first word of the bag to its last."""
        text = sentence.own
        for row in self.rows:
            words = _one_of_each(row, text)
            if words is None:
                continue
            if self.unless is not None and self.unless.search(text):
                return
            start = min(match.start() for match in words) + sentence.start
            end = max(match.end() for match in words) + sentence.start
            yield Match(start, end, (sentence.start, sentence.end))
            return


def _one_of_each(row: tuple[re.Pattern[str], ...], text: str) -> list["re.Match[str]"] | None:
    words = []
    for pattern in row:
        match = pattern.search(text)
        if match is None:
            return None
        words.append(match)
    return words


@lru_cache(maxsize=2048)
def find_bags(name: str, text: str) -> tuple[Match, ...]:
    """Return where the bags ``name`` are full in the folded ``text``, in either language."""
    found = (
        match
        for sentence in read(text).sentences
        for bags in _bags(name)
        if speaks(sentence.own, bags.language)
        for match in bags.matches(sentence)
    )
    return tuple(islice(found, MOST))


@cache
def _bags(name: str) -> tuple[_Bags, ...]:
    data = tomllib.loads((FOLDER / f"{name}_bags.toml").read_text("utf-8"))
    return tuple(
        _Bags(
            language=language,
            rows=tuple(
                tuple(_pattern(words, language) for words in row) for row in data[language]["bags"]
            ),
            unless=_pattern("|".join(data[language]["unless"]), language)
            if data[language]["unless"]
            else None,
        )
        for language in LANGUAGES
    )


def _pattern(words: str, language: str) -> re.Pattern[str]:
    return re.compile(one_of(spelt(words, language), language))
