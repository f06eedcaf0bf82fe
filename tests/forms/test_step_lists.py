"""The lists of the step forms: what moves, what goes, and what refers to it."""

from werkzeug.datastructures import MultiDict

from forms.cause import CauseForm
from forms.effect import EffectForm
from forms.fix import FixForm
from kaizen.plan import Cause, Effect, Measure, Plan, Progress
from tests.builders import a_case
from tests.form_builders import shown


def test_measures_follow_a_cause_that_moves_and_forget_one_that_goes():
    plan = Plan(
        causes=(Cause("a"), Cause("b"), Cause("c")),
        measures=(
            Measure("x", causes=(1, 3)),
            Measure("y", causes=(2,)),
            Measure("z", causes=(9,)),
        ),
    )
    case = a_case(plan=plan)
    form = CauseForm()
    form.fill(case)
    moved = CauseForm.posted(MultiDict([*shown(form).items(multi=True), ("up", "2")]))
    moved.validate()
    after = moved.apply_to(case).plan
    assert [cause.why for cause in after.causes] == ["a", "c", "b"]
    assert [measure.causes for measure in after.measures] == [(1, 2), (3,), (9,)]

    removed = CauseForm.posted(MultiDict([*shown(form).items(multi=True), ("remove", "0")]))
    removed.validate()
    after = removed.apply_to(case).plan
    assert [cause.why for cause in after.causes] == ["b", "c"]
    assert [measure.causes for measure in after.measures] == [(2,), (1,), (9,)]


def test_a_repeated_removal_does_not_move_the_references_again():
    plan = Plan(causes=(Cause("b"),), measures=(Measure("x", causes=(1,)),))
    posted = CauseForm.posted(
        MultiDict({"causes-0-why": "a", "causes-1-why": "b", "remove": "0", "cause_text": ""})
    )
    posted.validate()
    case = a_case(plan=plan)
    assert posted.apply_to(case, keep_numbers=True) == case


def test_blank_cards_are_not_stored():
    posted = EffectForm.posted(
        MultiDict(
            {"effects-0-indicator": "", "effects-1-indicator": "注文不良率", "effects-2-who": ""}
        )
    )
    assert posted.validate()
    assert posted.apply_to(a_case(plan=Plan())).plan.effects == (Effect("注文不良率"),)


def test_a_half_written_measure_is_stored():
    posted = FixForm.posted(
        MultiDict(
            {"measures-0-what": "棚を離す", "measures-0-day": "11月末", "measures-0-who": "原"}
        )
    )
    assert not posted.validate()
    stored = posted.apply_to(a_case(plan=Plan())).plan.measures
    assert stored == (Measure(what="棚を離す", who="原", progress=Progress.UNDECIDED),)
    assert posted.measures[0].form.day._value() == "11月末"


def test_ticked_and_typed_cause_numbers_are_read():
    ticked = MultiDict([("measures-0-causes", "2"), ("measures-0-causes", "1")])
    typed = MultiDict({"measures-0-causes": "原因1、2"})
    for words in (ticked, typed):
        posted = FixForm.posted(words)
        assert posted.validate(), posted.errors
        assert posted.apply_to(a_case(plan=Plan())).plan.measures[0].causes == (1, 2)
