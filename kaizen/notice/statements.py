"""Statements by family for what is no act upon an account or an offer: refusals, warnings, news."""

from kaizen.notice import families
from kaizen.notice.page import Page
from kaizen.notice.signature import Hit, patterns
from kaizen.notice.words import words_on

_MOST = 12
_SAME = {
    "final_silence": "final_rejection",
    "news_more": "news",
    "under_review_wait": "under_review",
    "warning_note": "warning",
    "reinstated_note": "reinstated",
}


def statements(page: Page) -> list[Hit]:
    """Return where the page states one of the families; the page keeps the answer."""
    known: list[Hit] | None = page.kept.get("statements")
    if known is None:
        known = page.kept["statements"] = _find(page)
    return known


def _find(page: Page) -> list[Hit]:
    return [
        Hit(_SAME.get(family, family), _weight(family), start, end)
        for family, start, end in families.statements().scan(page.lower, words_on(page), _MOST)
    ]


def _weight(family: str) -> int:
    return int(patterns("statements")[family]["weight"])
