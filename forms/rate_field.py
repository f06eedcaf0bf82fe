"""A percentage in one text field: full-width digits, with or without the sign."""

from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.validators import ValidationError
from wtforms.widgets import TextInput

from forms.clean import clean
from intake.forecast_file import percentage


class RateField(Field):  # type: ignore[misc]
    """A percentage from 0 to 100, or None. What cannot be read stays as it was typed."""

    widget = TextInput()
    removed = 0
    typed = ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the percentage that was typed."""
        if valuelist:
            cleaned = clean(valuelist[0])
            self.typed, self.removed = cleaned.text, cleaned.removed
            self.data = percentage(self.typed) if self.typed.strip() else None

    def pre_validate(self, form: object) -> None:
        """Refuse words that are no percentage."""
        if self.typed.strip() and self.data is None:
            raise ValidationError(_l("Write a percentage from 0 to 100, such as 0.4."))

    def _value(self) -> str:
        if self.typed:
            return self.typed
        return "" if self.data is None else f"{self.data.normalize():f}"
