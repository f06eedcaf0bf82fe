"""The day on which the seller handed the plan in."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, Field
from wtforms.validators import InputRequired, ValidationError

from forms.day_field import DayField


class SubmittedForm(FlaskForm):  # type: ignore[misc]
    """“I have submitted it”, with the day; nobody has submitted anything tomorrow."""

    day = DayField(
        _l("Day on which you submitted it"),
        description=_l("For example 2026/11/14."),
    )

    def __init__(self, *args: Any, today: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def validate_day(self, field: Field) -> None:
        """Refuse an empty day and a day after today."""
        if field.data is None:
            raise ValidationError(_l("Give the day on which you submitted it."))
        if self._today is not None and field.data > self._today:
            raise ValidationError(_l("This day is still to come. Give the day you submitted it."))


class NoteSentForm(SubmittedForm):
    """“I have sent it”: the day, and the seller's word that all of it is true."""

    is_true = BooleanField(
        _l("What I wrote is true. The documents I sent are genuine and unaltered."),
        validators=[InputRequired(_l("Tick this once you can say it."))],
    )
