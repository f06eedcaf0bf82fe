"""What a second round must add, and what came before (R59, R76, R77, R79)."""

from collections.abc import Iterator

from kaizen.earlier_text import is_almost_the_same
from kaizen.finding import Hit, Severity
from kaizen.instrument_asked import asks_for_a_plan
from kaizen.lexicon import find, says
from kaizen.notice.model import Status
from kaizen.phrase_rule import PhraseRule, whole_text
from kaizen.plan import Item
from kaizen.review_context import Review
from kaizen.rule import Question, Rule
from kaizen.text import fold

_COMPARED = (Item.VIOLATION, Item.CAUSE, Item.FIX, Item.EFFECT)
# What happened stays what happened: only these items must move on.
_MUST_CHANGE = (Item.CAUSE, Item.FIX)


class ContradictsEarlierRound(Question):
    """The seller is asked about differences from the earlier plan."""

    id = "R59"
    slug = "contradicts-earlier-round"


class UnchangedResubmission(PhraseRule):
    """The text is sent again, or does not answer what the notice calls missing."""

    id = "R76"
    slug = "unchanged-resubmission"
    phrases = "same_again"
    slots = "same_again_slots"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield sentences that announce a repetition, unchanged items, and open points."""
        announced = list(super().check(review))
        yield from announced
        yield from _unchanged(review)
        refused = _is_refused(review)
        open_points = not announced and refused and not says("answers_points", whole_text(review))
        if open_points and review[Item.VIOLATION].text.strip():
            yield Hit(review[Item.VIOLATION].place(), variant="points")
        if (open_points or (announced and refused)) and review[Item.FIX].text.strip():
            yield Hit(review[Item.FIX].place(), variant="points", severity=Severity.INFO)
        notice = review.notice
        if notice is not None and "disclosure_of_method" in notice.documents_requested:
            fix = review[Item.FIX]
            if fix.text.strip() and not says("disclosure", whole_text(review)):
                yield Hit(fix.place(), variant="undisclosed")


class ResentTooSoon(Question):
    """The seller is asked whether the earlier submission was answered."""

    id = "R77"
    slug = "resent-too-soon"


class EarlierMeasuresUnexplained(Rule):
    """It happened before, and nothing says why the earlier measures did not hold."""

    id = "R79"
    slug = "earlier-measures-unexplained"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield the causes, where the reason belongs, and remark on the measures that go on."""
        fix, cause = review[Item.FIX], review[Item.CAUSE]
        if not fix.text.strip() or not asks_for_a_plan(review):
            return
        goes_on = find("goes_on", fix.folded.text)
        if not goes_on and not _happened_before(review):
            return
        if not says("earlier_measures", whole_text(review)):
            yield Hit((cause if cause.text.strip() else fix).place())
            if cause.text.strip():
                yield Hit(fix.place(), severity=Severity.INFO)
        else:
            for match in goes_on[:1]:
                yield Hit(fix.place(match.start, match.end), severity=Severity.INFO)


def _happened_before(review: Review) -> bool:
    """Tell whether the notice or the seller says so, in the details or in items 1 and 2."""
    earlier = review.notice.earlier_enforcements if review.notice else ()
    asked = review.notice.missing_points if review.notice else ()
    told = (review[item].folded.text for item in (Item.VIOLATION, Item.CAUSE))
    return (
        bool(review.details.stopped_before)
        or bool(earlier)
        or any(says("happened_before", text) for text in told)
        or any(says("asks_why_again", fold(point).text) for point in asked)
    )


def _unchanged(review: Review) -> Iterator[Hit]:
    if review.previous is None:
        return
    same = [
        item for item in _COMPARED if is_almost_the_same(review[item].text, review.previous[item])
    ]
    if set(_COMPARED) <= set(same):
        yield Hit(review[Item.VIOLATION].place(), variant="unchanged")
    for item in _MUST_CHANGE:
        if item in same:
            yield Hit(review[item].place(), variant="unchanged")


def _is_refused(review: Review) -> bool:
    """Tell whether the notice refuses an earlier plan and asks for more."""
    notice = review.notice
    return notice is not None and notice.status is Status.APPEAL_REJECTED_MORE_INFO
