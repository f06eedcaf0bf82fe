"""The coverage of a notice: each thing it names or asks, and whether the plan deals with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from kaizen.case import Case
from kaizen.coverage import Row, State
from kaizen.dates import day_of
from kaizen.metrics import find_metric
from kaizen.notice_words import document_name
from views.dates import full_day_with_weekday
from views.pages.links import item_link


@dataclass(frozen=True, slots=True)
class RowView:
    """One thing of the notice with its state and the place where it is dealt with."""

    id: str
    anchor: str
    name: str
    value: str
    state: str
    state_words: str
    reason: str
    link: str
    link_words: str
    may_be_left: bool


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """Everything the template of the coverage places."""

    case: Case
    heading: str
    rows: tuple[RowView, ...]


def coverage_page(case: Case, rows: Sequence[Row], language: str) -> CoveragePage:
    """Return the page of all ``rows``, open ones first."""
    still_open = sum(row.is_open for row in rows)
    heading = (
        ngettext(
            "One thing in the notice has no answer yet",
            "%(num)d things in the notice have no answer yet",
            still_open,
        )
        if still_open
        else _("Everything in the notice has an answer")
    )
    ordered = sorted(rows, key=lambda row: not row.is_open)
    views = tuple(row_view(case, row, n, language) for n, row in enumerate(ordered))
    return CoveragePage(case, heading, views)


def row_view(case: Case, row: Row, number: int, language: str) -> RowView:
    """Return one row in words."""
    name, value = row_words(row, language)
    words = {
        State.OPEN: _("No answer yet"),
        State.ANSWERED: _("Answered"),
        State.EVIDENCED: _("Shown by an exhibit"),
        State.WAIVED: _("Left out, with a reason"),
    }
    is_open = row.state is State.OPEN
    return RowView(
        id=row.id,
        anchor=f"row-{number}",
        name=name,
        value=value,
        state="weak" if is_open else "done",
        state_words=words[row.state],
        reason=row.reason,
        link=item_link(case, row.item),
        link_words=_("Answer it") if is_open else _("See it"),
        may_be_left=is_open and row.kind != "deadline",
    )


def row_words(row: Row, language: str) -> tuple[str, str]:
    """Return what kind of thing a row is, and which one."""
    match row.kind:
        case "asin":
            return _("ASIN"), row.value
        case "order":
            return _("Order"), row.value
        case "complaint":
            return _("Complaint id"), row.value
        case "registration":
            return _("Registration number"), row.value
        case "metric":
            known = find_metric(row.value)
            return _("Metric"), known.name.in_language(language) if known else row.value
        case "document":
            return _("Document asked"), document_name(row.value, language)
        case "deadline":
            day = day_of(row.value)
            return _("Deadline"), full_day_with_weekday(day) if day else row.value
        case _:
            return _("Point asked"), row.value
