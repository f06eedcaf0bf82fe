"""One value of the reading, put in by hand. Empty says that the notice does not give it."""

from typing import Any

from wtforms import Field, Form

from forms.correction_fields import FIELDS
from kaizen.notice import Notice
from kaizen.notice_written import clock_lines, metric_lines

SEVERAL = ("documents_requested", "other_violation_types")
"""Keys whose values are ticked in a list."""


class CorrectionForm(Form):  # type: ignore[misc]
    """Holds one field called ``value``; ``written`` is it as kept with the case."""

    value: Field

    def written(self) -> str:
        """Return the value as text; empty where the notice does not give it."""
        data = self.value.data
        if isinstance(data, list):
            return "\n".join(data)
        return data.isoformat() if hasattr(data, "isoformat") else (data or "")


def correction_form(key: str, label: str, language: str) -> type[CorrectionForm]:
    """Return the form class for one ``key`` of the reading."""
    return type("OneValue", (CorrectionForm,), {"value": FIELDS[key](label, language)})


def current_value(notice: Notice, key: str, language: str) -> Any:
    """Return what the field shows first."""
    value = getattr(notice, key)
    if key == "deadline":
        return value.date if value else None
    if key == "metrics":
        return metric_lines(value, language)
    if key == "other_clocks":
        return clock_lines(value, language)
    if key in SEVERAL:
        return list(value)
    if isinstance(value, tuple):
        return "\n".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value
