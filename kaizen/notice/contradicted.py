"""States in which nothing is asked, held against what the text asks."""

from kaizen.notice.agreement import DOUBT
from kaizen.notice.asking import asks_papers, asks_plan
from kaizen.notice.evidence import FoundStatus
from kaizen.notice.model import Status
from kaizen.notice.page import Page
from kaizen.notice.signature import pattern
from kaizen.notice.voice import is_addressed

_SILENT = (Status.NOT_A_NOTICE, Status.REINSTATED, Status.FINAL_REJECTION)
"""States in which Amazon asks nothing of the seller."""


def asks_all_the_same(page: Page, decided: FoundStatus) -> bool:
    """Tell whether a text that would ask nothing of the seller asks papers or a plan."""
    if decided.status not in _SILENT or decided.confidence > DOUBT:
        return False
    if decided.status is Status.NOT_A_NOTICE and not (is_addressed(page) and _names_ids(page)):
        return False
    plan = decided.status is not Status.FINAL_REJECTION and asks_plan(page)
    return plan or asks_papers(page)


def _names_ids(page: Page) -> bool:
    return pattern("states", "own_ids").search(page.lower) is not None
