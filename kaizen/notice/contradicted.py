"""States in which nothing is asked, held against what the text asks."""

from kaizen.notice.agreement import DOUBT
from kaizen.notice.asking import asks_papers, asks_plan
from kaizen.notice.evidence import FoundStatus
from kaizen.notice.model import Status
from kaizen.notice.page import Page
from kaizen.notice.signature import pattern
from kaizen.notice.thread import quote_starts, quotes_below
from kaizen.notice.voice import is_addressed

ASKS_NOTHING = (Status.NOT_A_NOTICE, Status.REINSTATED, Status.FINAL_REJECTION)
"""States in which Amazon asks nothing of the seller."""


def asks_all_the_same(page: Page, decided: FoundStatus) -> bool:
    """Tell whether a text that would ask nothing of the seller asks papers or a plan."""
    if decided.status not in ASKS_NOTHING or decided.confidence > DOUBT:
        return False
    if decided.status is Status.NOT_A_NOTICE and not (is_addressed(page) and _names_ids(page)):
        return False
    until = _own_words_end(page, decided)
    plan = decided.status is not Status.FINAL_REJECTION and asks_plan(page, until)
    return plan or asks_papers(page, until)


def _own_words_end(page: Page, decided: FoundStatus) -> int | None:
    """Return where an earlier mail is quoted below the words that tell the state."""
    if not decided.places:
        return None
    quote = quote_starts(page)
    if all(end <= quote for _, end in decided.places):
        return quote
    last = max(start for start, _ in decided.places)
    return quotes_below(page, last)


def _names_ids(page: Page) -> bool:
    return pattern("states", "own_ids").search(page.lower) is not None
