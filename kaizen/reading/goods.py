"""Goods that a text names, by family: those of another trade are left from a template."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from kaizen.plan import Item
from kaizen.reading.sentences import Sentence, read
from kaizen.reading.vocabulary import found, tables
from kaizen.review_context import Review

# Characters that stand as they are, up to one that may be left out.
_PLAIN = re.compile(r"[^\\()\[\]?*+|.]+(?![?*+])")
_PROSE = (Item.VIOLATION, Item.CAUSE, Item.FIX, Item.EFFECT)
_LATER = (Item.CAUSE, Item.FIX, Item.EFFECT)


def of_another_trade(review: Review) -> Iterator[tuple[Item, Sentence]]:
    """Yield sentences that name goods of a family which nothing else in the plan or notice names.

    A sentence that looks at other goods on purpose ("all other ...") may name them.
    """
    subject = (review.notice.subject if review.notice else None) or ""
    named = (review.details.store, review.notice.store_name if review.notice else None, subject)
    own = _in_item(review, Item.VIOLATION).union(*(_families((n or "").lower()) for n in named))
    told = Counter(family for item in _PROSE for family in _in_item(review, item))
    once = {family for family, items in told.items() if items == 1 and family not in own}
    for item in _LATER:
        if not once & _in_item(review, item):
            continue
        for sentence in read(review[item].text).sentences:
            families = _families(sentence.text)
            # A list of several kinds of goods tells of the store's range.
            foreign = len(families) == 1 and families <= once
            if foreign and not found(sentence.text, "goods", "beyond"):
                yield item, sentence
    yield from _told_of_others(review, named)


def _told_of_others(
    review: Review, named: tuple[str | None, ...]
) -> Iterator[tuple[Item, Sentence]]:
    """Yield sentences of item 1 about goods of which nothing later speaks, but of others."""
    later = frozenset().union(*(_in_item(review, item) for item in _LATER))
    later |= frozenset().union(*(_families((name or "").lower()) for name in named))
    if not later:
        return
    for sentence in read(review[Item.VIOLATION].text).sentences:
        families = _families(sentence.text)
        if families and not families & later and not found(sentence.text, "goods", "beyond"):
            yield Item.VIOLATION, sentence


def _in_item(review: Review, item: Item) -> frozenset[str]:
    return _families(read(review[item].text).text)


@lru_cache(maxsize=128)
def _families(text: str) -> frozenset[str]:
    """Return the families of goods that a folded, lower-case text names."""
    standing = {beginning for beginning in _beginnings(text.isascii()) if beginning in text}
    if not standing:
        return frozenset()
    return frozenset(
        name
        for name, (beginnings, words) in _goods().items()
        if not standing.isdisjoint(beginnings) and words.search(text)
    )


@cache
def _goods() -> dict[str, tuple[tuple[str, ...], re.Pattern[str]]]:
    """Return for each family how its words begin, which is quick to look for, and its pattern."""
    return {
        name: (tuple(_beginning(word) for word in words), re.compile(_alone(words)))
        for name, words in tables("goods")["families"].items()
    }


@cache
def _beginnings(english: bool) -> tuple[str, ...]:
    """Return how the words of any family begin, each once; for English text the English ones."""
    every = {beginning for begin, _ in _goods().values() for beginning in begin}
    return tuple(beginning for beginning in every if beginning.isascii() or not english)


def _beginning(word: str) -> str:
    """Return the characters with which every match of ``word`` begins."""
    plain = _PLAIN.match(word)
    return plain.group() if plain else ""


def _alone(words: list[str]) -> str:
    """Return one pattern for the words of a family, English ones as whole words."""
    japanese = [word for word in words if not word[0].isascii()]
    english = [word for word in words if word[0].isascii()]
    return "|".join([*japanese, f"(?<![a-z0-9])(?:{'|'.join(english)})(?![a-z0-9])"])
