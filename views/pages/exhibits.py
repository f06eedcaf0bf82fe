"""The page of the exhibits: what is listed, what the notice asks for, how documents must be."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kaizen.case import Case
from kaizen.coverage import Row
from kaizen.finding import Finding
from kaizen.notice import Notice
from kaizen.rules import ALL
from views.pages.coverage import RowView, row_view


@dataclass(frozen=True, slots=True)
class ExhibitFieldsView:
    """One document with its place in the list."""

    number: int
    index: int
    form: Any
    can_go_up: bool
    can_go_down: bool


@dataclass(frozen=True, slots=True)
class ExhibitsPage:
    """Everything the template of the exhibits places."""

    case: Case
    stamp: str
    entries: tuple[ExhibitFieldsView, ...]
    asked: tuple[RowView, ...]
    formats: str
    age_days: int | None
    messages: tuple[str, ...]
    questions: tuple[str, ...]
    is_stale: bool


def exhibits_page(
    case: Case,
    form: Any,
    *,
    notice: Notice | None,
    rows: Sequence[Row],
    findings: Sequence[Finding],
    language: str,
    is_stale: bool,
) -> ExhibitsPage:
    """Return the page; ``form`` holds the words shown, ``case`` what is stored."""
    count = len(form.exhibits.entries)
    asked = [row for row in rows if row.kind == "document"]
    return ExhibitsPage(
        case=case,
        stamp=form.stamp(case),
        entries=tuple(
            ExhibitFieldsView(n + 1, n, entry.form, n > 0, n + 1 < count)
            for n, entry in enumerate(form.exhibits.entries)
        ),
        asked=tuple(row_view(case, row, n, language) for n, row in enumerate(asked)),
        formats=", ".join(notice.file_formats) if notice else "",
        age_days=notice.document_max_age_days if notice else None,
        messages=tuple(
            f.message for f in findings if f.place.item == "attachments" and not f.is_waived
        ),
        questions=_questions(language),
        is_stale=is_stale,
    )


def _questions(language: str) -> tuple[str, ...]:
    """Return what only the seller can check about a document (rules that ask)."""
    asking = (rule for rule in ALL if rule.kind == "P" and "attachments" in rule.data["items"])
    return tuple(str(rule.data[language]["question"]) for rule in asking)
