"""Each step form: what it shows is what it stores, and half-written steps are stored."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from forms.cause import CauseForm
from forms.dates import DatesForm
from forms.effect import EffectForm
from forms.exhibits import ExhibitsForm
from forms.fix import FixForm
from forms.person import PersonForm
from forms.violation import ViolationForm
from kaizen.case import Exhibit
from kaizen.limits import MEASURES
from kaizen.plan import Measure, Person, Plan, Progress, Violation
from tests.builders import a_case, a_structured_plan
from tests.form_builders import shown

FORMS = (ViolationForm, CauseForm, FixForm, EffectForm, DatesForm, PersonForm, ExhibitsForm)


def a_full_case():
    case = replace(a_case(plan=a_structured_plan()), finished=("cause",))
    return case.with_exhibits((Exhibit("資料1 照合記録.pdf", date(2026, 11, 5), "照合した日"),))


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("case", [a_full_case(), a_case()], ids=["fields", "free text"])
def test_saving_a_page_unchanged_changes_nothing(kind, case):
    form = kind()
    form.fill(case)
    posted = kind.posted(shown(form))
    assert posted.validate(), posted.errors
    assert posted.apply_to(case) == case
    assert posted.stamp(case) == form.stamp(posted.apply_to(case))


@pytest.mark.parametrize("kind", FORMS)
def test_an_empty_case_is_filled_and_stored(kind):
    case = a_case(plan=Plan())
    form = kind()
    form.fill(case)
    posted = kind.posted(shown(form))
    assert posted.validate(), posted.errors
    assert posted.apply_to(case) == case


@pytest.mark.parametrize("kind", FORMS)
def test_words_that_were_not_sent_stay(kind):
    case = a_case()
    posted = kind.posted(MultiDict({"csrf_token": "x"}))
    posted.validate()
    assert posted.apply_to(case) == case


def test_facts_are_read_as_people_type_them():
    posted = ViolationForm.posted(
        MultiDict(
            {
                "violation-text": "",
                "violation-asins": "対象はB0ZH2J5K1Wほか",
                "violation-order_ids": "注文250-5550201-\n0000210",
                "violation-period_from": "令和8年9月4日",
                "violation-period_to": "2026/11/02",
                "violation-count": "２８件",
                "violation-total": "1,505",
            }
        )
    )
    assert posted.validate(), posted.errors
    assert posted.apply_to(a_case(plan=Plan())).plan.violation == Violation(
        asins=("B0ZH2J5K1W",),
        order_ids=("250-5550201-0000210",),
        period_from=date(2026, 9, 4),
        period_to=date(2026, 11, 2),
        count=28,
        total=1505,
    )


def test_a_field_that_cannot_be_read_keeps_its_value_and_the_rest_is_stored():
    case = a_case(plan=a_structured_plan())
    form = ViolationForm()
    form.fill(case)
    words = shown(form)
    words["violation-count"] = "約30件"
    words["violation-what"] = "新しい説明"
    posted = ViolationForm.posted(words)
    assert not posted.validate()
    stored = posted.apply_to(case).plan.violation
    assert (stored.count, stored.what) == (28, "新しい説明")
    assert posted.violation.form.count._value() == "約30件"


def test_ids_that_were_found_are_stored_beside_one_that_is_doubtful():
    posted = ViolationForm.posted(MultiDict({"violation-asins": "B0ZH2J5K1W B0ZH2J5K2"}))
    assert not posted.validate()
    assert posted.apply_to(a_case(plan=Plan())).plan.violation.asins == ("B0ZH2J5K1W",)
    assert "B0ZH2J5K2" in str(posted.violation.form.asins.errors[0])


@pytest.mark.parametrize(
    "typed, reason",
    [
        ("11月末", "several days"),
        ("2026年11月下旬", "several days"),
        ("2026年11月", "Add the day"),
        ("2026/11/31", "does not have this day"),
        ("できるだけ早く", "Write a date"),
    ],
)
def test_a_day_that_cannot_be_read_is_refused_with_the_reason_but_its_words_are_kept(typed, reason):
    posted = DatesForm.posted(
        MultiDict({"implementation_date": typed, "effect_month": "2027年1月"})
    )
    assert not posted.validate()
    assert reason in str(posted.implementation_date.errors[0])
    assert posted.apply_to(a_case(plan=Plan())).plan.implementation_date == typed


@pytest.mark.parametrize(
    "typed",
    [
        "2026年11月30日",
        "令和8年11月30日",
        "２０２６／１１／３０",
        "2026/11/30",
        "2026-11-30",
        "2026年11月30日までに実施",
        "November 30, 2026",
    ],
)
def test_days_are_accepted_as_people_write_them(typed):
    posted = DatesForm.posted(MultiDict({"implementation_date": typed}))
    assert posted.validate(), posted.errors


@pytest.mark.parametrize(
    "day, month",
    [
        ("11月30日", "1月"),
        ("by 30 November", "January"),
        ("2026年11月30日までに全店で", "2027年1月末"),
    ],
)
def test_a_year_left_out_and_words_around_are_no_reason_to_refuse(day, month):
    posted = DatesForm.posted(MultiDict({"implementation_date": day, "effect_month": month}))
    assert posted.validate()


@pytest.mark.parametrize("typed", ["そのうち", "来年", "2027/13"])
def test_a_month_that_cannot_be_read_is_refused(typed):
    posted = DatesForm.posted(MultiDict({"effect_month": typed}))
    assert not posted.validate()
    assert posted.apply_to(a_case(plan=Plan())).plan.effect_month == typed


def test_unknown_progress_counts_as_undecided():
    posted = FixForm.posted(MultiDict({"measures-0-what": "x", "measures-0-progress": "hacked"}))
    assert posted.validate(), posted.errors
    assert posted.apply_to(a_case(plan=Plan())).plan.measures[0].progress is Progress.UNDECIDED


@pytest.mark.parametrize(
    "typed, limit",
    [("あ" * 8001, "8,000 characters"), ("x\n" * 200, "200 lines")],
)
def test_a_text_over_the_limit_comes_back_with_the_limit(typed, limit):
    case = a_case()
    posted = CauseForm.posted(MultiDict({"cause_text": typed}))
    assert not posted.validate()
    assert limit in str(posted.cause_text.errors[0])
    assert posted.cause_text._value() == typed
    assert posted.apply_to(case).plan.cause_text == case.plan.cause_text


def test_a_text_at_the_limit_is_stored():
    posted = CauseForm.posted(MultiDict({"cause_text": "あ" * 8000}))
    assert posted.validate()
    assert len(posted.apply_to(a_case()).plan.cause_text) == 8000


def test_a_list_over_the_limit_stays_as_it_was():
    case = a_case(plan=a_structured_plan())
    words = MultiDict({f"measures-{n}-what": f"{n}" for n in range(MEASURES + 1)})
    posted = FixForm.posted(words)
    assert not posted.validate()
    assert posted.apply_to(case).plan.measures == case.plan.measures
    assert str(MEASURES) in str(posted.measures.errors[-1])


def test_a_plan_over_the_limit_is_refused_but_may_become_shorter():
    long = a_case(plan=Plan(measures=tuple(Measure("あ" * 7999) for _ in range(8))))
    form = CauseForm.posted(MultiDict({"cause_text": "もっと"}))
    form.validate()
    assert form.refuse_too_long(long, form.apply_to(long))
    assert "60,000" in str(form.cause_text.errors[-1])
    shorter = PersonForm.posted(MultiDict({"name": ""}))
    shorter.validate()
    assert not shorter.refuse_too_long(long, shorter.apply_to(long))


@pytest.mark.parametrize(
    "before, answer, after",
    [((), "yes", ("fix",)), (("fix",), "later", ()), (("cause", "fix"), "yes", ("cause", "fix"))],
)
def test_the_answer_to_finished_is_kept(before, answer, after):
    case = replace(a_case(), finished=before)
    posted = FixForm.posted(MultiDict({"finished": answer}))
    posted.validate()
    assert posted.apply_to(case).finished == after


def test_removed_control_characters_are_counted():
    posted = PersonForm.posted(MultiDict({"name": "小林\x00 健一\x07", "role": "責任者"}))
    assert posted.validate()
    assert posted.removed_characters() == 2
    assert posted.apply_to(a_case(plan=Plan())).plan.person == Person("小林 健一", "責任者")


def test_another_text_has_another_mark():
    case = a_case(plan=a_structured_plan())
    form = FixForm()
    other = case.with_plan(replace(case.plan, fix_text="x"))
    elsewhere = case.with_plan(replace(case.plan, cause_text="x"))
    assert form.stamp(case) != form.stamp(other)
    assert form.stamp(case) == form.stamp(elsewhere)


@given(
    st.dictionaries(
        st.sampled_from(
            [
                "fix_text",
                "finished",
                "add",
                "remove",
                "up",
                "measures-0-what",
                "measures-1-day",
                "measures-1-causes",
                "measures-0-progress",
                "measures-²-x",
                "measures-3-who",
            ]
        ),
        st.text(max_size=40),
    )
)
def test_any_post_gets_an_answer(words):
    posted = FixForm.posted(MultiDict(words))
    posted.validate()
    posted.apply_to(a_case(plan=a_structured_plan()))
