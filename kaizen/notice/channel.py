"""Where the answer goes."""

from kaizen.notice.page import Page
from kaizen.notice.phrase_hits import hits
from kaizen.notice.signature import Hit


def channel(page: Page) -> Hit | None:
    """Return the best supported way to answer, or ``None`` where the notice names none."""
    found = hits(page, "channel")
    refused = any(hit.value == "refuse_reply" for hit in found)
    open_ways = [
        hit
        for hit in found
        if hit.value != "refuse_reply" and not (refused and hit.value == "reply_to_mail")
    ]
    if not open_ways:
        return None
    best = max(hit.weight for hit in open_ways)
    if best < 2:
        return None
    scores: dict[str, int] = {}
    for hit in open_ways:
        scores[hit.value] = max(scores.get(hit.value, 0), hit.weight)
    top = [hit for hit in open_ways if scores[hit.value] == best and hit.weight == best]
    return min(top, key=lambda hit: (_ORDER.index(hit.value), hit.start))


_ORDER = (
    "account_health_view_appeal",
    "account_info_identity",
    "account_health_issue",
    "performance_notification_appeal",
    "account_health_reactivate",
    "reply_to_mail",
    "contact_form",
)
