"""What a second round must add, and what came before (R59, R76, R77, R79)."""

from collections.abc import Iterable, Iterator, Set
from itertools import islice, zip_longest

from kaizen.earlier_text import is_almost_the_same
from kaizen.finding import Hit, Severity
from kaizen.instrument_asked import asks_for_a_plan
from kaizen.lexicon import MOST, Match, find, says
from kaizen.notice.model import Notice, Status
from kaizen.phrase_rule import PhraseRule, hint, whole_text
from kaizen.plan import Item
from kaizen.reading.earlier_rounds import earlier_rounds, says_why
from kaizen.reading.sentences import read
from kaizen.reading.signs import agree, hinted
from kaizen.reading.vocabulary import found
from kaizen.review_context import Review
from kaizen.rule import Question, Rule
from kaizen.text import fold

_COMPARED = (Item.VIOLATION, Item.CAUSE, Item.FIX, Item.EFFECT)
# What happened stays what happened: only these items must move on.
_MUST_CHANGE = (Item.CAUSE, Item.FIX)
_OTHER_ACCOUNT = frozenset({"multiple_accounts", "related_account"})


class ContradictsEarlierRound(Question):
    """The seller is asked about differences from the earlier plan.

    Where items 1 and 2 tell such a difference, and not how it was found, that is remarked on.
    """

    id = "R59"
    slug = "contradicts-earlier-round"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each sentence that puts a fact otherwise than before, and so does the next one."""
        for written in (review[Item.VIOLATION], review[Item.CAUSE]):
            sentences = read(written.text).sentences[:MOST]
            for one, following in zip_longest(sentences, sentences[1:]):
                behind = following.text if following is not None else ""
                if agree(self.id, one.text) and agree(self.id, f"{one.text} {behind}"):
                    yield hint(written, one)


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
        elif refused and _points_elsewhere(review):
            yield Hit(review[Item.VIOLATION].place(), variant="points", severity=Severity.INFO)
        if (open_points or (announced and refused)) and review[Item.FIX].text.strip():
            yield Hit(review[Item.FIX].place(), variant="points", severity=Severity.INFO)
        notice = review.notice
        if notice is not None and "disclosure_of_method" in notice.documents_requested:
            fix = review[Item.FIX]
            if fix.text.strip() and not says("disclosure", whole_text(review)):
                yield Hit(fix.place(), variant="undisclosed")


class ResentTooSoon(Question):
    """The seller is asked whether the earlier submission was answered.

    A plan that says itself that it is sent over and over, or before an answer, is remarked on.
    """

    id = "R77"
    slug = "resent-too-soon"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield the sentences that speak of sending it once more."""
        for written in review.written():
            for sentence in islice(hinted(self.id, written.text), MOST):
                yield hint(written, sentence)


class EarlierMeasuresUnexplained(Rule):
    """It happened before, and nothing says why the earlier measures did not hold."""

    id = "R79"
    slug = "earlier-measures-unexplained"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield the causes, where the reason belongs, and remark on what is told or goes on."""
        fix, cause = review[Item.FIX], review[Item.CAUSE]
        if not fix.text.strip() or not asks_for_a_plan(review):
            return
        goes_on = find("goes_on", fix.folded.text)
        happened = _happened_before(review)
        known = set()
        if (goes_on or happened) and not _speaks_of_failure(review, goes_on):
            known = {Item.CAUSE, Item.FIX} if cause.text.strip() else {Item.FIX}
            sure = happened and not _names_why(review)
            yield Hit(review[min(known)].place(), severity=None if sure else Severity.INFO)
        elif goes_on:
            known = {Item.FIX}
            yield Hit(fix.place(goes_on[0].start, goes_on[0].end), severity=Severity.INFO)
        elif happened and not _names_why(review):
            known = {Item.CAUSE} if cause.text.strip() else {Item.FIX}
            yield Hit(review[min(known)].place(), severity=Severity.INFO)
        if len(known) > 1:
            yield Hit(fix.place(), severity=Severity.INFO)
        told = list(_told(review, known))
        if told and not _names_why(review):
            yield from told


def _names_why(review: Review) -> bool:
    return says_why(review[item].text for item in _COMPARED)


def _speaks_of_failure(review: Review, goes_on: Iterable[Match]) -> bool:
    """Tell whether a sentence says how earlier measures failed; one that keeps them does not."""
    kept = {match.sentence for match in goes_on}
    told = find("earlier_measures", review[Item.FIX].folded.text)
    others = (review[item].folded.text for item in _COMPARED if item is not Item.FIX)
    return any(one.sentence not in kept for one in told) or any(
        says("earlier_measures", text) for text in others
    )


def _told(review: Review, known: Set[Item]) -> Iterator[Hit]:
    """Yield, as a remark, the first sentence of each other item that tells of an earlier round."""
    for item in _COMPARED:
        months = item is not Item.EFFECT
        told = earlier_rounds(review[item].text, review.notice_date(), months=months)
        one = None if item in known else next(told, None)
        if one is not None:
            yield Hit(review[item].place(one.start, one.end), severity=Severity.INFO)


def _happened_before(review: Review) -> bool:
    """Tell whether the notice or the seller says so, in the details or in items 1 and 2.

    A refused plan has one measure before it, which is the one it is about.
    """
    notice = review.notice
    earlier = _against_this_account(notice) if notice else 0
    asked = notice.missing_points if notice else ()
    told = (review[item].folded.text for item in (Item.VIOLATION, Item.CAUSE))
    return (
        bool(review.details.stopped_before)
        or earlier > _is_refused(review)
        or any(says("happened_before", text) for text in told)
        or any(says("asks_why_again", fold(point).text) for point in asked)
    )


def _against_this_account(notice: Notice) -> int:
    """Return how many earlier measures the notice tells of.

    Where a second account is the matter, what befell that one is the violation, no earlier round.
    """
    told = notice.earlier_enforcements
    if notice.violation_type not in _OTHER_ACCOUNT:
        return len(told)
    return sum(found(read(one.text).text, "earlier_round", "this_account") for one in told)


def _points_elsewhere(review: Review) -> bool:
    """Tell whether item 1 leaves it with what Amazon knows or has in an earlier plan."""
    return found(read(review[Item.VIOLATION].text).text, "earlier_round", "elsewhere")


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
