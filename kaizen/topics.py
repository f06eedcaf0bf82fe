"""Which matters a text speaks of, and where it turns to another than its own."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from kaizen.plan import Item
from kaizen.reading.subject import named_types
from kaizen.reading.vocabulary import found, pattern, tables
from kaizen.review_context import Review
from kaizen.voice import lowered, sentence_spans

# A turn to another matter stands near the head of its sentence.
_HEAD = 40


def other_matters(review: Review) -> Iterator[tuple[Item, int, int]]:
    """Yield sentences that bring in a matter unrelated to the first and to the notice's."""
    own = _of_notice(review)
    first = lowered(review[Item.VIOLATION].folded.text)
    spans = sentence_spans(first)
    for start, end in spans:
        if own or not spans:
            break
        own = topics_in(first[start:end]) or families_of(named_types(first[start:end]))
    for item in (Item.VIOLATION, Item.CAUSE, Item.FIX):
        text = lowered(review[item].folded.text)
        for start, end in _turns(text) if own else ():
            topics = topics_in(text[start:end])
            if topics and not topics & own:
                yield item, start, end


def possible_asides(review: Review) -> Iterator[tuple[Item, int, int]]:
    """Yield sentences that seem to speak of another notice or fault, whatever it is about."""
    own = _of_notice(review)
    main = own or _first_named(lowered(review[Item.VIOLATION].folded.text))
    for item in (Item.VIOLATION, Item.CAUSE, Item.FIX, Item.EFFECT):
        text = lowered(review[item].folded.text)
        for start, end in sentence_spans(text):
            if _may_be_aside(text[start:end], own, main):
                yield item, start, end


@lru_cache(maxsize=1024)
def _may_be_aside(told: str, own: frozenset[str], main: frozenset[str]) -> bool:
    """Tell whether a sentence may bring in another matter; most are asked again after a change."""
    if _patterns("no_aside").search(told):
        return False
    return _is_aside(told, own) or _is_of_another_type(told, main)


def _is_aside(told: str, own: frozenset[str]) -> bool:
    """Tell whether a sentence sets a notice apart from the matter."""
    if _patterns("several").search(told):
        return True
    if not _patterns("aside").search(told) or not _patterns("matter").search(told):
        return False
    return not topics_in(told) & own


def _is_of_another_type(told: str, main: frozenset[str]) -> bool:
    """Tell whether a sentence calls a violation of another family a case."""
    if not main or not _patterns("case").search(told):
        return False
    named = topics_in(told) | families_of(key for key in _typed() if found(told, "types", key))
    if not named - main:
        return False
    return not named & main or _patterns("besides").search(told) is not None


def _first_named(text: str) -> frozenset[str]:
    """Return the family of the type that a text names first."""
    places = (
        (match.start(), key) for key in _typed() if (match := pattern("types", key).search(text))
    )
    first = min(places, default=None)
    return families_of([first[1]]) if first else frozenset()


@cache
def _typed() -> tuple[str, ...]:
    """Return the types that belong to a family and have words."""
    return tuple(
        key for names in _data()["families"].values() for key in names if key in tables("types")
    )


def _turns(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences that begin with a turn to something else."""
    spans = sentence_spans(text)
    starts = [start for start, _ in spans]
    for turn in _patterns("turning").finditer(text):
        start, end = spans[max(0, bisect_right(starts, turn.start()) - 1)]
        if start <= turn.start() < min(end, start + _HEAD):
            yield start, end


def topics_in(text: str) -> frozenset[str]:
    """Return the matters that a lowered text names."""
    return frozenset(topic for topic, words in _topics().items() if words.search(text))


def _of_notice(review: Review) -> frozenset[str]:
    kinds = {review.details.violation_type}
    if review.notice is not None:
        kinds |= {review.notice.violation_type, *review.notice.other_violation_types}
    return families_of(kinds)


def families_of(kinds: Iterable[str]) -> frozenset[str]:
    """Return the families of matters that violation types belong to."""
    families: dict[str, list[str]] = _data()["families"]
    named = set(kinds)
    return frozenset(topic for topic, names in families.items() if named & set(names))


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    path = Path(__file__).with_name("phrases") / "topics.toml"
    data: dict[str, dict[str, list[str]]] = tomllib.loads(path.read_text("utf-8"))
    return data


@cache
def _topics() -> dict[str, re.Pattern[str]]:
    return {name: re.compile("|".join(words)) for name, words in _data()["topics"].items()}


@cache
def _patterns(table: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()[table]["patterns"]))
