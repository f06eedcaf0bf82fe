"""What templates may call: the frame of the page, dates, and the errors of a form."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale
from flask import Flask, g, request, session
from wtforms import Form
from wtforms.fields import Field, FieldList, FormField
from wtforms.widgets import ListWidget

from kaizen.archive import language_of
from kaizen.case import Case
from views.context import LANGUAGES, page_language, today
from views.dates import clock_time, day_with_weekday, full_day, full_day_with_weekday
from views.links import link_or_none
from views.pages.deadline import DeadlineView, case_deadline
from views.reading import notice_of
from views.titles import case_title


@dataclass(frozen=True, slots=True)
class Frame:
    """The bar at the top of a page: where the seller is, and how much time is left."""

    language: str
    other_language: str
    other_name: str
    here: str
    case: Case | None
    case_title: str
    case_link: str
    deadline: DeadlineView | None


@dataclass(frozen=True, slots=True)
class FormError:
    """One sentence about one field, with the anchor of its control."""

    anchor: str
    sentence: str


def register_presenting(app: Flask) -> None:
    """Give the templates their filters and globals."""
    app.jinja_env.globals.update(
        described_by=described_by,
        error_list=error_list,
        field_errors=field_errors,
        has_errors=has_errors,
        is_invalid=is_invalid,
        link_or_none=link_or_none,
    )
    app.jinja_env.filters.update(
        weekday=day_with_weekday,
        full_day=full_day,
        full_weekday=full_day_with_weekday,
        clock=clock_time,
        leading_line=leading_line,
        text_language=text_language,
    )
    app.context_processor(lambda: {"frame": frame()})
    app.before_request(_keep_session)


def leading_line(text: str) -> str:
    """Return ``text`` as the content of a textarea: a browser drops its first line break."""
    return f"\n{text}"


def text_language(text: str) -> str:
    """Return the language of the seller's own words, for a screen reader's voice."""
    return str(language_of(text))


def _keep_session() -> None:
    # Drafts are written over days: language and token outlive the browser window.
    if request.endpoint != "static" and not session.permanent:
        session.permanent = True


def frame() -> Frame:
    """Return the frame of the page that is being answered."""
    language = page_language()
    other = next(name for name in LANGUAGES if name != language)
    case: Case | None = g.get("case")
    return Frame(
        language=language,
        other_language=other,
        other_name=_own_name(other),
        here=_here(),
        case=case,
        case_title=case_title(case) if case else "",
        case_link=link_or_none("cases.show", case_id=case.id) or "" if case else "",
        deadline=case_deadline(case, notice_of(case), today()) if case else None,
    )


@cache
def _own_name(language: str) -> str:
    return str(Locale(language).get_display_name(language))


def _here() -> str:
    """Return the address to come back to: this page if it can be asked for again."""
    if request.method in ("GET", "HEAD"):
        return request.full_path.rstrip("?")
    return request.path


def has_errors(form: Form | None) -> bool:
    """Tell whether something in ``form`` cannot be stored."""
    return form is not None and bool(form.errors)


def error_list(form: Form) -> list[FormError]:
    """Return every error of ``form`` in the order of the screen."""
    return [error for field in form for error in _errors_of(field)]


def field_errors(field: Field) -> list[str]:
    """Return the sentences about one field itself."""
    return [str(error) for error in field.errors if isinstance(error, str) or not _nests(field)]


def is_invalid(field: Field) -> str | bool:
    """Return the value of ``aria-invalid``; False leaves the attribute out."""
    return "true" if field_errors(field) else False


def described_by(field: Field) -> str | bool:
    """Return the ids of hint and errors of a control; False leaves the attribute out."""
    ids = [f"{field.id}-hint"] if field.description else []
    for number, _sentence in enumerate(field_errors(field), 1):
        ids.append(f"{field.id}-error" if number == 1 else f"{field.id}-error-{number}")
    return " ".join(ids) or False


def _nests(field: Field) -> bool:
    return isinstance(field, FieldList | FormField)


def _errors_of(field: Field) -> Iterator[FormError]:
    if isinstance(field, FormField):
        yield from (error for inner in field.form for error in _errors_of(inner))
    elif isinstance(field, FieldList):
        yield from (error for inner in field.entries for error in _errors_of(inner))
        # A list may also be too long as a whole.
        yield from (FormError(field.id, str(e)) for e in field.errors if isinstance(e, str))
    else:
        # Radio buttons and tick boxes have no control with the field's own id.
        anchor = f"{field.id}-0" if isinstance(field.widget, ListWidget) else field.id
        yield from (FormError(anchor, str(error)) for error in field.errors)
