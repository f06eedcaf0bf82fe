"""The order of the steps and how far each one is."""

from dataclasses import replace

import pytest

from kaizen.case import Case
from kaizen.plan import Item, Plan
from kaizen.steps import (
    STEPS,
    StepStatus,
    is_begun,
    next_step,
    status_of,
    step_after,
    step_before,
    step_called,
    step_of,
    written_items,
)
from tests.builders import a_case, a_structured_plan

ALL_FINISHED = ("violation", "cause", "fix", "effect")


def test_every_item_is_written_on_one_step_in_the_order_of_the_template() -> None:
    assert [item for step in STEPS for item in step.items] == list(Item)
    assert all(step_of(item).items.count(item) == 1 for item in Item)


def test_an_empty_case_begins_with_the_first_step() -> None:
    assert {status_of(Case(), step) for step in STEPS} == {StepStatus.TODO}
    assert next_step(Case()) == STEPS[0]
    assert written_items(Case()) == 0


def test_a_written_item_is_done_only_when_the_seller_says_so() -> None:
    case = a_case()
    assert status_of(case, STEPS[1]) is StepStatus.DOING
    assert status_of(replace(case, finished=("cause",)), STEPS[1]) is StepStatus.DONE


def test_structured_fields_count_as_written() -> None:
    case = Case(plan=a_structured_plan())
    assert status_of(case, STEPS[2]) is StepStatus.DOING


def test_an_emptied_item_is_not_done_any_more() -> None:
    case = replace(a_case(cause=""), finished=ALL_FINISHED)
    assert status_of(case, STEPS[1]) is StepStatus.TODO
    assert next_step(case) == STEPS[1]


@pytest.mark.parametrize(
    "day, month, status",
    [
        ("2026年11月14日", "2027年1月", StepStatus.DONE),
        ("2026年11月14日", "", StepStatus.DOING),
        ("11月末", "2027年1月", StepStatus.DOING),
        ("", "", StepStatus.TODO),
    ],
)
def test_dates_are_done_when_both_can_be_read(day: str, month: str, status: StepStatus) -> None:
    case = Case(plan=Plan(implementation_date=day, effect_month=month))
    dates = step_called("dates")
    assert dates is not None
    assert status_of(case, dates) is status


def test_a_complete_case_has_no_next_step() -> None:
    case = replace(a_case(), finished=ALL_FINISHED)
    assert next_step(case) is None
    assert next_step(a_case()) is None
    assert written_items(case) == 7


def test_steps_follow_each_other() -> None:
    assert [step_after(step) for step in STEPS] == [*STEPS[1:], None]
    assert [step_before(step) for step in STEPS] == [None, *STEPS[:-1]]
    assert step_called("nothing") is None


def test_a_case_is_begun_with_the_first_word() -> None:
    assert not is_begun(Case())
    assert is_begun(Case(plan=Plan(effect_month="2027")))
