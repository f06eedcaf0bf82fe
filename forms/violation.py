"""Item 1: what happened, in free words and in facts."""

from dataclasses import replace
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Form, FormField

from forms.count_field import CountField
from forms.day_field import DayField
from forms.ids_field import AsinsField, OrderIdsField
from forms.step_form import StepForm, kept, kept_parsed
from forms.text_fields import LineField, ProseField
from kaizen.case import Case
from kaizen.plan import Violation


class ViolationFields(Form):  # type: ignore[misc]
    """The fields of item 1, in the order of the screen."""

    text = ProseField(
        _l("In your own words"),
        rows=7,
        description=_l("Write it as one text, or use the separate fields, or both."),
    )
    policy = LineField(
        _l("Which policy or metric is it about?"),
        description=_l("As the notice calls it, for example: order defect rate."),
    )
    what = ProseField(_l("What happened?"), rows=4)
    asins = AsinsField(
        _l("ASINs"), description=_l("Paste them as they are. Words around them do not matter.")
    )
    order_ids = OrderIdsField(
        _l("Order numbers"),
        description=_l("Paste them as they are. Broken lines do not matter."),
    )
    period_from = DayField(_l("First day"))
    period_to = DayField(_l("Last day"))
    count = CountField(_l("How many orders or products were affected?"))
    total = CountField(_l("Out of how many in all?"))


class ViolationForm(StepForm):
    """Item 1 on its page."""

    step = "violation"

    violation = FormField(ViolationFields)

    def values(self, case: Case) -> dict[str, Any]:
        """Return item 1."""
        return {"violation": case.plan.violation}

    def change(self, case: Case, *, keep_numbers: bool) -> Case:
        """Return ``case`` with item 1 as typed."""
        fields, stored = self.violation.form, case.plan.violation
        violation = Violation(
            text=kept(fields.text, stored.text),
            policy=kept(fields.policy, stored.policy),
            what=kept(fields.what, stored.what),
            asins=fields.asins.storable(stored.asins),
            order_ids=fields.order_ids.storable(stored.order_ids),
            period_from=kept_parsed(fields.period_from, stored.period_from),
            period_to=kept_parsed(fields.period_to, stored.period_to),
            count=kept_parsed(fields.count, stored.count),
            total=kept_parsed(fields.total, stored.total),
        )
        return case.with_plan(replace(case.plan, violation=violation))
