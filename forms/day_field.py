"""A day in one text field: full-width digits, era years and English months are all read."""

from datetime import date
from typing import Any

from flask_babel import get_locale
from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.validators import ValidationError
from wtforms.widgets import TextInput

from forms.clean import clean
from forms.text_fields import check_length
from kaizen.dates import DateProblem, read_day, write_day
from kaizen.limits import SHORT_FIELD_CHARACTERS


def day_problem(problem: DateProblem, typed: str) -> Any:
    """Return what to do about a written day that names no day, as a sentence."""
    match problem:
        case DateProblem.PART_OF_MONTH:
            return _l(
                "Write one day, such as 2026/11/30. “%(typed)s” can be read as several days.",
                typed=typed,
            )
        case DateProblem.YEAR_MISSING:
            return _l("Add the year, such as 2026/11/30.")
        case DateProblem.DAY_MISSING:
            return _l("Add the day of the month, such as 2026/11/30.")
        case DateProblem.NO_SUCH_DAY:
            return _l("The calendar does not have this day. Check the month and the day.")
        case _:
            return _l("Write a date such as 2026/11/30.")


class DayField(Field):  # type: ignore[misc]
    """A date or None. What cannot be read stays on the page as it was typed."""

    widget = TextInput()
    removed = 0
    typed = ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the day that was typed."""
        if not valuelist:
            return
        cleaned = clean(valuelist[0])
        self.typed, self.removed = cleaned.text, cleaned.removed
        found = read_day(self.typed)
        self.data = found if isinstance(found, date) else None

    def pre_validate(self, form: object) -> None:
        """Refuse words that name no day, with the reason."""
        if self.data is not None or not self.typed.strip():
            return
        check_length(self.typed, SHORT_FIELD_CHARACTERS)
        found = read_day(self.typed)
        if isinstance(found, DateProblem) and found is not DateProblem.EMPTY:
            raise ValidationError(day_problem(found, self.typed.strip()))

    def _value(self) -> str:
        if self.typed:
            return self.typed
        return write_day(self.data, _language()) if self.data else ""


def _language() -> str:
    locale = get_locale()
    return str(locale.language) if locale else "ja"
