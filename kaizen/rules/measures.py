"""Each measure says who, how often, what record and number; a wish is none (R17 to R21)."""

from collections.abc import Iterator

from kaizen.finding import Hit
from kaizen.plan import Item, Progress
from kaizen.reading.causes import read_causes
from kaizen.reading.measures import WrittenMeasure, read_fix
from kaizen.reading.person import read_person
from kaizen.reading.sentences import Sentence, lower, read
from kaizen.reading.slots import (
    has_amount,
    has_frequency,
    has_owner,
    has_record,
    without_days,
)
from kaizen.reading.subject import asks_for_a_plan
from kaizen.reading.vocabulary import found, pattern
from kaizen.review_context import Review
from kaizen.rule import Rule
from kaizen.strength import Strength, holds, strength_of

_LONG_JA, _LONG_EN = 40, 90


class ActionWithoutOwner(Rule):
    """A planned or continuing measure names nobody who does it."""

    id = "R17"
    slug = "action-without-owner"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each such measure."""
        written = review[Item.FIX]
        names = _known_names(review)
        for measure in _to_come(review):
            if found(measure.text, "vague", "by_machine"):
                continue
            if not has_owner(measure.around.text, measure.around.cased, names):
                yield Hit(written.place(measure.start, measure.end))


class ActionWithoutFrequency(Rule):
    """A continuing measure says neither how often nor on what occasion."""

    id = "R18"
    slug = "action-without-frequency"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each such measure; a single act needs a day instead."""
        written = review[Item.FIX]
        for measure in _to_come(review):
            if has_frequency(measure.text) or has_frequency(measure.around.text):
                continue
            loose = found(measure.text, "slots", "loose_frequency")
            once = found(measure.text, "vague", "once") and measure.has_day
            if loose or not once:
                yield Hit(written.place(measure.start, measure.end))


class ActionWithoutRecord(Rule):
    """Item 3 as a whole leaves nothing that can be shown."""

    id = "R19"
    slug = "action-without-record"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where no measure speaks of a record."""
        written = review[Item.FIX]
        text = pattern("vague", "no_record").sub(" ", read(written.text).text)
        if text.strip() and asks_for_a_plan(review) and not has_record(text):
            yield Hit(written.place())


class ActionWithoutNumber(Rule):
    """An amount is meant and no number given, or item 3 has no number at all."""

    id = "R20"
    slug = "action-without-number"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each loose amount, else one where there is no number."""
        written = review[Item.FIX]
        reading = read(written.text)
        loose = False
        for sentence in reading.sentences:
            match = pattern("slots", "amount_missing").search(sentence.own)
            if match and not has_amount(sentence.text):
                loose = True
                start = sentence.start + match.start()
                yield Hit(written.place(start, start + len(match.group())), variant="loose")
        bare = without_days(reading.text)
        numbered = has_amount(reading.text) or found(bare, "item_one", "count_words")
        if reading.sentences and asks_for_a_plan(review) and not (loose or numbered):
            yield Hit(written.place())


class VaguePromise(Rule):
    """A good intention stands where a mechanism should."""

    id = "R21"
    slug = "vague-promise"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each vague sentence, and where a cause has only weak measures."""
        written = review[Item.FIX]
        vague = False
        names = _known_names(review)
        for measure in read_fix(written.text).measures:
            for sentence in measure.passage.sentences:
                if _is_vague(sentence, measure, names):
                    vague = True
                    yield Hit(written.place(sentence.start, sentence.end))
        if not vague:
            yield from _only_weak(review)


def _to_come(review: Review) -> Iterator[WrittenMeasure]:
    for measure in read_fix(review[Item.FIX].text).measures:
        if measure.progress is Progress.PLANNED and not found(measure.text, "vague", "no_measure"):
            yield measure


def _known_names(review: Review) -> frozenset[str]:
    person = read_person(review[Item.RESPONSIBLE_PERSON].text)
    return frozenset(lower(name) for name in (person.family_name, *person.names) if len(name) > 1)


def _is_vague(sentence: Sentence, measure: WrittenMeasure, names: frozenset[str]) -> bool:
    """Tell whether a sentence promises without saying who, how often, how many or by what."""
    text = sentence.own
    concrete = (
        has_amount(sentence.text)
        or has_owner(sentence.text, measure.cased, names)
        or has_record(sentence.text)
    )
    if found(text, "vague", "vague"):
        return not (concrete or (has_frequency(text) and strength_of(text) > Strength.CHECKLIST))
    if measure.is_done or concrete or has_frequency(text):
        return False
    if len(text) > (_LONG_EN if text.isascii() else _LONG_JA):
        return False
    return found(text, "vague", "promise") and strength_of(text) <= Strength.CARE


def _only_weak(review: Review) -> Iterator[Hit]:
    """Yield a hit for each numbered cause whose measures stop at care or training."""
    written = review[Item.FIX]
    measures = read_fix(written.text).measures
    for cause in read_causes(review[Item.CAUSE].text):
        own = [measure for measure in measures if cause.number in measure.causes]
        steps = [strength_of(measure.text) for measure in own]
        if own and not any(holds(step) for step in steps) and max(steps) > Strength.NONE:
            values = {"number": str(cause.number)}
            yield Hit(written.place(own[0].start, own[0].end), values, variant="weak")
