"""Text as typed: every character is kept but control characters, up to a named limit."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import ValidationError
from wtforms.widgets import TextArea

from forms.clean import clean
from kaizen.limits import FIELD_CHARACTERS, FIELD_LINES, SHORT_FIELD_CHARACTERS


class LineField(StringField):  # type: ignore[misc]
    """One line. ``removed`` counts the control characters that were taken out."""

    limit = SHORT_FIELD_CHARACTERS
    removed = 0

    def process_formdata(self, valuelist: list[str]) -> None:
        """Keep what was typed without control characters."""
        if valuelist:
            cleaned = clean(valuelist[0])
            self.data, self.removed = cleaned.text, cleaned.removed

    def pre_validate(self, form: object) -> None:
        """Refuse more than the limit, naming it."""
        check_length(self.data or "", self.limit)

    def __call__(self, **kwargs: Any) -> Any:
        """Return the control."""
        # A browser strips line feeds from an <input>: imported words may hold some.
        if "\n" in (self.data or ""):
            return TextArea()(self, rows=2, **kwargs)
        return super().__call__(**kwargs)


class ProseField(TextAreaField):  # type: ignore[misc]
    """Free words over several lines. ``rows`` is the height on the page."""

    limit = FIELD_CHARACTERS
    removed = 0

    def __init__(self, label: object = None, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(label, render_kw={"rows": rows}, **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Keep what was typed without control characters."""
        if valuelist:
            cleaned = clean(valuelist[0])
            self.data, self.removed = cleaned.text, cleaned.removed

    def pre_validate(self, form: object) -> None:
        """Refuse more characters or lines than the limits, naming them."""
        check_length(self.data or "", self.limit)
        lines = (self.data or "").count("\n") + 1
        if lines > FIELD_LINES:
            raise ValidationError(
                _l(
                    "Shorten this to %(limit)s lines. It has %(size)s now.",
                    limit=f"{FIELD_LINES:,}",
                    size=f"{lines:,}",
                )
            )


def check_length(text: str, limit: int) -> None:
    """Raise ValidationError naming ``limit`` where ``text`` is longer."""
    if len(text) > limit:
        raise ValidationError(
            _l(
                "Shorten this to %(limit)s characters. It has %(size)s now.",
                limit=f"{limit:,}",
                size=f"{len(text):,}",
            )
        )
