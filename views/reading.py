"""The notice of a case as read and corrected, and what the rules find in its plan."""

from datetime import date
from functools import lru_cache

from kaizen.case import Case, Route, Waiver
from kaizen.case_rows import case_rows
from kaizen.coverage import Row
from kaizen.figures import Figures, figures
from kaizen.finding import Finding
from kaizen.note import review_note
from kaizen.notice import Notice, read
from kaizen.notice_corrections import apply_corrections
from kaizen.review import review_plan
from kaizen.review_context import Review, review_of
from kaizen.route import route_of
from views.context import page_language, today
from views.recent import Recent

# A page is opened right after it was saved, and again with "back" and reload: the review, which
# costs more than the rest of the page, is the same each time.
_REVIEWS_KEPT = 32


@lru_cache(maxsize=512)
def _read(text: str, on: date) -> Notice:
    return read(text, on)


def notice_of(case: Case) -> Notice | None:
    """Return the notice of ``case`` with the seller's corrections, or None without a notice."""
    if not case.notice.text.strip():
        return None
    return apply_corrections(_read(case.notice.text, today()), case.notice.corrections)


def review_context(case: Case) -> Review:
    """Return what the rules look at."""
    return review_of(case, today=today(), notice=notice_of(case))


def findings_of(case: Case) -> list[Finding]:
    """Return what the rules find in the plan of ``case``, in the language of the pages."""
    return list(_reviewed(_asked(case))[0])


def note_findings_of(case: Case) -> list[Finding]:
    """Return what the rules find in the covering note and its exhibits."""
    return review_note(case, notice_of(case), today=today(), language=page_language())


def exhibit_findings_of(case: Case) -> list[Finding]:
    """Return what the rules find about the exhibits of what is sent: of the note, or the plan."""
    found = note_findings_of(case) if way_of(case) is Route.NOTE else findings_of(case)
    return [finding for finding in found if finding.place.item == "attachments"]


def figures_of(case: Case) -> Figures:
    """Return the figures of the plan computed again, in the language of the pages."""
    return _reviewed(_asked(case))[1]


def points_of(case: Case) -> list[Finding]:
    """Return all that may be mended: findings of the rules, and figures that do not come out."""
    findings, computed = _reviewed(_asked(case))
    return [*findings, *computed.findings]


def _asked(case: Case) -> tuple[Review, str, tuple[Waiver, ...]]:
    return review_context(case), page_language(), tuple(case.waivers)


def _review(asked: tuple[Review, str, tuple[Waiver, ...]]) -> tuple[list[Finding], Figures]:
    context, language, waivers = asked
    return (
        review_plan(context, language=language, waivers=waivers),
        figures(context, language=language, waivers=waivers),
    )


_reviewed = Recent(_review, _REVIEWS_KEPT)


def rows_of(case: Case) -> list[Row]:
    """Return what the notice names and asks, and whether plan or note deal with it."""
    return case_rows(case, notice_of(case))


def way_of(case: Case) -> Route | None:
    """Return what is sent in ``case``: a plan, a note with documents, or nothing."""
    return route_of(case, notice_of(case))
