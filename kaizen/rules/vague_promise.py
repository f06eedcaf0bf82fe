"""A wish is no measure: a sentence that promises needs a mechanism beside it (R21)."""

from collections.abc import Iterator
from functools import cached_property

from kaizen.finding import Hit, Severity
from kaizen.plan import Item
from kaizen.reading.causes import read_causes
from kaizen.reading.known_names import known_names
from kaizen.reading.measures import WrittenMeasure, read_fix
from kaizen.reading.sentences import Sentence
from kaizen.reading.slots import has_amount, has_frequency, has_owner, has_record, has_rhythm
from kaizen.reading.vocabulary import found, without
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule
from kaizen.strength import Strength, holds, strength_of

_LONG_JA, _LONG_EN = 40, 90


class VaguePromise(Rule):
    """A good intention stands where a mechanism should."""

    id = "R21"
    slug = "vague-promise"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each vague sentence, and where a cause has only weak measures."""
        vague = list(_vague(review))
        yield from vague
        weak = [] if vague else list(_only_weak(review))
        yield from weak
        if not any(hit.severity is None for hit in (*vague, *weak)):
            yield from _hinted(review)


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


def _hinted(review: Review) -> Iterator[Hit]:
    """Yield a remark for each sentence that only says how something should be."""
    written, names = review[Item.FIX], known_names(review)
    for measure in read_fix(written.text).measures:
        bare = without(measure.text, "vague", "vague_hint")
        around = measure.around
        if measure.is_done or measure.is_refusal:
            continue
        if _has_mechanism(bare, around.text, around.cased, names):
            continue
        for sentence in measure.passage.sentences:
            if found(sentence.own, "vague", "vague_hint"):
                place = written.place(sentence.start, sentence.end)
                yield Hit(place, severity=Severity.INFO)


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
