"""The page about store and notice; after a clash it shows what another window stored."""

from dataclasses import dataclass

from wtforms import Field, RadioField, SelectField

from forms.details import DetailsForm, stamp
from kaizen.case import Case


@dataclass(frozen=True, slots=True)
class Stored:
    """One field in which this window and the store differ."""

    label: str
    stored: str


@dataclass(frozen=True, slots=True)
class DetailsPage:
    """Everything the page places; ``stored`` is empty unless two windows wrote."""

    case: Case
    stamp: str
    origin: str
    is_clash: bool
    stored: tuple[Stored, ...]


def details_page(case: Case, form: DetailsForm, *, origin: str, is_clash: bool) -> DetailsPage:
    """Return the page; saving it again means that the seller has seen what is stored."""
    stored = _stored(case, form) if is_clash else ()
    return DetailsPage(case, stamp(case), origin, is_clash, stored)


def _stored(case: Case, form: DetailsForm) -> tuple[Stored, ...]:
    theirs = DetailsForm()
    theirs.offer(case, _types(form))
    theirs.fill(case)
    pairs = ((theirs[field.name], field) for field in form if field.name in theirs)
    return tuple(
        Stored(field.label.text, _shown(stored))
        for stored, field in pairs
        if _shown(stored) != _shown(field)
    )


def _types(form: DetailsForm) -> list[tuple[str, str]]:
    if form.violation_type is None:
        return []
    return [(choice.value, choice.label) for choice in form.violation_type.choices[1:]]


def _shown(field: Field) -> str:
    if isinstance(field, RadioField | SelectField):
        return next((str(c.label) for c in field.choices if c.value == field.data), "")
    return str(field._value())
