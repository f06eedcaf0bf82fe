"""One name for the own store, one style of sentence ends (R50)."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from kaizen.finding import Hit
from kaizen.plan import Item
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule
from kaizen.voice import quoted_spans

_PHRASES = Path(__file__).parent.parent / "phrases" / "first_person.toml"
_PROSE = (Item.VIOLATION, Item.CAUSE, Item.FIX, Item.EFFECT)


class InconsistentVoice(Rule):
    """The store goes by several names, polite and plain sentences are mixed, or it is talk."""

    id = "R50"
    slug = "inconsistent-voice"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield where each item has a further name, a plain sentence among polite ones, or talk."""
        written = [review[item] for item in _PROSE if review[item].text.strip()]
        yield from _other_names(written)
        yield from _plain_endings(written)
        yield from _talk(written)


def _other_names(written: list[ItemText]) -> Iterator[Hit]:
    """Yield where another name comes up than the first one of the plan, and once in each item."""
    order = {text.item: place for place, text in enumerate(written)}
    for language in ("ja", "en"):
        used = _used(language, written)
        names = " / ".join(text.folded.text[start:end] for text, start, end in used)
        listed = used[1:]
        for text in written if listed else ():
            within = _used(language, [text])
            if within and all(text.item != other.item for other, _, _ in listed):
                listed += within[1:2] or within
        for text, start, end in sorted(listed, key=lambda first: (order[first[0].item], first[1])):
            yield Hit(text.place(start, end), {"names": names})


def _used(language: str, written: list[ItemText]) -> list[tuple[ItemText, int, int]]:
    """Return the first use of each name in these items, as they come."""
    order = {text.item: place for place, text in enumerate(written)}
    used = [first for pattern in _names(language) if (first := _first_use(pattern, written))]
    return sorted(used, key=lambda first: (order[first[0].item], first[1]))


def _first_use(
    pattern: re.Pattern[str], written: list[ItemText]
) -> tuple[ItemText, int, int] | None:
    for text in written:
        place = _first_place(pattern, text.folded.text)
        if place is not None:
            return text, *place
    return None


@lru_cache(maxsize=512)
def _first_place(pattern: re.Pattern[str], folded: str) -> tuple[int, int] | None:
    """Return where a name is first used in a text, not in quotation marks."""
    for match in pattern.finditer(folded):
        quotes = quoted_spans(folded, 0, len(folded))
        if not any(start <= match.start() < end for start, end in quotes):
            return match.span()
    return None


def _plain_endings(written: list[ItemText]) -> Iterator[Hit]:
    polite, plain = (re.compile(_data()["ja"][key]) for key in ("polite", "plain"))
    if not any(polite.search(text.folded.text) for text in written):
        return
    for text in written:
        for match in plain.finditer(text.folded.text):
            if not polite.fullmatch(text.folded.text, match.start(), match.end()):
                yield Hit(text.place(*match.span()), variant="ending")


def _talk(written: list[ItemText]) -> Iterator[Hit]:
    """Yield the first words of talk in each item that are nobody's words in quotation marks."""
    spoken = re.compile(_data()["ja"]["spoken"])
    for text in written:
        folded = text.folded.text
        quotes = quoted_spans(folded, 0, len(folded))
        for match in spoken.finditer(folded):
            if not any(start <= match.start() < end for start, end in quotes):
                yield Hit(text.place(*match.span()), variant="spoken")
                break


@cache
def _names(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _data()[language]["names"]))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_PHRASES.read_text("utf-8"))
