"""How far the kinds of evidence for a state agree: its statement, a headline, the next step.

A statement alone can be a quotation, a threat or a translation slip; a state is sure only where
two kinds of evidence tell the same and nothing of like strength tells another state.
"""

import re
from functools import cache

from kaizen.notice.acts import acts
from kaizen.notice.evidence import FULL, LISTED, Evidence, FoundStatus
from kaizen.notice.model import Status
from kaizen.notice.page import Page
from kaizen.notice.signature import pattern, patterns
from kaizen.notice.thread import quote_starts

DOUBT = 0.75
"""The most a state may have whose evidence is of one kind or contradicted."""
_AGREED = 0.85
_HEADLINES = 8
_HEADLINE_WIDTH = 70
_STATEMENTS = {
    Status.APPEAL_REJECTED_MORE_INFO: ("more_info_refusal", 3),
    Status.WARNING: ("warning", LISTED),
    Status.INFO_REQUEST: ("info_request", LISTED),
    Status.REINSTATED: ("reinstated", 6),
    Status.FINAL_REJECTION: ("final_rejection", 6),
}
_STOPPED = ("suspended", "deactivated")
_MILDER = (Status.LISTING_REMOVED, Status.WARNING, Status.INFO_REQUEST, Status.NOT_A_NOTICE)
_ACTED = (*_STOPPED, "mfn_restricted", "listing_removed", "reinstated")
_RIVALS = {
    Status.SUSPENDED: ("reinstated", "under_review", "mfn_restricted", "final_rejection"),
    Status.DEACTIVATED: ("reinstated", "under_review", "mfn_restricted", "final_rejection"),
    Status.UNDER_REVIEW: (*_STOPPED, "reinstated", "final_rejection"),
    Status.MFN_RESTRICTED: (*_STOPPED, "reinstated", "final_rejection", "under_review"),
    Status.LISTING_REMOVED: (*_STOPPED, "reinstated", "final_rejection", "under_review"),
    Status.WARNING: (*_STOPPED, "listing_removed", "mfn_restricted", "reinstated", "under_review"),
    Status.INFO_REQUEST: (*_STOPPED, "listing_removed", "mfn_restricted", "reinstated"),
    Status.REINSTATED: (*_STOPPED, "final_rejection"),
    Status.FINAL_REJECTION: ("reinstated",),
    Status.APPEAL_REJECTED_MORE_INFO: ("reinstated", "final_rejection"),
    Status.LOGIN_LOCKED: ("listing_removed", "mfn_restricted", "reinstated"),
    Status.NOT_A_NOTICE: (*_STOPPED, "listing_removed", "mfn_restricted", "under_review"),
}


def weighed(page: Page, evidence: Evidence, decided: FoundStatus) -> FoundStatus:
    """Return the state with a confidence that the kinds of evidence bear out."""
    if decided.status is None:
        return decided
    kinds = _kinds(page, evidence, decided.status)
    if len(kinds) < 2 or _is_contradicted(page, evidence, decided.status):
        sure = min(decided.confidence, DOUBT)
    elif len(kinds) == 3 and "statement" in kinds:
        sure = max(decided.confidence, _AGREED)
    else:
        sure = decided.confidence
    return FoundStatus(decided.status, decided.places, sure)


def _kinds(page: Page, evidence: Evidence, status: Status) -> set[str]:
    """Return which kinds of evidence speak for the state."""
    found = set()
    value, least = _STATEMENTS.get(status, (status.value, LISTED))
    if status is Status.NOT_A_NOTICE:
        value = max(("news", "order", "other_company"), key=evidence.best)
        least = 3
    if evidence.best(value) >= least and (value not in _ACTED or _is_backed(page, status)):
        found.add("statement")
    name = "suspended" if status is Status.DEACTIVATED else status.value
    limit = quote_starts(page)
    if any(_word("headline", name).search(line) for line in _headlines(page, limit)):
        found.add("headline")
    if _word("next", name).search(page.lower[:limit]):
        found.add("next")
    if status is Status.APPEAL_REJECTED_MORE_INFO and evidence.best("more_info_ack"):
        found.add("headline")
    return found


def _is_backed(page: Page, status: Status) -> bool:
    """Tell whether an act that was done, not only a phrase, leads to the state."""
    wanted = {status.value, "privileges_removed"} if status.value in _STOPPED else {status.value}
    return any(act.mood == "done" and act.state in wanted for act in acts(page))


def _headlines(page: Page, limit: int) -> list[str]:
    """Return the short first lines that are no sentence, threats left out."""
    lines = []
    for start, end in page.units()[:_HEADLINES]:
        if start >= limit or end - start > _HEADLINE_WIDTH:
            continue
        line = page.lower[start:end]
        if not line.endswith("\u3002") and not pattern("agreement", "unsure_headline").search(line):
            lines.append(line)
    return lines


def _is_contradicted(page: Page, evidence: Evidence, status: Status) -> bool:
    """Tell whether another state is stated as strongly, or a headline tells of a graver one."""
    if status in _MILDER and _headline_stops(page):
        return True
    if any(evidence.best(value) >= FULL for value in _RIVALS[status]):
        return True
    if any(evidence.best(value) >= LISTED for value in _RIVALS[status] if value in _STOPPED):
        return True
    if status in (Status.WARNING, Status.INFO_REQUEST, Status.NOT_A_NOTICE):
        return any(act.mood == "done" and act.state is not None for act in acts(page))
    if status is Status.SUSPENDED:
        return evidence.best("deactivated") >= evidence.best("suspended")
    if status is Status.DEACTIVATED:
        return evidence.best("suspended") >= evidence.best("deactivated")
    return False


def _headline_stops(page: Page) -> bool:
    """Tell whether a headline says that the account or the seller's own shipping is stopped."""
    return any(
        _word("stops", name).search(line)
        for line in _headlines(page, quote_starts(page))
        for name in ("account", "mfn")
    )


@cache
def _word(table: str, name: str) -> "re.Pattern[str]":
    return re.compile(str(patterns("agreement")[table][name]), re.MULTILINE)
