"""The coverage of a notice: each thing it names or asks, and whether the plan deals with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from kaizen.case import Case
from kaizen.coverage import Paper, Row, State
from kaizen.dates import day_of
from kaizen.metrics import find_metric
from kaizen.notice_words import document_name
from views.dates import full_day_with_weekday
from views.pages.links import item_link


@dataclass(frozen=True, slots=True)
class PaperView:
    """One of several papers of which one is enough, and what shows it."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class RowView:
    """One thing of the notice with its state and the place where it is dealt with.

    ``shown`` names the exhibit that shows it; ``papers`` are those of which one is enough.
    """

    id: str
    anchor: str
    name: str
    value: str
    state: str
    state_words: str
    reason: str
    shown: str
    papers: tuple[PaperView, ...]
    link: str
    link_words: str
    may_be_left: bool


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """Everything the template of the coverage places."""

    case: Case
    heading: str
    lead: str
    rows: tuple[RowView, ...]


def coverage_page(case: Case, rows: Sequence[Row], language: str, *, is_note: bool) -> CoveragePage:
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
    return CoveragePage(case, heading, _lead(is_note=is_note), views)


def _lead(*, is_note: bool) -> str:
    if is_note:
        return _(
            "Each row is answered in the covering note, shown by a document, or left out with a "
            "reason. The rows change as you write."
        )
    return _(
        "A plan that answers only a part of the notice often comes back. Each row is answered in "
        "the text, shown by an exhibit, or left out with a reason. The rows change as you write."
    )


def row_view(case: Case, row: Row, number: int, language: str) -> RowView:
    """Return one row in words."""
    name, value = row_words(row, language)
    is_open = row.is_open
    return RowView(
        id=row.id,
        anchor=f"row-{number}",
        name=name,
        value=value,
        state="weak" if is_open else ("todo" if row.state is State.OPEN else "done"),
        state_words=_state_words(row),
        reason=row.reason,
        shown=_shown(case, row),
        papers=_papers(case, row, language) if len(row.papers) > 1 else (),
        link=item_link(case, row.item),
        link_words=_("Answer it") if is_open else _("See it"),
        may_be_left=is_open,
    )


def _state_words(row: Row) -> str:
    if row.kind == "deadline" and row.state is State.OPEN:
        return _("Record the day when you send it")
    if row.is_optional and row.state is State.OPEN:
        return _("Only if it comes")
    return {
        State.OPEN: _("No answer yet"),
        State.ANSWERED: _("Answered"),
        State.EVIDENCED: _("Shown by an exhibit"),
        State.WAIVED: _("Left out, with a reason"),
    }[row.state]


def _shown(case: Case, row: Row) -> str:
    """Return the exhibits that show what the row asks, by number and name."""
    places = dict.fromkeys(paper.shown_by for paper in row.papers if paper.shown_by is not None)
    return "\n".join(_exhibit(case, place) for place in places)


def _exhibit(case: Case, place: int) -> str:
    exhibit = (case.exhibits or ())[place - 1]
    return exhibit.name or exhibit.shows


def _papers(case: Case, row: Row, language: str) -> tuple[PaperView, ...]:
    return tuple(
        PaperView(document_name(paper.key, language), _paper_words(case, paper))
        for paper in row.papers
    )


def _paper_words(case: Case, paper: Paper) -> str:
    if paper.shown_by is not None:
        return _exhibit(case, paper.shown_by)
    return _("Your note says that there is none") if paper.state is State.ANSWERED else ""


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
            names = [document_name(key, language) for key in row.value.split("|")]
            comma = "\u3001" if language == "ja" else ", "
            kind = _("Documents asked, from among these")
            return kind if len(names) > 1 else _("Document asked"), comma.join(names)
        case "deadline":
            day = day_of(row.value)
            return _("Deadline"), full_day_with_weekday(day) if day else row.value
        case _:
            return _("Point asked"), row.value
