"""The pages for whom cannot sign in: a question, or what to do at the end of a branch."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import url_for

from kaizen.help.triage import Answer, Question, Walk, cautions
from views.pages.help_links import Link, Origin, help_links, origin
from views.pages.help_message import MessageView


@dataclass(frozen=True, slots=True)
class Given:
    """An answer given before, with the address where it is changed."""

    question: str
    answer: str
    link: str


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose; its control has the id ``answer-1``, ``answer-2`` and so on."""

    id: str
    value: str
    label: str
    hint: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """Everything a question places. ``kept`` are the other answers, which the form sends along."""

    key: str
    number: int
    title: str
    lead: str
    options: tuple[Option, ...]
    kept: tuple[tuple[str, str], ...]
    given: tuple[Given, ...]
    back: str
    cautions: tuple[str, ...]
    lacks_answer: bool


@dataclass(frozen=True, slots=True)
class OutcomePage:
    """Everything the end of a branch places. ``go_on`` asks the next question all the same."""

    title: str
    lead: str
    steps: tuple[str, ...]
    links: tuple[Link, ...]
    go_on: str
    given: tuple[Given, ...]
    back: str
    cautions: tuple[str, ...]
    message: MessageView | None
    origin: Origin


def question_page(
    way: Walk, question: Question, answers: Mapping[str, str], *, language: str, lacks_answer: bool
) -> QuestionPage:
    """Return the page of ``question``; ``answers`` hold also those that come later."""
    return QuestionPage(
        key=question.key,
        number=len(way.taken) + 1,
        title=question.title.in_language(language),
        lead=question.lead.in_language(language) if question.lead else "",
        options=tuple(
            _option(n, answer, answers.get(question.key), language)
            for n, answer in enumerate(question.answers, 1)
        ),
        kept=tuple((key, value) for key, value in answers.items() if key != question.key),
        given=_given(way, answers, language),
        back=_back(way, answers),
        cautions=_cautions(language),
        lacks_answer=lacks_answer,
    )


def outcome_page(way: Walk, *, language: str, message: MessageView | None) -> OutcomePage:
    """Return the page of the end that ``way`` has reached; raise ValueError before the end."""
    if way.outcome is None:
        raise ValueError("The way has not ended yet.")
    outcome, pages = way.outcome, help_links()
    return OutcomePage(
        title=outcome.title.in_language(language),
        lead=outcome.lead.in_language(language),
        steps=tuple(step.in_language(language) for step in outcome.steps),
        links=tuple(pages[key] for key in outcome.pages),
        go_on=_go_on(way),
        given=_given(way, way.answers, language),
        back=_back(way, way.answers),
        cautions=_cautions(language),
        message=message,
        origin=origin(outcome.sources, outcome.as_of, language),
    )


def address(answers: Mapping[str, str], *, at: str | None = None) -> str:
    """Return the address that carries ``answers``, at the question ``at`` if given."""
    return url_for("help.sign_in", **answers, at=at)


def _option(number: int, answer: Answer, chosen: str | None, language: str) -> Option:
    return Option(
        id=f"answer-{number}",
        value=answer.key,
        label=answer.label.in_language(language),
        hint=answer.hint.in_language(language) if answer.hint else "",
        is_chosen=answer.key == chosen,
    )


def _given(way: Walk, answers: Mapping[str, str], language: str) -> tuple[Given, ...]:
    return tuple(
        Given(
            question.short.in_language(language),
            answer.label.in_language(language),
            address(answers, at=question.key),
        )
        for question, answer in way.taken
    )


def _back(way: Walk, answers: Mapping[str, str]) -> str:
    if not way.taken:
        return ""
    return address(answers, at=way.taken[-1][0].key)


def _go_on(way: Walk) -> str:
    question, answer = way.taken[-1]
    if answer.otherwise is None:
        return ""
    return address({**way.answers, question.key: answer.otherwise})


def _cautions(language: str) -> tuple[str, ...]:
    return tuple(caution.in_language(language) for caution in cautions())
