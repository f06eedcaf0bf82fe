"""Where the answer goes."""

from kaizen.notice.asking import asking
from kaizen.notice.page import Page
from kaizen.notice.phrase_hits import hits
from kaizen.notice.signature import Hit, pattern


def channel(page: Page) -> Hit | None:
    """Return the best supported way to answer, or ``None`` where the notice names none."""
    known = asking(page)
    found = _longest(
        [
            hit
            for hit in hits(page, "channel")
            if known.is_in_error_route(hit) or not known.only_refuses(hit)
        ]
    )
    refused = any(hit.value == "refuse_reply" for hit in found)
    open_ways = [
        hit
        for hit in found
        if hit.value != "refuse_reply" and not (refused and hit.value == "reply_to_mail")
    ]
    if not open_ways:
        return None
    if max(hit.weight for hit in open_ways) < 2:
        return None
    open_ways = _of_the_issue(page, open_ways)

    def rank(hit: Hit) -> tuple[int, bool, int, int]:
        sentence = page.lower[slice(*page.sentence(hit.start))]
        is_sent = pattern("clocks", "answer").search(sentence) is not None
        aside = known.is_in_error_route(hit)
        return aside - hit.weight - is_sent, not is_sent, _ORDER.index(hit.value), hit.start

    return min(open_ways, key=rank)


def _of_the_issue(page: Page, ways: list[Hit]) -> list[Hit]:
    """Take a bare button "appeal" for the one beside the issue where only that page is named."""
    if any(hit.weight > _BARE for hit in ways):
        return ways
    if pattern("words", "health_page").search(page.lower) is None:
        return ways
    return [
        hit._replace(value="account_health_issue")
        if hit.value == "performance_notification_appeal"
        else hit
        for hit in ways
    ]


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


_BARE = 2
_ORDER = (
    "account_health_view_appeal",
    "account_info_identity",
    "account_health_issue",
    "performance_notification_appeal",
    "account_health_reactivate",
    "reply_to_mail",
    "contact_form",
)
