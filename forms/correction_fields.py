"""The field for each value of the reading: a day, a choice, lines, or a list to tick."""

from collections.abc import Callable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field, SelectField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from forms.day_field import DayField
from forms.text_fields import LineField, ProseField
from kaizen.marketplaces import marketplaces
from kaizen.notice_words import choices, document_name
from kaizen.notice_written import unread_lines
from kaizen.violations import all_types, document_keys

_YES_NO = (("yes", _l("Yes")), ("no", _l("No")))


class ReadLinesField(ProseField):
    """Figures or clocks, one on each line, that the reader can read."""

    def __init__(self, label: object = None, *, key: str, example: Any, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self._key, self._example = key, example

    def pre_validate(self, form: object) -> None:
        """Refuse a line in which nothing can be read, with an example of how to write it."""
        super().pre_validate(form)
        unread = unread_lines(self._key, self.data or "")
        if unread:
            raise ValidationError(
                _l(
                    "Write the name and the number, for example %(example)s. This line was not "
                    "understood: %(line)s",
                    example=self._example,
                    line=unread[0][:60],
                )
            )


class AgeField(LineField):
    """A number of days."""

    def pre_validate(self, form: object) -> None:
        """Refuse words without a number."""
        super().pre_validate(form)
        written = (self.data or "").strip()
        if written and not any(character.isdigit() for character in written):
            raise ValidationError(_l("Write a number of days, for example 365."))


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


def _ticked(options: Callable[[str], list[tuple[str, str]]]) -> Callable[[str, str], Field]:
    def build(label: str, language: str) -> Field:
        return SelectMultipleField(
            label,
            choices=[SelectChoice(key, name) for key, name in options(language)],
            widget=ListWidget(prefix_label=False),
            option_widget=CheckboxInput(),
        )

    return build


def _read_lines(key: str, example: Any) -> Callable[[str, str], Field]:
    def build(label: str, _language: str) -> Field:
        hint = _l("One on each line, for example %(example)s.", example=example)
        return ReadLinesField(label, key=key, example=example, rows=3, description=hint)

    return build


def _documents(language: str) -> list[tuple[str, str]]:
    return [(key, document_name(key, language)) for key in document_keys()]


def _types(language: str) -> list[tuple[str, str]]:
    return [(one.key, one.name.in_language(language)) for one in all_types()]


def _age(label: str, _language: str) -> Field:
    hint = _l("In days, for example 365. Leave it empty if the notice does not say.")
    return AgeField(label, description=hint)


def _formats(label: str, _language: str) -> Field:
    hint = _l("For example pdf, jpg, png. Leave it empty if the notice does not say.")
    return LineField(label, description=hint)


FIELDS: dict[str, Callable[[str, str], Field]] = {
    "received_date": _day,
    "deadline": _day,
    "subject": _line,
    "marketplace": _choice(lambda _language: [(name, name) for name in marketplaces()]),
    "status": _choice(lambda language: list(choices("status", language))),
    "violation_type": _choice(_types),
    "other_violation_types": _ticked(_types),
    "submission_channel": _choice(lambda language: list(choices("channels", language))),
    "documents_requested": _ticked(_documents),
    "asins": _lines,
    "order_ids": _lines,
    "missing_points": _lines,
    "complaint_ids": _lines,
    "registration_numbers": _lines,
    "complainants": _lines,
    "policies": _lines,
    "related_store": _line,
    "document_max_age_days": _age,
    "file_formats": _formats,
    "metrics": _read_lines("metrics", _l("Order defect rate: 1.86% (target 1%, 60 days)")),
    "other_clocks": _read_lines("other_clocks", _l("Money: 90 days")),
    "has_seven_item_template": _choice(lambda _language: list(_YES_NO)),
    "plan_requested": _choice(lambda _language: list(_YES_NO)),
    "appeal_possible": _choice(lambda _language: list(_YES_NO)),
}
