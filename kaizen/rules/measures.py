"""Each measure says who, how often, what record and number; a wish is none (R17 to R21)."""

import re
from collections.abc import Iterator
from functools import cached_property

from kaizen.finding import Hit, Severity
from kaizen.plan import Item, Progress
from kaizen.reading.causes import read_causes
from kaizen.reading.measures import WrittenMeasure, begins_on_a_day, read_fix
from kaizen.reading.person import read_person
from kaizen.reading.sentences import Sentence, lower, read
from kaizen.reading.slots import (
    has_amount,
    has_frequency,
    has_owner,
    has_record,
    has_rhythm,
    introduced,
    without_days,
)
from kaizen.reading.subject import asks_for_measures
from kaizen.reading.vocabulary import found, pattern, without
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule
from kaizen.share import by_share
from kaizen.strength import Strength, holds, strength_of

_LONG_JA, _LONG_EN = 40, 90
_CLAUSE = re.compile(r"[\u3001\u3002;\n,.]")
# A number so near explains the amount, in brackets further behind too.
_BESIDE = 14
_IN_BRACKETS = re.compile(r"[^(\n\u3002]{0,12}\([^()\n\d]{0,6}(?<!\u539f\u56e0)(?<!cause )\d")


class ActionWithoutOwner(Rule):
    """A planned or continuing measure names nobody who does it."""

    id = "R17"
    slug = "action-without-owner"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each such measure, unless one person does all of them."""
        written = review[Item.FIX]
        names = known_names(review)
        if _one_for_all(written, names) or found(read(written.text).text, "names", "myself"):
            return
        acts = read_fix(written.text).acts
        hits = []
        for measure in acts:
            owned = has_owner(measure.around.text, measure.around.cased, names)
            left_open = found(measure.passage.own, "slots", "somebody")
            if not owned and (left_open or (_is_to_come(measure) and not _by_machine(measure))):
                hits.append(Hit(written.place(measure.start, measure.end)))
        yield from by_share(hits, len(acts))


class ActionWithoutFrequency(Rule):
    """A continuing measure says neither how often nor on what occasion."""

    id = "R18"
    slug = "action-without-frequency"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each such measure; a single act needs a day instead."""
        written = review[Item.FIX]
        acts = read_fix(written.text).acts
        hits = []
        for measure in acts:
            if not _is_to_come(measure) or measure.is_refusal:
                continue
            text = measure.passage.own
            if found(text, "slots", "loose_frequency") and not _is_quality(text):
                told = has_rhythm(measure.text)
            else:
                told = has_frequency(measure.around.text) or _is_once(measure)
            if not told:
                hits.append(Hit(written.place(measure.start, measure.end)))
        yield from by_share(hits, len(acts))


class ActionWithoutRecord(Rule):
    """Item 3 as a whole leaves nothing that can be shown."""

    id = "R19"
    slug = "action-without-record"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where no measure speaks of a record."""
        written = review[Item.FIX]
        text = without(read(written.text).text, "vague", "no_record")
        if read_fix(written.text).only_refuses:
            return
        if text.strip() and asks_for_measures(review) and not has_record(text):
            yield Hit(written.place())


class ActionWithoutNumber(Rule):
    """An amount is meant and no number given, or item 3 has no number at all."""

    id = "R20"
    slug = "action-without-number"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each loose amount, else one where there is no number."""
        written = review[Item.FIX]
        loose = list(_loose(written))
        yield from loose
        text = read(written.text).text
        if read_fix(written.text).only_refuses:
            return
        if text.strip() and asks_for_measures(review) and not (loose or has_amount(text)):
            yield Hit(written.place())


