"""The questions about sign-in: every way through them ends, and nothing stands beside the ways."""

from collections.abc import Iterator

import pytest

from kaizen.help.message import message_keys
from kaizen.help.text import load, sources
from kaizen.help.triage import Question, Walk, cautions, outcomes, questions, walk

BY_KEY = {question.key: question for question in questions()}
# The order in which causes are ruled out.
ORDER = [
    "buyer",
    "password",
    "code",
    "marketplace",
    "outage",
    "browser",
    "device",
    "takeover",
    "dormant",
    "phishing",
    "permission",
    "stopped",
]


def ways(question: Question) -> Iterator[dict[str, str]]:
    """Yield one complete way through each answer of each question after ``question``.

    The questions form a line, so that a way is told apart by where it leaves the line.
    """
    seen: set[str] = set()

    def go(here: Question, taken: dict[str, str]) -> Iterator[dict[str, str]]:
        for answer in here.answers:
            way = {**taken, here.key: answer.key}
            if answer.outcome is not None:
                yield way
            elif (key := f"{answer.question}") not in seen:
                seen.add(key)
                yield from go(BY_KEY[key], way)

    yield from go(question, {})


WAYS = list(ways(questions()[0]))


def end_of(answers: dict[str, str]) -> Walk:
    return walk(answers)


def test_the_questions_stand_in_their_order() -> None:
    assert [question.key for question in questions()] == ORDER


def test_every_answer_leads_to_a_later_question_or_to_an_end() -> None:
    for place, question in enumerate(questions()):
        for answer in question.answers:
            assert (answer.question is None) != (answer.outcome is None), answer.key
            if answer.question is not None:
                assert ORDER.index(answer.question) > place, answer.key
            else:
                assert answer.outcome in outcomes(), answer.key


@pytest.mark.parametrize("answers", WAYS, ids=lambda way: "-".join(way.values()))
def test_every_way_ends_with_something_to_do(answers: dict[str, str]) -> None:
    way = end_of(answers)
    assert way.question is None
    assert way.outcome is not None
    assert len(way.outcome.steps) >= 3
    assert way.answers == answers


def test_no_question_and_no_end_stands_beside_the_ways() -> None:
    asked = {key for way in WAYS for key in way}
    ended = {end_of(way).outcome.key for way in WAYS if end_of(way).outcome}  # type: ignore[union-attr]
    assert asked == set(ORDER)
    assert ended == set(outcomes())


def test_whoever_was_not_helped_goes_on_with_a_later_question() -> None:
    found = 0
    for question in questions():
        for answer in question.answers:
            if answer.otherwise is not None:
                found += 1
                assert answer.outcome is not None
                other = question.answer(answer.otherwise)
                assert other is not None
                assert other.question is not None
    assert found > 5


def test_a_question_stops_the_way_and_keeps_what_was_answered_before() -> None:
    way = walk({"buyer": "yes", "password": "yes", "code": "none"}, stop_at="password")
    assert way.question == BY_KEY["password"]
    assert way.answers == {"buyer": "yes"}


@pytest.mark.parametrize(
    "answers",
    [{}, {"buyer": "nonsense"}, {"password": "yes"}, {"nothing": "yes"}, {"stopped": "no"}],
)
def test_answers_that_are_none_begin_at_the_first_question(answers: dict[str, str]) -> None:
    way = walk(answers)
    assert way.question == questions()[0]
    assert way.taken == ()


def test_facts_are_told_in_the_language_that_is_asked_for() -> None:
    way = walk({"buyer": "yes", "password": "yes", "code": "none"})
    assert way.facts("ja")[0] == "買い物用の画面には、同じメールアドレスで入れます。"
    assert way.facts("en")[0] == "I can sign in as a shopper with the same address."
    assert len(way.facts("ja")) == 3


def test_every_message_and_source_that_an_end_names_is_there() -> None:
    for outcome in outcomes().values():
        assert outcome.message is None or outcome.message in message_keys()
        assert outcome.sources
    assert all(
        source.address.startswith(("https://", "http://"))
        for source in sources(load("sources"))
        if source.key != "practice"
    )


def test_the_cautions_warn_of_sharing_and_of_new_accounts() -> None:
    words = " ".join(caution.en for caution in cautions())
    assert "password" in words
    assert "another account" in words
