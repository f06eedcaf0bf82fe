"""The measures reach the stock, the buyers and the similar goods too (R22, R23, R24)."""

from collections.abc import Iterator

from kaizen.finding import Hit, Severity
from kaizen.plan import Item, Progress
from kaizen.reading.sentences import read
from kaizen.reading.subject import GOODS, asks_for_a_plan, violation_types
from kaizen.reading.tense import tense_of
from kaizen.reading.vocabulary import found
from kaizen.review_context import Review
from kaizen.rule import Rule

# Types in which buyers received something they must be helped with.
_BUYERS = frozenset(
    {"authenticity", "condition_used_as_new", "product_safety", "expired", "odr", "fair_pricing"}
)
# Where such goods were sold, they are with buyers now.
_MUST_NOT_BE_SOLD = frozenset({"restricted_products"})
_BUYERS_OF_ORDERS = _BUYERS | {
    "late_shipment_rate",
    "cancellation_rate",
    "dropshipping",
    "valid_tracking_rate",
}
# A rate of orders may come from goods, or only from the way of working: there it is a remark.
_OF_ORDERS = frozenset({"odr"})
_WIDER = GOODS | {"variation_abuse", "listing_policy", "fair_pricing", "review_manipulation"}


class ExistingStockNotCovered(Rule):
    """Goods are the matter, and nothing is said about those still in stock or on the way."""

    id = "R22"
    slug = "existing-stock-not-covered"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where item 3 never speaks of stock."""
        yield from _unless(review, GOODS, "stock")
        yield from _unless(review, _OF_ORDERS - GOODS, "stock", severity=Severity.INFO)


class BuyersNotCovered(Rule):
    """Buyers are affected, and item 3 does not say what was done for them."""

    id = "R23"
    slug = "buyers-not-covered"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where item 3 never speaks of the buyers."""
        text = read(review[Item.VIOLATION].text).text
        orders = review.notice is not None and bool(review.notice.order_ids)
        named = orders or found(text, "reach", "affected")
        types = _BUYERS_OF_ORDERS if named else _BUYERS
        if found(text, "reach", "sold"):
            types |= _MUST_NOT_BE_SOLD
        yield from _unless(review, types, "buyers")


class NoWiderAudit(Rule):
    """Only what the notice names was handled, and nothing similar was looked at."""

    id = "R24"
    slug = "no-wider-audit"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where item 3 never speaks of other goods."""
        yield from _unless(review, _WIDER, "wider", without_flow=True)
        left = _OF_ORDERS - _WIDER
        yield from _unless(review, left, "wider", without_flow=True, severity=Severity.INFO)


def _is_to_come(text: str) -> bool:
    """Tell whether a sentence speaks of goods to come, and of nothing that was done."""
    return found(text, "reach", "flow") and tense_of(text) is not Progress.DONE


def _unless(
    review: Review,
    types: frozenset[str],
    key: str,
    *,
    without_flow: bool = False,
    severity: Severity | None = None,
) -> Iterator[Hit]:
    written = review[Item.FIX]
    first = violation_types(review)[:1] if severity is Severity.INFO else violation_types(review)
    concerned = any(kind in types for kind in first)
    if not written.text.strip() or not concerned or not asks_for_a_plan(review):
        return
    sentences = read(written.text).sentences
    if without_flow:
        sentences = tuple(s for s in sentences if not _is_to_come(s.text))
    if not found("\n".join(s.text for s in sentences), "reach", key):
        yield Hit(written.place(), severity=severity)
