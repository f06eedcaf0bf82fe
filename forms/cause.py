"""Item 2: the causes, in free words and one card each."""

from dataclasses import replace
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, Form, FormField

from forms.count_field import CountField
from forms.entries import read_entries
from forms.list_limit import HasAtMost
from forms.step_form import StepForm, kept, kept_parsed
from forms.text_fields import ProseField
from kaizen.case import Case
from kaizen.limits import CAUSES
from kaizen.plan import Cause, Measure


class CauseFields(Form):  # type: ignore[misc]
    """One cause."""

    why = ProseField(
        _l("Why did it happen?"),
        rows=4,
        description=_l("What was missing or wrong in how your store works?"),
    )
    why_unnoticed = ProseField(
        _l("Why did nobody notice?"),
        rows=3,
        description=_l("Which check was missing, or did not look at this?"),
    )
    count = CountField(_l("How many of the cases come from this cause?"))


class CauseForm(StepForm):
    """Item 2 on its page."""

    step = "cause"
    entries_name = "causes"

    causes = FieldList(FormField(CauseFields), validators=[HasAtMost(CAUSES)])
    cause_text = ProseField(_l("All causes in one text"), rows=8)

    def values(self, case: Case) -> dict[str, Any]:
        """Return item 2."""
        return {"causes": case.plan.causes, "cause_text": case.plan.cause_text}

    def change(self, case: Case, *, keep_numbers: bool) -> Case:
        """Return ``case`` with item 2 as typed; measures follow causes that moved."""
        plan = case.plan
        causes, numbers = read_entries(
            self.causes,
            self.arranged,
            plan.causes,
            _cause,
            Cause(),
            keep_blank=self.keep_blank,
        )
        measures = plan.measures
        if not keep_numbers:
            measures = tuple(_follow(measure, numbers, len(plan.causes)) for measure in measures)
        return case.with_plan(
            replace(
                plan,
                causes=causes,
                measures=measures,
                cause_text=kept(self.cause_text, plan.cause_text),
            )
        )


def _cause(fields: Any, stored: Cause) -> Cause:
    return Cause(
        why=kept(fields.why, stored.why),
        why_unnoticed=kept(fields.why_unnoticed, stored.why_unnoticed),
        count=kept_parsed(fields.count, stored.count),
    )


def _follow(measure: Measure, numbers: dict[int, int], listed: int) -> Measure:
    """Return ``measure`` with its causes under their new numbers; numbers of no card stay."""
    moved = (numbers.get(n) if n <= listed else n for n in measure.causes)
    return replace(measure, causes=tuple(sorted(n for n in moved if n is not None)))
