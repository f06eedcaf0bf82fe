"""What Amazon answered to a submission."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, RadioField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, ValidationError

from forms.day_field import DayField
from kaizen.limits import NOTICE_CHARACTERS


class AnswerForm(FlaskForm):  # type: ignore[misc]
    """The outcome, the day, and the words of the answer."""

    outcome = RadioField(
        _l("What came back"),
        choices=[
            SelectChoice("more_asked", _l("More information is asked, or it was not accepted")),
            SelectChoice("reinstated", _l("The account or the offers are open again")),
            SelectChoice("refused", _l("A final refusal")),
        ],
        validators=[InputRequired(_l("Choose what came back."))],
    )
    day = DayField(_l("Day of the answer"), description=_l("For example 2026/11/14."))
    text = TextAreaField(
        _l("The answer, from subject to last line"),
        description=_l("Paste it as it is. What it asks for becomes the list of the next round."),
        validators=[Length(max=NOTICE_CHARACTERS, message=_l("Shorten it to 200,000 characters."))],
    )

    def __init__(self, *args: Any, today: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def validate_day(self, field: Field) -> None:
        """Refuse an empty day and a day after today."""
        if field.data is None:
            raise ValidationError(_l("Give the day of the answer."))
        if self._today is not None and field.data > self._today:
            raise ValidationError(_l("This day is still to come. Give the day of the answer."))
