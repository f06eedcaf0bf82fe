"""Which matters a text speaks of, and where it turns to another than its own."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kaizen.plan import Item
from kaizen.review_context import Review
from kaizen.voice import lowered, sentence_spans


def other_matters(review: Review) -> Iterator[tuple[Item, int, int]]:
    """Yield sentences that bring in a matter unrelated to the first and to the notice's."""
    own = _of_notice(review)
    first = lowered(review[Item.VIOLATION].folded.text)
    spans = sentence_spans(first)
    for start, end in spans:
        if own or not spans:
            break
        own = topics_in(first[start:end])
    for item in (Item.VIOLATION, Item.CAUSE, Item.FIX):
        text = lowered(review[item].folded.text)
        for start, end in sentence_spans(text):
            turns = _turning().search(text, start, min(end, start + 40))
            topics = topics_in(text[start:end])
            if turns and topics and own and not topics & own:
                yield item, start, end


def topics_in(text: str) -> frozenset[str]:
    """Return the matters that a lowered text names."""
    return frozenset(topic for topic, words in _topics().items() if words.search(text))


def _of_notice(review: Review) -> frozenset[str]:
    kinds = {review.details.violation_type}
    if review.notice is not None:
        kinds |= {review.notice.violation_type, *review.notice.other_violation_types}
    families: dict[str, list[str]] = _data()["families"]
    return frozenset(topic for topic, names in families.items() if kinds & set(names))


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    path = Path(__file__).with_name("phrases") / "topics.toml"
    data: dict[str, dict[str, list[str]]] = tomllib.loads(path.read_text("utf-8"))
    return data


@cache
def _topics() -> dict[str, re.Pattern[str]]:
    return {name: re.compile("|".join(words)) for name, words in _data()["topics"].items()}


@cache
def _turning() -> re.Pattern[str]:
    return re.compile("|".join(_data()["turning"]["patterns"]))
