"""The right answer to the notice, and a reader's first questions (R74, R75, R78, R80, R81)."""

import re
from collections.abc import Iterator

from kaizen.finding import Hit, Severity
from kaizen.instrument_asked import (
    asks_for_a_plan,
    asks_for_nothing_known,
    asks_for_something_else,
    no_appeal_is_open,
)
from kaizen.lexicon import find, says
from kaizen.notice.model import Status
from kaizen.phrase_rule import owns_a_gap, whole_text
from kaizen.plan import Item
from kaizen.reading.sentences import read
from kaizen.reading.vocabulary import found
from kaizen.review_context import Review
from kaizen.rule import Rule
from kaizen.text import fold
from kaizen.voice import lowered

_OPENING = 200
_NO_LETTERS = re.compile(r"[\W_]+")


class WrongInstrument(Rule):
    """The notice asks for something other than a plan; where it asks nothing, it is a remark."""

    id = "R74"
    slug = "wrong-instrument"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield the plan where documents or an explanation are asked instead."""
        if asks_for_something_else(review):
            yield Hit(review[Item.VIOLATION].place())
        elif asks_for_nothing_known(review):
            yield Hit(review[Item.VIOLATION].place(), variant="unread", severity=Severity.INFO)


class NoAppealOpen(Rule):
    """The notice is a final refusal or a log-in lock."""

    id = "R75"
    slug = "no-appeal-open"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield the plan where no appeal is open."""
        if no_appeal_is_open(review) and review.notice is not None:
            locked = review.notice.status is Status.LOGIN_LOCKED
            yield Hit(review[Item.VIOLATION].place(), variant="login" if locked else "")


class ComplainantNotNamed(Rule):
    """The notice names a complainant or a registration, and the plan names neither.

    Item 1, where the name belongs, weighs as the rule does only where it says "some company".
    """

    id = "R78"
    slug = "complainant-not-named"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield the generic promise, or the measures, where nobody is named."""
        notice = review.notice
        if notice is None or not review[Item.FIX].text.strip():
            return
        named = (*notice.complainants, *notice.registration_numbers)
        text = _bare(whole_text(review))
        if not named or any(
            form in text for name in named for form in (_core(name), _bare(name)) if form
        ):
            return
        values = {"names": ", ".join(named)}
        yield Hit(review[Item.FIX].place(), values)
        told = review[Item.VIOLATION]
        if told.text.strip():
            vague = found(read(told.text).text, "item_one", "vague_party")
            yield Hit(told.place(), values, severity=None if vague else Severity.INFO)


class OpeningDoesNotAnswer(Rule):
    """Item 1 begins with a greeting or a history.

    A first sentence that speaks of the shop in other words, and of no notice, is one too.
    """

    id = "R80"
    slug = "opening-does-not-answer"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield a greeting at the head of item 1."""
        violation = review[Item.VIOLATION]
        first = _first_told(violation.text)
        for match in find("greeting", violation.folded.text):
            if match.sentence[0] == first and match.start < first + _OPENING:
                yield Hit(violation.place(match.start, match.end))
                return
        for sentence in read(violation.text).sentences:
            if sentence.start == first and _speaks_of_the_shop(sentence.own):
                yield Hit(violation.place(sentence.start, sentence.end))


class ReviewerQuestionsUnanswered(Rule):
    """Understood, fixed, will not recur: one of the three cannot be found."""

    id = "R81"
    slug = "reviewer-questions-unanswered"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each of the three questions that the plan leaves open."""
        cause, fix = review[Item.CAUSE], review[Item.FIX]
        if not asks_for_a_plan(review) or not (cause.text.strip() and fix.text.strip()):
            return
        told = f"{review[Item.VIOLATION].folded.text}\n{cause.folded.text}"
        if not owns_a_gap(review) and not says("owns_failure", told):
            yield Hit(cause.place(), variant="understood")
        if not says("fixed_already", fix.folded.text):
            yield Hit(fix.place(), variant="fixed")
        if not says("keeps_from_recurring", fix.folded.text):
            yield Hit(fix.place(), variant="prevented")


def _speaks_of_the_shop(text: str) -> bool:
    return found(text, "item_one", "history") and not found(text, "item_one", "notice")


def _first_told(original: str) -> int:
    """Return where the first sentence begins that is no heading."""
    for sentence in read(original).sentences:
        if not found(sentence.text, "no_act", "heading"):
            return sentence.start
    return 0


def _bare(text: str) -> str:
    return _NO_LETTERS.sub("", lowered(fold(text).text))


def _core(name: str) -> str:
    """Return the part of a name or number by which anybody would know it."""
    low = lowered(fold(name).text)
    for match in reversed(find("legal_form", low)):
        low = low[: match.start] + " " + low[match.end :]
    return _bare(low)
