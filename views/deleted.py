"""Deleted cases: for a while they can be brought back, then they are erased."""

from datetime import UTC, datetime, timedelta

from store import CaseStore
from views.context import case_store

KEPT = timedelta(days=30)


def deleted_case(wanted: str) -> str:
    """Return ``wanted`` if it is the id of a case that can be brought back, else an empty text."""
    gone = case_store().summaries(deleted=True) if wanted else []
    return wanted if any(summary.id == wanted for summary in gone) else ""


def erase_old(store: CaseStore) -> None:
    """Erase what was deleted longer ago than it is kept; writes only where there is something.

    Done when the program starts and when a case is begun or deleted, never by looking at a page.
    """
    limit = datetime.now(UTC) - KEPT
    if any(s.deleted_at and s.deleted_at < limit for s in store.summaries(deleted=True)):
        store.purge_deleted(before=limit)
