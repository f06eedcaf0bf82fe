"""Long enough for the facts, short enough to be read (R60, R61)."""

import re
from collections.abc import Iterator

from kaizen.finding import Hit
from kaizen.instrument_asked import asks_for_a_plan
from kaizen.measuring import length_of
from kaizen.plan import Item
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule
from kaizen.voice import lowered, sentence_spans

_MARK = re.compile(r"[(\[]?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})[)\].:]\s{1,4}")
# Ids and long numbers are looked up, and not read.
_NUMBERS = re.compile(r"(?<![A-Za-z0-9-])[A-Z0-9-]{0,20}[0-9]{3}[A-Z0-9-]{0,20}")
# A stop behind a form of company ends a sentence where a capital follows.
_COMPANY_ENDS = re.compile(r"\b(?:Ltd|Inc|Corp|GmbH|Co|JAN|MAR|NOV|DEC)\. (?=[A-Z])")
_PROSE = (Item.VIOLATION, Item.CAUSE, Item.FIX, Item.EFFECT)


class Length(Rule):
    """Items 1 to 4 together are very short or very long."""

    id = "R60"
    slug = "length"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield the measures where it is short: there most is missing; else its longest item.

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
            yield Hit(review[Item.FIX].place(), {"count": f"{count:,}"}, f"short{ending}")
        if count > self.data["most"][unit]:
            longest = max(texts, key=lambda text: len(text.text))
            yield Hit(longest.place(), {"count": f"{count:,}"}, f"long{ending}")


class LongSentence(Rule):
    """A sentence of many characters or words; numbers and ids in an English one are not counted."""

    id = "R61"
    slug = "long-sentence"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each sentence above the limit."""
        for item in _PROSE:
            written = review[item]
            for begin, end in _spans(written.folded.text):
                start = begin + _mark_of_a_list(written.folded.text[begin:end])
                count, unit = _longest(written, start, end)
                if unit != "ja":
                    count -= len(_NUMBERS.findall(written.folded.text[start:end]))
                if count > self.data["most"][unit]:
                    variant = "" if unit == "ja" else "words"
                    yield Hit(written.place(start, end), {"count": str(count)}, variant)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where sentences begin and end, also behind "Ltd." and the like."""
    for begin, end in sentence_spans(lowered(text)):
        start = begin
        for match in _COMPANY_ENDS.finditer(text, begin, end):
            yield start, match.end() - 1
            start = match.end()
        yield start, end


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
