"""The numbers of the causes that a measure answers: ticked, or typed where none are listed."""

import re

from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.validators import ValidationError
from wtforms.widgets import TextInput

from forms.clean import clean
from kaizen.limits import CAUSES
from kaizen.text import fold


class CauseNumbersField(Field):  # type: ignore[misc]
    """A tuple of numbers from 1, in order and once each."""

    widget = TextInput()
    removed = 0
    typed = ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read every number that was ticked or typed."""
        self.typed = clean("\u3001".join(valuelist)).text
        numbers = {int(digits) for digits in re.findall(r"\d{1,6}", fold(self.typed).text)}
        self.data = tuple(sorted(numbers))

    def pre_validate(self, form: object) -> None:
        """Refuse words without a number, and numbers that no cause can have."""
        beyond = any(not 1 <= number <= CAUSES for number in self.data or ())
        if beyond or (self.typed.strip() and not self.data):
            raise ValidationError(_l("Write the numbers of the causes, such as 1 or 1, 3."))

    def _value(self) -> str:
        return self.typed or ", ".join(str(number) for number in self.data or ())
