"""Item 4 names figures that can be measured, and says who watches over them (R25, R27)."""

from collections.abc import Iterator

from kaizen.finding import Hit
from kaizen.plan import Item
from kaizen.reading.days import places_of_days
from kaizen.reading.sentences import read
from kaizen.reading.slots import has_owner, without_days
from kaizen.reading.subject import asks_for_a_plan
from kaizen.reading.vocabulary import found, pattern
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule


class EffectNotMeasurable(Rule):
    """Item 4 has no figure, or a figure without a start and without a time."""

    id = "R25"
    slug = "effect-not-measurable"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where nothing could be compared later."""
        written = review[Item.EFFECT]
        if not written.text.strip():
            return
        figures = _figures(written)
        text = read(written.text).text
        has_start = figures > 1
        has_time = bool(places_of_days(written.text)) or found(text, "effect", "by_when")
        if not figures:
            yield Hit(written.place())
        elif not (has_start or has_time):
            yield Hit(written.place(), variant="alone")
        elif found(text, "effect", "hedge") and not (has_start and has_time):
            yield Hit(written.place(), variant="hoped")


class EffectNotMonitored(Rule):
    """Nobody measures, or nothing follows when the figure is missed."""

    id = "R27"
    slug = "effect-not-monitored"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit; who or how may stand alone, the consequence may not be left out."""
        written = review[Item.EFFECT]
        if not written.text.strip() or not asks_for_a_plan(review):
            return
        watched = _is_watched(written, review)
        caught = found(read(written.text).text, "effect", "missed")
        if not watched or not caught:
            variant = "missed" if watched else ("nobody" if caught else "")
            yield Hit(written.place(), variant=variant)


def _figures(written: ItemText) -> int:
    """Return how many figures item 4 holds that are goals or the state of today."""
    count = 0
    for sentence in read(written.text).sentences:
        if found(sentence.text, "effect", "off_subject"):
            continue
        rest = pattern("effect", "bound").sub(" ", without_days(sentence.text))
        rest = pattern("effect", "empty_figure").sub(" ", rest)
        count += sum(1 for _ in pattern("effect", "figure").finditer(rest))
    return count


def _is_watched(written: ItemText, review: Review) -> bool:
    """Tell whether somebody measures, or whether a rhythm of measuring is told."""
    reading = read(written.text)
    if not found(reading.text, "effect", "measuring"):
        return False
    if found(reading.text, "effect", "rhythm"):
        return True
    return has_owner(reading.text, reading.cased, _person(review))


def _person(review: Review) -> frozenset[str]:
    text = read(review[Item.RESPONSIBLE_PERSON].text).text
    words = pattern("effect_targets", "name").findall(text)
    return frozenset(word for word in words if not found(word, "slots", "role"))
