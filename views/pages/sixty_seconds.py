"""What a hurried reader sees: the first sentence of each item, and what a stranger can tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from kaizen.finding import Finding
from kaizen.review_context import Review
from kaizen.sixty_seconds import Question, first_sentences, minutes_to_read, stranger_can_tell


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """The first sentence of one item."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question of a stranger, and whether the plan answers it."""

    question: str
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class SixtyView:
    """Everything the side column of the review places."""

    lead: str
    sentences: tuple[SentenceRow, ...]
    answers: tuple[AnswerRow, ...]


def sixty_view(review: Review, findings: Sequence[Finding]) -> SixtyView | None:
    """Return the side column of the review; None where nothing is written yet."""
    firsts = first_sentences(review)
    if not any(first.text for first in firsts):
        return None
    told = stranger_can_tell(review, findings)
    names = {
        Question.WHICH: _("Which notice, orders and products?"),
        Question.COUNTS: _("How many, and when?"),
        Question.WHY: _("Why it happened?"),
        Question.BEGUN: _("What is done already?"),
        Question.WHO: _("Who is responsible?"),
        Question.GOAL: _("What will be reached, and when?"),
    }
    minutes = minutes_to_read(review)
    return SixtyView(
        lead=ngettext(
            "The first sentence of each item. See whether they alone tell the story. The whole "
            "takes about a minute to read.",
            "The first sentence of each item. See whether they alone tell the story. The whole "
            "takes about %(num)d minutes to read.",
            minutes,
        ),
        sentences=tuple(
            SentenceRow(str(n + 1), _shortened(first.text) or _("Not written yet"))
            for n, first in enumerate(firsts)
        ),
        answers=tuple(
            AnswerRow(
                names[question],
                "done" if is_told else "weak",
                _("Can be told") if is_told else _("Not yet"),
            )
            for question, is_told in told.items()
        ),
    )


def _shortened(text: str, limit: int = 90) -> str:
    return text if len(text) <= limit else text[:limit] + "\u2026"
