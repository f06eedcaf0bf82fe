"""A whole number as people write it: full-width, with commas, with a counting word behind it."""

import re
import tomllib
from functools import cache
from pathlib import Path

from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.validators import ValidationError
from wtforms.widgets import TextInput

from forms.clean import clean
from kaizen.text import fold

_NUMBER = re.compile(r"(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(\D{0,20})")


def read_count(typed: str) -> int | None:
    """Return the number that ``typed`` writes, or None where it is no plain whole number."""
    text = "".join(fold(typed[:80]).text.split()).lower().replace("\u3001", ",")
    match = _NUMBER.fullmatch(text)
    if match is None or (match.group(2) and match.group(2).strip(".") not in _counters()):
        return None
    return int(match.group(1).replace(",", ""))


@cache
def _counters() -> frozenset[str]:
    words = tomllib.loads(Path(__file__).with_name("counters.toml").read_text("utf-8"))
    return frozenset(words["after"])


class CountField(Field):  # type: ignore[misc]
    """A number or None. What cannot be read stays on the page as it was typed."""

    widget = TextInput()
    removed = 0
    typed = ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the number that was typed."""
        if valuelist:
            cleaned = clean(valuelist[0])
            self.typed, self.removed = cleaned.text, cleaned.removed
            self.data = read_count(self.typed) if self.typed.strip() else None

    def pre_validate(self, form: object) -> None:
        """Refuse words that are no whole number."""
        if self.typed.strip() and self.data is None:
            raise ValidationError(_l("Write one whole number in digits, such as 28 or 1,505."))

    def _value(self) -> str:
        if self.typed:
            return self.typed
        return "" if self.data is None else f"{self.data:,}"
