"""Where the answer goes."""

from kaizen.notice.asking import asking
from kaizen.notice.page import Page
from kaizen.notice.phrase_hits import hits
from kaizen.notice.signature import Hit, pattern


def channel(page: Page) -> Hit | None:
    """Return the best supported way to answer, or ``None`` where the notice names none."""
    known = asking(page)
    found = _longest([hit for hit in hits(page, "channel") if not known.only_refuses(hit)])
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

    def rank(hit: Hit) -> tuple[bool, int, int]:
        sentence = page.lower[slice(*page.sentence(hit.start))]
        is_sent = pattern("clocks", "answer").search(sentence) is not None
        return not is_sent, _ORDER.index(hit.value), hit.start

    return min(top, key=rank)


def _longest(found: list[Hit]) -> list[Hit]:
    """Leave out words that belong to the longer ones of another way of the same weight."""
    return [
        hit
        for hit in found
        if not any(
            other.value != hit.value
            and other.weight == hit.weight
            and other.start <= hit.start < other.end
            and other.end - other.start > hit.end - hit.start
            for other in found
        )
    ]


_ORDER = (
    "account_health_view_appeal",
    "account_info_identity",
    "account_health_issue",
    "performance_notification_appeal",
    "account_health_reactivate",
    "reply_to_mail",
    "contact_form",
)
