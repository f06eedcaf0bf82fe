"""Item 4: what becomes better, in free words and one card for each indicator."""

from dataclasses import replace
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, Form, FormField

from forms.entries import read_entries
from forms.list_limit import HasAtMost
from forms.step_form import StepForm, kept
from forms.text_fields import LineField, ProseField
from kaizen.case import Case
from kaizen.limits import EFFECTS
from kaizen.plan import Effect


class EffectFields(Form):  # type: ignore[misc]
    """One indicator."""

    indicator = LineField(
        _l("Which number becomes better?"), description=_l("For example: order defect rate.")
    )
    before = LineField(_l("From"), description=_l("The number today, for example 1.86%."))
    after = LineField(_l("To"), description=_l("The number you aim for, for example under 0.8%."))
    how = LineField(
        _l("How and when do you measure it?"),
        description=_l("For example: counted each Monday over the last 60 days."),
    )
    who = LineField(_l("Who checks it?"))
    if_missed = ProseField(
        _l("What do you do if it is missed?"),
        rows=2,
        description=_l("For example: we stop shipping that product until the cause is found."),
    )


class EffectForm(StepForm):
    """Item 4 on its page."""

    step = "effect"
    entries_name = "effects"

    effects = FieldList(FormField(EffectFields), validators=[HasAtMost(EFFECTS)])
    effect_text = ProseField(_l("The effect in one text"), rows=6)

    def values(self, case: Case) -> dict[str, Any]:
        """Return item 4."""
        return {"effects": case.plan.effects, "effect_text": case.plan.effect_text}

    def change(self, case: Case, *, keep_numbers: bool) -> Case:
        """Return ``case`` with item 4 as typed."""
        plan = case.plan
        effects, _numbers = read_entries(
            self.effects,
            self.arranged,
            plan.effects,
            _effect,
            Effect(),
            keep_blank=self.keep_blank,
        )
        return case.with_plan(
            replace(plan, effects=effects, effect_text=kept(self.effect_text, plan.effect_text))
        )


def _effect(fields: Any, stored: Effect) -> Effect:
    return Effect(
        indicator=kept(fields.indicator, stored.indicator),
        before=kept(fields.before, stored.before),
        after=kept(fields.after, stored.after),
        how=kept(fields.how, stored.how),
        who=kept(fields.who, stored.who),
        if_missed=kept(fields.if_missed, stored.if_missed),
    )
