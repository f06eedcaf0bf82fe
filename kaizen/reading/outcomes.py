"""Whether a sentence only says how it ended: its words are those of the outcome, or of item 1."""

import re
from collections.abc import Sequence
from functools import cache

from kaizen.reading.sentences import Sentence, lower
from kaizen.reading.vocabulary import tables

# The share of other words up to which a sentence says nothing new, and how many words it needs.
_MOST_NEW, _FEWEST_EN, _FEWEST_JA = 0.2, 5, 6
_WORDS = re.compile(r"[a-z][a-z'-]{2,24}")
_CONTENT = re.compile("[\u4e00-\u9fff\u30a1-\u30fa]")
_CHUNKS = re.compile("[\u4e00-\u9fff\u30a1-\u30fc]{2,12}")
# Longer words are known by their beginnings.
_STEM = 5
# Where nothing else is told, a share of other words that still says nothing new.
_HALF = 0.5


def only_an_outcome(sentence: Sentence, told: str, *, wholly: bool = False) -> bool:
    """Tell whether a sentence is made of words of the outcome and of ``told``, the text of item 1.

    A word or two of its own may stand in a longer one, unless it must be so ``wholly``.
    """
    new, count = _new_in(sentence.own, told)
    fewest = _FEWEST_EN if sentence.own.isascii() else _FEWEST_JA
    return count >= fewest and new <= (0.0 if wholly else _MOST_NEW) * count


def mostly_an_outcome(sentences: Sequence[Sentence], told: str) -> bool:
    """Tell whether half of what the sentences are made of are words of the outcome."""
    counts = [_new_in(sentence.own, told) for sentence in sentences]
    return sum(new for new, _ in counts) <= _HALF * sum(count for _, count in counts)


def _new_in(text: str, told: str) -> tuple[int, int]:
    """Return how many words, or characters, of ``text`` are new, and how many there are."""
    if text.isascii():
        words = _WORDS.findall(text)
        repeated = {word[:_STEM] for word in _WORDS.findall(told)}
        new = [word for word in words if word[:_STEM] not in repeated and not _is_known(word)]
        return len(new), len(words)
    rest = _known_japanese().sub("", text)
    for chunk in sorted(set(_CHUNKS.findall(told)), key=len, reverse=True):
        rest = rest.replace(chunk, "")
    return len(_CONTENT.findall(rest)), len(_CONTENT.findall(text))


def _is_known(word: str) -> bool:
    return any(word[:size] in _known_english() for size in range(_STEM, len(word) + 1)) or (
        word in _known_english()
    )


@cache
def _known_english() -> frozenset[str]:
    return frozenset(tables("outcomes")["en"].split())


@cache
def _known_japanese() -> re.Pattern[str]:
    return re.compile("|".join(map(lower, tables("outcomes")["ja"])))
