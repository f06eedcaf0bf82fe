"""The reviewer's sixty seconds: the first sentence of each item, and what a stranger can tell.

It shows and gives no score: a stranger can tell something where the item says it and no rule
found that it is missing (idea: reviewers read a plan in minutes).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kaizen.finding import Finding
from kaizen.plan import Item
from kaizen.reading.headings import heading_of
from kaizen.reading.sentences import read
from kaizen.review_context import Review
from kaizen.text import fold

_FIGURES = re.compile(r"[0-9]{1,4}(?:[-/.][0-9]{1,4}){1,2}")
# Reading speed of business prose, characters and words a minute (a round figure for orientation).
JAPANESE_A_MINUTE = 500
ENGLISH_A_MINUTE = 200


class Question(StrEnum):
    """What a stranger wants to know."""

    WHICH = "which"
    COUNTS = "counts"
    WHY = "why"
    BEGUN = "begun"
    WHO = "who"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class FirstSentence:
    """The sentence with which an item begins; empty where nothing is written."""

    item: Item
    text: str


_ASKED: dict[Question, tuple[Item, frozenset[str]]] = {
    Question.WHICH: (Item.VIOLATION, frozenset({"R02", "R03", "R04", "R06"})),
    Question.COUNTS: (Item.VIOLATION, frozenset({"R05"})),
    Question.WHY: (Item.CAUSE, frozenset({"R08", "R10", "R11", "R12", "R41"})),
    Question.BEGUN: (Item.FIX, frozenset({"R14", "R15"})),
    Question.WHO: (Item.RESPONSIBLE_PERSON, frozenset({"R34", "R17"})),
    Question.GOAL: (Item.EFFECT, frozenset({"R25", "R28", "R32", "R33"})),
}


def first_sentences(review: Review) -> tuple[FirstSentence, ...]:
    """Return the first sentence of each item, in the order of the template."""
    return tuple(FirstSentence(item, _first(text.text)) for item, text in review.items.items())


def stranger_can_tell(review: Review, findings: Sequence[Finding]) -> dict[Question, bool]:
    """Return for each question whether the plan answers it."""
    found = {finding.id for finding in findings if not finding.is_waived}
    missing = {finding.place.item for finding in findings if finding.id == "R01"}
    return {
        question: item.value not in missing and not rules & found
        for question, (item, rules) in _ASKED.items()
    }


def minutes_to_read(review: Review) -> int:
    """Return about how many minutes a reader needs, at least one."""
    texts = [text.text for text in review.items.values()]
    if review.language == "ja":
        return max(1, round(sum(map(len, texts)) / JAPANESE_A_MINUTE))
    return max(1, round(sum(len(text.split()) for text in texts) / ENGLISH_A_MINUTE))


def _first(text: str) -> str:
    folded = fold(text)
    for sentence in read(text).sentences:
        heading = heading_of(sentence.text)
        if heading is not None and heading[1] >= len(sentence.text):
            continue
        if not any(character.isalpha() for character in sentence.text):
            continue  # the number of a list, with its point
        return " ".join(folded.quote(sentence.start, sentence.end).split())
    # A day in figures, as items 5 and 6 may have it.
    return " ".join(text.split()) if _FIGURES.fullmatch(folded.text.strip()) else ""
