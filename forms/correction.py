"""One value of the reading, put in by hand. Empty says that the notice does not give it."""

from collections.abc import Callable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, SelectField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from forms.day_field import DayField
from forms.text_fields import LineField, ProseField
from kaizen.marketplaces import marketplaces
from kaizen.notice import Notice
from kaizen.notice_words import choices, document_name
from kaizen.violations import all_types, document_keys

_YES_NO = (("yes", _l("Yes")), ("no", _l("No")))


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
    return type("OneValue", (CorrectionForm,), {"value": _FIELDS[key](label, language)})


def current_value(notice: Notice, key: str) -> Any:
    """Return what the field shows first."""
    value = getattr(notice, key)
    if key == "deadline":
        return value.date if value else None
    if key in ("asins", "order_ids", "missing_points"):
        return "\n".join(value)
    if key == "documents_requested":
        return list(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def _day(label: str, _language: str) -> Field:
    hint = _l("For example 2026/11/14. Leave it empty if the notice does not say.")
    return DayField(label, description=hint)


def _line(label: str, _language: str) -> Field:
    return LineField(label, description=_l("Leave it empty if the notice does not say."))


def _lines(label: str, _language: str) -> Field:
    hint = _l("One on each line. Leave it empty if the notice names none.")
    return ProseField(label, rows=4, description=hint)


def _choice(options: Callable[[str], list[tuple[str, str]]]) -> Callable[[str, str], Field]:
    def build(label: str, language: str) -> Field:
        empty = SelectChoice("", _l("Not in the notice"))
        listed = [SelectChoice(key, name) for key, name in options(language)]
        return SelectField(label, choices=[empty, *listed])

    return build


def _documents(label: str, language: str) -> Field:
    return SelectMultipleField(
        label,
        choices=[SelectChoice(key, document_name(key, language)) for key in document_keys()],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )


_FIELDS: dict[str, Callable[[str, str], Field]] = {
    "received_date": _day,
    "deadline": _day,
    "subject": _line,
    "marketplace": _choice(lambda _language: [(name, name) for name in marketplaces()]),
    "status": _choice(lambda language: list(choices("status", language))),
    "violation_type": _choice(
        lambda language: [(one.key, one.name.in_language(language)) for one in all_types()]
    ),
    "submission_channel": _choice(lambda language: list(choices("channels", language))),
    "documents_requested": _documents,
    "asins": _lines,
    "order_ids": _lines,
    "missing_points": _lines,
    "plan_requested": _choice(lambda _language: list(_YES_NO)),
    "appeal_possible": _choice(lambda _language: list(_YES_NO)),
}
