"""What the notice asks and nothing answers yet, told before a plan is handed in."""

from collections.abc import Sequence

from kaizen.case import Case
from kaizen.coverage import Row
from kaizen.papers_asked import PLAN
from views.pages.coverage import RowView, row_view


def open_views(case: Case, rows: Sequence[Row], language: str) -> tuple[RowView, ...]:
    """Return the open rows; the deadline is met by sending, the plan is what is being written."""
    chosen = [row for row in rows if row.is_open and row.kind != "deadline" and row.value != PLAN]
    return tuple(row_view(case, row, number, language) for number, row in enumerate(chosen))