class VaguePromise(Rule):
    """A good intention stands where a mechanism should."""

    id = "R21"
    slug = "vague-promise"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each vague sentence, and where a cause has only weak measures."""
        vague = list(_vague(review))
        yield from vague
        if not vague:
            yield from _only_weak(review)


def known_names(review: Review) -> frozenset[str]:
    """Return the names of item 7 and those that the measures introduce with a seat."""
    person = read_person(review[Item.RESPONSIBLE_PERSON].text)
    named = {lower(name) for name in (person.family_name, *person.names) if len(name) > 1}
    return introduced(review[Item.FIX].text) | introduced(review[Item.EFFECT].text) | named


def _is_to_come(measure: WrittenMeasure) -> bool:
    return measure.progress is Progress.PLANNED and not found(measure.text, "vague", "no_measure")


def _by_machine(measure: WrittenMeasure) -> bool:
    return found(measure.text, "vague", "by_machine")


def _one_for_all(written: ItemText, names: frozenset[str]) -> bool:
    """Tell whether one sentence names who does all of the measures."""
    return any(
        found(sentence.text, "slots", "for_all")
        and has_owner(sentence.text, written.folded.text[sentence.start : sentence.end], names)
        for sentence in read(written.text).sentences
    )


def _is_once(measure: WrittenMeasure) -> bool:
    """Tell whether it is a single act with its day: by a day, or an act that is done once."""
    if not measure.has_day:
        return False
    return begins_on_a_day(measure) or found(measure.text, "vague", "by_a_day", "once")


def _is_quality(text: str) -> bool:
    """Tell whether the loose word says how something is, not how often a person does it."""
    return found(text, "vague", "not_a_rhythm")


def _told_beside(text: str, start: int, end: int) -> bool:
    """Tell whether the number stands right beside the loose amount: "enough stock, 30 days"."""
    text = without_days(text)
    ahead, behind = text[:start][-2 * _BESIDE :], text[end:][: 2 * _BESIDE]
    same_ahead, same_behind = _CLAUSE.split(ahead)[-1], _CLAUSE.split(behind)[0]
    near = same_ahead[-_BESIDE:] if same_ahead.strip() else ahead
    close = same_behind[:_BESIDE] if len(same_behind) > 2 else behind
    return has_amount(near) or has_amount(close) or _IN_BRACKETS.match(behind) is not None


def _loose(written: ItemText) -> Iterator[Hit]:
    """Yield a hit for the first loose amount of each sentence."""
    for sentence in read(written.text).sentences:
        for match in pattern("slots", "amount_missing").finditer(sentence.own):
            if not _told_beside(sentence.text, match.start(), match.end()):
                start = sentence.start + match.start()
                yield Hit(written.place(start, start + len(match.group())), variant="loose")
                break


class _Whole:
    """A measure as a whole, looked at once: it may have hundreds of sentences that ask."""

    def __init__(self, measure: WrittenMeasure, names: frozenset[str]) -> None:
        self.measure, self.names = measure, names

    @cached_property
    def has_mechanism(self) -> bool:
        """Tell whether the measure stands with who, how often, record or number."""
        measure = self.measure
        around = measure.around
        return _has_mechanism(measure.text, around.text, around.cased, self.names)

    @cached_property
    def is_backed(self) -> bool:
        """Tell whether anything stands beside the promise that can be checked."""
        text = self.measure.text
        if has_amount(text) or has_record(text) or has_frequency(text):
            return True
        if has_owner(text, self.measure.cased, self.names):
            return True
        return strength_of(text) > Strength.CARE

    @property
    def is_held(self) -> bool:
        """Tell whether something holds a promise of "never": a day, a person, a system, an end."""
        measure = self.measure
        text = without(measure.text, "refusals", "refusal")
        if measure.has_day or has_amount(text) or has_rhythm(text):
            return True
        return has_owner(text, measure.cased, self.names)


def _vague(review: Review) -> Iterator[Hit]:
    """Yield a hit for each vague sentence."""
    written, names = review[Item.FIX], known_names(review)
    fix = read_fix(written.text)
    for measure in fix.measures:
        whole = _Whole(measure, names)
        if measure.is_refusal and not found(measure.text, "vague", "vague"):
            yield from _refused(measure, whole, written, alone=fix.only_refuses)
            continue
        for sentence in measure.passage.sentences:
            if _is_vague(sentence, whole):
                yield Hit(written.place(sentence.start, sentence.end))


def _refused(
    measure: WrittenMeasure, whole: _Whole, written: ItemText, *, alone: bool
) -> Iterator[Hit]:
    """Yield a hit for a bare promise of "never"; among real measures it is worth a remark."""
    place = written.place(measure.start, measure.end)
    if whole.is_held:
        return
    if alone:
        yield Hit(place, variant="refusal")
    elif strength_of(measure.text) < Strength.SYSTEM_CONTROL:
        yield Hit(place, variant="refusal", severity=Severity.INFO)


def _is_vague(sentence: Sentence, whole: _Whole) -> bool:
    """Tell whether a sentence promises without a mechanism, here or in the rest of the measure."""
    text, measure = sentence.own, whole.measure
    if found(text, "vague", "vague"):
        return not whole.has_mechanism
    if measure.is_done or len(text) > (_LONG_EN if text.isascii() else _LONG_JA):
        return False
    return found(text, "vague", "promise") and not whole.is_backed


def _has_mechanism(text: str, around: str, cased: str, names: frozenset[str]) -> bool:
    """Tell whether words above care and training stand with who, how often, record or number."""
    bare = without(text, "vague", "vague")
    strength = strength_of(bare)
    if strength < Strength.CHECKLIST:
        return False
    if strength is Strength.SYSTEM_CONTROL:
        return True
    if has_record(bare) or has_amount(bare) or has_owner(around, cased, names):
        return True
    return has_rhythm(bare) and Strength.CHECKLIST < strength < Strength.STOP_SELLING


def _only_weak(review: Review) -> Iterator[Hit]:
    """Yield a hit for each numbered cause whose measures stop at care or training."""
    written = review[Item.FIX]
    measures = read_fix(written.text).measures
    for cause in read_causes(review[Item.CAUSE].text):
        own = [measure for measure in measures if cause.number in measure.causes]
        steps = [strength_of(measure.text) for measure in own]
        held = any(holds(step) for step in steps) or any(has_record(m.text) for m in own)
        if own and not held and max(steps) > Strength.NONE:
            values = {"number": str(cause.number)}
            yield Hit(written.place(own[0].start, own[0].end), values, variant="weak")
