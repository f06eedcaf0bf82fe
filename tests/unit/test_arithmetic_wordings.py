"""Wordings of sellers: a wrong figure is found whatever words stand around it, a right one is left."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kaizen.arithmetic import Kind, disagreements, statements

TODAY = date(2026, 11, 24)
WORDINGS = tomllib.loads(Path(__file__).with_name("arithmetic_wordings.toml").read_text("utf-8"))


@pytest.mark.parametrize("text", WORDINGS["wrong"])
def test_a_wrong_figure_is_found_in_its_own_words(text):
    assert len(disagreements(text, today=TODAY)) == 1


@pytest.mark.parametrize("text", WORDINGS["right"])
def test_a_right_figure_or_one_that_says_something_else_is_left_alone(text):
    assert disagreements(text, today=TODAY) == ()


@pytest.mark.parametrize(
    "text, working",
    [
        ("1,505件のうち28件(1.68%)", "28 ÷ 1,505 = 1.86%"),
        ("172個のうち20個に番号が無く、追跡可能率は84.4%です", "(172 - 20) ÷ 172 = 88.4%"),
        ("低評価17件、保証申請8件、チャージバック3件の合計29件です。", "17 + 8 + 3 = 28"),
        ("注文不良率が1.68%です。受注1,505件のうち不良は28件でした。", "28 ÷ 1,505 = 1.86%"),
    ],
)
def test_a_claim_shows_how_it_was_computed(text, working):
    (claim,) = statements(text, today=TODAY)
    assert claim.working == working


@pytest.mark.parametrize(
    "text, days",
    [
        ("2026年9月4日から11月2日までの90日間", (date(2026, 9, 4), date(2026, 11, 2))),
        ("2026年11月20日〜2026年11月13日", (date(2026, 11, 20), date(2026, 11, 13))),
        ("11月20日(土)", (date(2026, 11, 20),)),
    ],
)
def test_a_claim_about_days_names_them(text, days):
    (claim,) = disagreements(text, today=TODAY)
    assert claim.days == days


def texts_in(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from (text for value in data.values() for text in texts_in(value))
    elif isinstance(data, list):
        yield from (text for value in data for text in texts_in(value))


@pytest.mark.parametrize("folder", ["corpus", "plans"])
def test_the_wordings_and_plans_for_the_rules_hold_no_figure_that_does_not_come_out(folder):
    files = sorted((Path(__file__).parents[1] / "rules" / folder).glob("*.toml"))
    assert len(files) > 50
    texts = (text for file in files for text in texts_in(tomllib.loads(file.read_text("utf-8"))))
    wrong = [claim for text in texts for claim in disagreements(text, today=TODAY)]
    # Days that do not exist are planted: there is a rule for them.
    assert [claim for claim in wrong if claim.kind is not Kind.NO_SUCH_DAY] == []
