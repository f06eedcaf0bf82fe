"""Why somebody cannot sign in: one question after the other until a branch ends.

Questions, answers and what to do are data (``signin.toml``, ``outcomes.toml``). The answers are
given as short keys, so that an address can carry them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kaizen.help.text import Source, load, optional, sources, wording, wordings
from kaizen.violations.violation_type import Wording


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: where it leads, what it tells Amazon, and which answer goes on from its end."""

    key: str
    label: Wording
    hint: Wording | None
    fact: Wording | None
    question: str | None
    outcome: str | None
    otherwise: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """One question; ``short`` names it in the list of answers."""

    key: str
    title: Wording
    short: Wording
    lead: Wording | None
    answers: tuple[Answer, ...]

    def answer(self, key: str | None) -> Answer | None:
        """Return the answer of this key, or None."""
        return next((one for one in self.answers if one.key == key), None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a branch: what to do, in order, and where to go on."""

    key: str
    title: Wording
    lead: Wording
    steps: tuple[Wording, ...]
    message: str | None
    pages: tuple[str, ...]
    sources: tuple[Source, ...]
    as_of: str


@dataclass(frozen=True, slots=True)
class Walk:
    """The way through the questions so far: it stands at a question or at the end of a branch."""

    taken: tuple[tuple[Question, Answer], ...]
    question: Question | None
    outcome: Outcome | None

    @property
    def answers(self) -> dict[str, str]:
        """Return the answers on the way, by the key of their question."""
        return {question.key: answer.key for question, answer in self.taken}

    def facts(self, language: str) -> tuple[str, ...]:
        """Return what the answers tell Amazon, as sentences."""
        return tuple(answer.fact.in_language(language) for _, answer in self.taken if answer.fact)


def walk(answers: Mapping[str, str], *, stop_at: str | None = None) -> Walk:
    """Follow ``answers`` from the first question as far as they go, or to question ``stop_at``.

    Answers that are unknown, or beside the way, are ignored.
    """
    by_key = {question.key: question for question in questions()}
    here, taken = questions()[0], []
    # Each step leads to a later question, so that the way cannot be longer than the list.
    for _ in by_key:
        answer = here.answer(answers.get(here.key))
        if answer is None or here.key == stop_at:
            break
        taken.append((here, answer))
        if answer.outcome is not None:
            return Walk(tuple(taken), None, outcomes()[answer.outcome])
        here = by_key[str(answer.question)]
    return Walk(tuple(taken), here, None)


@cache
def questions() -> tuple[Question, ...]:
    """Return the questions in the order in which they are asked."""
    return tuple(_question(key, entry) for key, entry in load("signin").items())


@cache
def outcomes() -> Mapping[str, Outcome]:
    """Return the ends of the branches by key."""
    data = load("outcomes")
    return {key: _outcome(key, entry, data["as_of"]) for key, entry in data["outcome"].items()}


def cautions() -> tuple[Wording, ...]:
    """Return what holds while one is still looking for the cause."""
    return wordings(load("outcomes")["cautions"])


def _question(key: str, entry: Mapping[str, Any]) -> Question:
    return Question(
        key=key,
        title=wording(entry["title"]),
        short=wording(entry["short"]),
        lead=optional(entry, "lead"),
        answers=tuple(_answer(name, one) for name, one in entry["answer"].items()),
    )


def _answer(key: str, entry: Mapping[str, Any]) -> Answer:
    return Answer(
        key=key,
        label=wording(entry),
        hint=optional(entry, "hint"),
        fact=optional(entry, "fact"),
        question=entry.get("question"),
        outcome=entry.get("outcome"),
        otherwise=entry.get("otherwise"),
    )


def _outcome(key: str, entry: Mapping[str, Any], as_of: str) -> Outcome:
    return Outcome(
        key=key,
        title=wording(entry["title"]),
        lead=wording(entry["lead"]),
        steps=wordings(entry["steps"]),
        message=entry.get("message"),
        pages=tuple(entry.get("pages", ())),
        sources=sources(entry["sources"]),
        as_of=as_of,
    )
