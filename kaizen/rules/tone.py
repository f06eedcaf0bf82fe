"""A plain voice: no pleas, threats, praise, rows of apologies, shouting or other matters."""

from collections import Counter
from collections.abc import Iterator

from kaizen.finding import Hit
from kaizen.lexicon import Match, find
from kaizen.phrase_rule import PhraseRule
from kaizen.plan import Item
from kaizen.reading.signs import kinds_in
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule
from kaizen.unsafe import CAPITALS, SHOUTS

ENOUGH_APOLOGIES = 1
A_ROW_OF_APOLOGIES = 3


class EmotionalPlea(PhraseRule):
    """Family, livelihood or feelings are to move the reader."""

    id = "R42"
    slug = "emotional-plea"
    phrases = "emotional_plea"
    slots = "emotional_plea_slots"
    bags = "emotional_plea"
    signs = "R42"


class Threat(PhraseRule):
    """Law suits, authorities or publicity are announced."""

    id = "R43"
    slug = "threat"
    phrases = "threat"
    slots = "threat_slots"
    bags = "threat"
    signs = "R43"


class Flattery(PhraseRule):
    """Praise for Amazon, or the store's history and sales."""

    id = "R44"
    slug = "flattery"
    phrases = "flattery"
    slots = "flattery_slots"
    bags = "flattery"
    signs = "R44"


class TooManyApologies(Rule):
    """More than one sentence apologizes, or one does so again and again."""

    id = "R45"
    slug = "too-many-apologies"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each sentence of apology after the first, and one that is a row of them."""
        places: list[tuple[ItemText, tuple[int, int], int]] = []
        for written in review.written():
            counted = Counter(match.sentence for match in find("apology", written.folded.text))
            places.extend((written, span, count) for span, count in sorted(counted.items()))
        total = {"count": str(sum(count for _, _, count in places))}
        for number, (written, (start, end), count) in enumerate(places):
            if number >= ENOUGH_APOLOGIES or count >= A_ROW_OF_APOLOGIES:
                yield Hit(written.place(start, end), total)


class Exclamation(Rule):
    """Exclamation marks, emoji, or words shouted in capitals."""

    id = "R51"
    slug = "exclamation"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each exclamation of the words as typed."""
        for written in review.written():
            for pattern in (SHOUTS, CAPITALS):
                for match in pattern.finditer(written.text):
                    yield Hit(written.typed_place(match.start(), match.end()))


class OffTopic(PhraseRule):
    """Questions, demands and other matters."""

    id = "R52"
    slug = "off-topic"
    phrases = "off_topic"
    slots = "off_topic_slots"
    signs = "R52"

    def is_fine(self, match: Match, written: ItemText, review: Review) -> bool:
        """Tell whether a question is a heading, or item 2 puts one to itself, and is answered."""
        text = written.folded.text
        start, end = match.sentence
        asks = text[:end].rstrip().endswith(("?", "\u304b\u3002", "\u304b"))
        to_amazon = {"amazon", "you", "topic", "begs"} & kinds_in(text[start:end].lower())
        alone = text[end:].lstrip(" ").startswith("\n") and text[:start].rstrip(" ")[-1:] in (
            "",
            "\n",
        )
        asked = asks and not to_amazon and bool(text[end:].strip())
        return asked and (alone or written.item == Item.CAUSE)
