"""Items 5 and 6: the day by which all is done, and the month in which the effect shows."""

from dataclasses import replace
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from forms.day_field import day_problem
from forms.step_form import StepForm, kept
from forms.text_fields import LineField
from kaizen.case import Case
from kaizen.dates import DateProblem, read_day, read_month
from kaizen.reading.item_dates import written_day, written_month
from kaizen.reading.year_left_out import names_day_without_year, names_month_without_year


class DatesForm(StepForm):
    """Items 5 and 6 on their page. The words are stored as typed, also where no date is read."""

    step = "dates"

    implementation_date = LineField(
        _l("By which day is everything in item 3 in place?"),
        description=_l("For example 2026/11/14 or 14 November 2026."),
    )
    effect_month = LineField(
        _l("In which month will the effect of item 4 show?"),
        description=_l("For example 2027/1 or January 2027."),
    )

    def validate_implementation_date(self, field: LineField) -> None:
        """Refuse words that name no day, with the reason; a year left out is asked for later."""
        typed = field.data or ""
        if written_day(typed) or names_day_without_year(typed):
            return
        found = read_day(typed)
        if isinstance(found, DateProblem) and found is not DateProblem.EMPTY:
            raise ValidationError(day_problem(found, typed.strip()))

    def validate_effect_month(self, field: LineField) -> None:
        """Refuse words that name no month, with the reason; a year left out is asked for later."""
        typed = field.data or ""
        if written_month(typed) or names_month_without_year(typed):
            return
        found = read_month(typed)
        if isinstance(found, DateProblem) and found is not DateProblem.EMPTY:
            raise ValidationError(_month_problem(found, typed.strip()))

    def values(self, case: Case) -> dict[str, Any]:
        """Return items 5 and 6."""
        plan = case.plan
        return {
            "implementation_date": plan.implementation_date,
            "effect_month": plan.effect_month,
        }

    def change(self, case: Case, *, keep_numbers: bool) -> Case:
        """Return ``case`` with items 5 and 6 as typed."""
        return case.with_plan(
            replace(
                case.plan,
                implementation_date=_words(self.implementation_date, case.plan.implementation_date),
                effect_month=_words(self.effect_month, case.plan.effect_month),
            )
        )


def _words(field: LineField, stored: str) -> str:
    """Return what was typed where it fits, also if it names no date: the words are kept."""
    is_short = field.data is not None and len(field.data) <= field.limit
    return str(field.data) if is_short else stored if field.errors else kept(field, stored)


def _month_problem(problem: DateProblem, typed: str) -> Any:
    match problem:
        case DateProblem.PART_OF_MONTH:
            return _(
                "Write a year and a month, such as 2027/1, in place of “%(typed)s”.", typed=typed
            )
        case DateProblem.NO_SUCH_DAY:
            return _("The calendar does not have this month. Check the number.")
        case _:
            return _("Write a year and a month, such as 2027/1.")
