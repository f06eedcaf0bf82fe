"""Long enough for the facts, short enough to be read, one point a line (R60, R61, R62)."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kaizen.finding import Hit, Place
from kaizen.instrument_asked import asks_for_a_plan
from kaizen.lexicon import says
from kaizen.measuring import length_of
from kaizen.plan import Item
from kaizen.reading.days import places_of_days
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule
from kaizen.voice import lowered, sentence_spans

_MARK = re.compile(r"[(\[]?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})[)\].:]\s{1,4}")
# "From", "on", "by" or a bracket may stand ahead of the day.
_DAY_AHEAD = 10
_PROSE = (Item.VIOLATION, Item.CAUSE, Item.FIX, Item.EFFECT)


class Length(Rule):
    """Items 1 to 4 together are very short or very long."""

    id = "R60"
    slug = "length"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield the plan where it is short, its longest item where it is long.

        A plan that has only been begun is not measured: causes and measures must be there.
        """
        texts = [review[item] for item in _PROSE]
        whole = "\n".join(text.folded.text for text in texts)
        if not whole.strip() or not asks_for_a_plan(review):
            return
        count, unit = length_of(whole)
        ending = "" if unit == "ja" else "_words"
        begun = all(review[item].text.strip() for item in (Item.CAUSE, Item.FIX))
        if begun and count < self.data["fewest"][unit]:
            yield Hit(Place("plan"), {"count": f"{count:,}"}, f"short{ending}")
        if count > self.data["most"][unit]:
            longest = max(texts, key=lambda text: len(text.text))
            yield Hit(longest.place(), {"count": f"{count:,}"}, f"long{ending}")


class LongSentence(Rule):
    """A sentence of many characters or words."""

    id = "R61"
    slug = "long-sentence"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each sentence above the limit."""
        for item in _PROSE:
            written = review[item]
            for begin, end in sentence_spans(lowered(written.folded.text)):
                start = begin + _mark_of_a_list(written.folded.text[begin:end])
                count, unit = _longest(written, start, end)
                if count > self.data["most"][unit]:
                    variant = "" if unit == "ja" else "words"
                    yield Hit(written.place(start, end), {"count": str(count)}, variant)


def _mark_of_a_list(sentence: str) -> int:
    """Return how long the number before a point is; it is no word of the sentence."""
    mark = _MARK.match(sentence)
    return mark.end() if mark else 0


def _longest(written: ItemText, start: int, end: int) -> tuple[int, str]:
    """Return the length of a sentence; where the program joined fields, of its longest field."""
    place = written.place(start, end)
    parts = [
        (max(part.start, place.start), min(part.end, place.end))
        for part in written.prose.segments
        if part.start < place.end and part.end > place.start
    ]
    if len(parts) < 2:
        return length_of(written.folded.text[start:end])
    return max(length_of(written.text[first:last]) for first, last in parts)


class NoNumbering(Rule):
    """Several causes or measures stand in one paragraph, without numbers or lines of their own."""

    id = "R62"
    slug = "no-numbering"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each paragraph that holds several points."""
        for item, words in ((Item.CAUSE, "cause_words"), (Item.FIX, "act_words")):
            written = review[item]
            lines = list(_lines(written))
            alone = len(lines) == 1
            for start, end in lines:
                line = written.folded.text[start:end]
                points = _points(line, words)
                # Where every measure has its line, a line may hold more sentences on it.
                few = 2 if alone and item is Item.FIX else 3
                if points >= (few if alone or not _is_dated(line) else few + 1):
                    yield Hit(written.place(start, end), {"count": str(points)})


def _lines(written: ItemText) -> Iterator[tuple[int, int]]:
    position = 0
    for line in written.folded.text.split("\n"):
        if line.strip():
            yield position, position + len(line)
        position += len(line) + 1


def _is_dated(line: str) -> bool:
    """Tell whether a line among others opens with its day: that is a line of its own."""
    days = places_of_days(line)
    return bool(days) and days[0].start <= _DAY_AHEAD


def _points(line: str, words: str) -> int:
    if _marks("head").match(line) or len(_marks("within").findall(line)) >= 2:
        return 0
    spans = sentence_spans(lowered(line))
    return sum(says(words, line[start:end]) for start, end in spans)


@cache
def _marks(name: str) -> re.Pattern[str]:
    path = Path(__file__).parent.parent / "phrases" / "numbering.toml"
    return re.compile(tomllib.loads(path.read_text("utf-8"))[name])
