"""Item 3: the measures, in free words and one card each."""

from dataclasses import replace
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, Form, FormField, RadioField
from wtforms.fields import SelectChoice

from forms.cause_numbers_field import CauseNumbersField
from forms.day_field import DayField
from forms.entries import read_entries
from forms.list_limit import HasAtMost
from forms.step_form import StepForm, kept, kept_parsed
from forms.text_fields import LineField, ProseField
from kaizen.case import Case
from kaizen.limits import MEASURES
from kaizen.plan import Measure, Progress


class MeasureFields(Form):  # type: ignore[misc]
    """One measure."""

    what = ProseField(_l("What do you do?"), rows=3)
    progress = RadioField(
        _l("Is it done?"),
        choices=[
            SelectChoice(Progress.DONE.value, _l("Done: it has really been carried out")),
            SelectChoice(Progress.PLANNED.value, _l("Planned: it starts later")),
        ],
        validate_choice=False,
    )
    day = DayField(
        _l("Done on, or starting on"),
        description=_l("For example 2026/11/14 or 14 November 2026."),
    )
    who = LineField(_l("Who does it?"), description=_l("A name, or a role and a name."))
    when = LineField(
        _l("When, and how often?"), description=_l("For example: each business day at 17:00.")
    )
    criterion = LineField(
        _l("Which number shows that it worked?"),
        description=_l("For example: 0 parcels without a tracking number."),
    )
    record = LineField(
        _l("What is recorded, and where is it kept?"),
        description=_l("For example: scan log, kept for one year."),
    )
    causes = CauseNumbersField(_l("Which cause does it answer?"))
    exhibit = LineField(_l("Which exhibit shows it?"), description=_l("For example: Exhibit 2."))


class FixForm(StepForm):
    """Item 3 on its page."""

    step = "fix"
    entries_name = "measures"

    measures = FieldList(FormField(MeasureFields), validators=[HasAtMost(MEASURES)])
    fix_text = ProseField(_l("All measures in one text"), rows=10)

    def values(self, case: Case) -> dict[str, Any]:
        """Return item 3."""
        return {"measures": case.plan.measures, "fix_text": case.plan.fix_text}

    def change(self, case: Case, *, keep_numbers: bool) -> Case:
        """Return ``case`` with item 3 as typed."""
        plan = case.plan
        measures, _numbers = read_entries(
            self.measures,
            self.arranged,
            plan.measures,
            _measure,
            Measure(),
            keep_blank=self.keep_blank,
        )
        return case.with_plan(
            replace(plan, measures=measures, fix_text=kept(self.fix_text, plan.fix_text))
        )


def _measure(fields: Any, stored: Measure) -> Measure:
    return Measure(
        what=kept(fields.what, stored.what),
        progress=_progress(fields.progress.data),
        day=kept_parsed(fields.day, stored.day),
        who=kept(fields.who, stored.who),
        when=kept(fields.when, stored.when),
        record=kept(fields.record, stored.record),
        criterion=kept(fields.criterion, stored.criterion),
        causes=kept_parsed(fields.causes, stored.causes) or (),
        exhibit=kept(fields.exhibit, stored.exhibit),
    )


def _progress(chosen: str | None) -> Progress:
    return Progress(chosen) if chosen in set(Progress) else Progress.UNDECIDED
