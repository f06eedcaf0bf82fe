"""Each measure says who, how often, what record and number (R17 to R20)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kaizen.finding import Hit, Severity
from kaizen.plan import Item, Progress
from kaizen.reading.known_names import known_names
from kaizen.reading.measures import WrittenMeasure, begins_on_a_day, read_fix
from kaizen.reading.sentences import Sentence, read
from kaizen.reading.slots import (
    has_amount,
    has_frequency,
    has_owner,
    has_record,
    has_rhythm,
    without_days,
)
from kaizen.reading.subject import asks_for_measures
from kaizen.reading.vocabulary import each, found, without
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule
from kaizen.share import by_share

_IsTold = Callable[[str, int, int], bool]
_NUMBER_AHEAD = re.compile(r"\d[^\d\u3001\u3002]{0,3}(?:\u306e|, )?$")
_TOUCHES = 4
_SENTENCE_PART = re.compile(r"[\u3001\u3002;\n.]")
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
        """Yield a hit for each such measure; a single act needs a day instead.

        A rhythm beside a loose word may belong to something else: then it is a remark.
        """
        written = review[Item.FIX]
        hits, maybe = [], []
        for measure in _coming(written):
            text, place = measure.passage.own, written.place(measure.start, measure.end)
            loose = found(text, "slots", "loose_frequency") and not _is_quality(text)
            told = has_frequency(measure.around.text) or _is_once(measure)
            if not (has_rhythm(measure.text) if loose else told):
                hits.append(Hit(place))
            elif loose and any(map(_is_loose, measure.passage.sentences)):
                maybe.append(Hit(place, severity=Severity.INFO))
        yield from by_share(hits, len(read_fix(written.text).acts))
        yield from maybe


class ActionWithoutRecord(Rule):
    """Item 3 as a whole leaves nothing that can be shown.

    Where most of what is to come leaves nothing, a record elsewhere makes it a remark.
    """

    id = "R19"
    slug = "action-without-record"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where no measure speaks of a record."""
        written = review[Item.FIX]
        text = without(read(written.text).text, "vague", "no_record")
        if read_fix(written.text).only_refuses:
            return
        if not text.strip() or not asks_for_measures(review):
            return
        coming = _coming(written)
        kept = sum(map(_leaves_a_record, coming))
        if not has_record(text):
            yield Hit(written.place())
        elif kept < len(coming) / 2:
            yield Hit(written.place(), severity=Severity.INFO)


class ActionWithoutNumber(Rule):
    """An amount is meant and no number given, or item 3 has no number at all.

    Where only what is done has numbers, and nothing that is to come, it is a remark.
    """

    id = "R20"
    slug = "action-without-number"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a hit for each loose amount, else one where there is no number."""
        written = review[Item.FIX]
        loose = list(_loose(written, "amount_missing", _told_beside))
        yield from loose
        if not loose:
            hinted = _loose(written, "amount_loose", _told_at_once)
            for hit in (*hinted, *_loose(written, "amount_missing", _told_near)):
                yield replace(hit, severity=Severity.INFO)
        text = read(written.text).text
        if read_fix(written.text).only_refuses:
            return
        if loose or not text.strip() or not asks_for_measures(review):
            return
        coming = _coming(written)
        if not has_amount(text):
            yield Hit(written.place())
        elif coming and not any(_counts(measure.text) for measure in coming):
            yield Hit(written.place(), severity=Severity.INFO)


def _is_to_come(measure: WrittenMeasure) -> bool:
    if measure.progress is not Progress.PLANNED:
        return False
    sentences = (one.text for one in measure.passage.sentences)
    return not all(found(text, "vague", "no_measure", "encloses") for text in sentences)


def _coming(written: ItemText) -> list[WrittenMeasure]:
    """Return the measures that are still to be done, or to be done again and again."""
    acts = read_fix(written.text).acts
    return [measure for measure in acts if _is_to_come(measure) and not measure.is_refusal]


def _counts(text: str) -> bool:
    return has_amount(text) or found(text, "slots", "whole_amount")


def _leaves_a_record(measure: WrittenMeasure) -> bool:
    """Tell whether a measure leaves something; a paper that comes with the plan is nothing new."""
    own = (one.text for one in measure.passage.sentences)
    told = "\n".join(text for text in own if not found(text, "vague", "encloses"))
    return has_record(without(told, "vague", "no_record", "points_to_exhibit"))


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


def _is_loose(sentence: Sentence) -> bool:
    """Tell whether a sentence says "now and then" and gives no rhythm of its own."""
    text = sentence.own
    if not found(text, "slots", "loose_frequency") or _is_quality(text):
        return False
    return not has_rhythm(text)


def _is_quality(text: str) -> bool:
    """Tell whether the loose word says how something is, not how often a person does it."""
    return found(text, "vague", "not_a_rhythm")


def _told_at_once(text: str, start: int, end: int) -> bool:
    """Tell whether the number touches the loose amount: "30 pieces of good stock (60 days)"."""
    text = without_days(text)
    same, *others = _SENTENCE_PART.split(text[end:][: 2 * _BESIDE])
    behind = f"{same[:_BESIDE]} {others[0][:_TOUCHES] if others else ''}"
    ahead = _NUMBER_AHEAD.search(text[:start][-_BESIDE:])
    return bool(ahead) or has_amount(behind) or _IN_BRACKETS.match(text[end:]) is not None


def _told_near(text: str, start: int, end: int) -> bool:
    """Tell whether the number touches the loose amount, or stands anywhere close behind it."""
    far = _told_beside(text[start:], 0, end - start)
    return far or _told_at_once(text, start, end)


def _told_beside(text: str, start: int, end: int) -> bool:
    """Tell whether the number stands right beside the loose amount: "enough stock, 30 days"."""
    text = without_days(text)
    ahead, behind = text[:start][-2 * _BESIDE :], text[end:][: 2 * _BESIDE]
    same_ahead, same_behind = _CLAUSE.split(ahead)[-1], _CLAUSE.split(behind)[0]
    near = same_ahead[-_BESIDE:] if same_ahead.strip() else ahead
    close = same_behind[:_BESIDE] if len(same_behind) > 2 else behind
    return has_amount(near) or has_amount(close) or _IN_BRACKETS.match(behind) is not None


def _loose(written: ItemText, words: str, is_told: _IsTold) -> Iterator[Hit]:
    """Yield a hit for the first loose amount of each sentence."""
    for sentence in read(written.text).sentences:
        for match in each(sentence.own, "slots", words):
            if not is_told(sentence.text, match.start(), match.end()):
                start = sentence.start + match.start()
                yield Hit(written.place(start, start + len(match.group())), variant="loose")
                break
