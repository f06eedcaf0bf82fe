"""What the statements of a state are about: goods or the account, a sleep or a stop."""

from kaizen.notice.evidence import FULL, LISTED, STOPS, Evidence
from kaizen.notice.page import Page
from kaizen.notice.signature import Hit, pattern


def sells_on_meanwhile(page: Page, evidence: Evidence) -> bool:
    """Tell whether goods or payments are looked at while all selling goes on."""
    sells_on = pattern("states", "sells_on").search(page.lower) is not None
    return sells_on and concerns_goods(page, evidence)


def concerns_goods(page: Page, evidence: Evidence) -> bool:
    """Tell whether every review is one of goods or payments, none of the account."""
    told = (page.lower[slice(*page.sentence(hit.start))] for hit in full(evidence, "under_review"))
    apart = pattern("states", "goods"), pattern("states", "money")
    whole = pattern("states", "account_reviewed")
    return all(
        any(one.search(words) for one in apart) and not whole.search(words) for words in told
    )


def full(evidence: Evidence, value: str) -> list[Hit]:
    """Return the whole statements of a state, phrases that only hint left out."""
    return [hit for hit in evidence.by_value.get(value, ()) if hit.weight >= FULL]


def only_sleeps(page: Page, evidence: Evidence) -> bool:
    """Tell whether the account is called dormant, and nothing was done to it."""
    told = [*evidence.by_value.get("suspended", ()), *evidence.by_value.get("deactivated", ())]
    asleep, beside = pattern("states", "asleep"), pattern("states", "asleep_beside")
    return all(
        asleep.search(page.lower[hit.start : hit.end]) or beside.match(page.lower, hit.start)
        for hit in told
    )


def stops_apart(page: Page, evidence: Evidence) -> bool:
    """Tell whether a stop is told in a sentence of its own beside privileges that were removed."""
    removed = {page.sentence(hit.start) for hit in evidence.by_value.get("privileges_removed", ())}
    return any(page.sentence(hit.start) not in removed for hit in full(evidence, "suspended"))


def was_stopped(evidence: Evidence) -> bool:
    """Tell whether the account or any of its offers was stopped."""
    return any(evidence.best(value) >= LISTED for value in STOPS)
