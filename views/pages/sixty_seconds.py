"""What a hurried reader sees: the first sentence of each item, and what a stranger can tell."""

from dataclasses import dataclass


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

    sentences: tuple[SentenceRow, ...]
    answers: tuple[AnswerRow, ...]
