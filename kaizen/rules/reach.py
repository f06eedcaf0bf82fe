"""The measures reach the stock, the buyers and the similar goods too (R22, R23, R24)."""

from collections.abc import Callable, Iterator

from kaizen.finding import Hit, Severity
from kaizen.lexicon import says
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
_WIDER = GOODS | {
    "variation_abuse",
    "listing_policy",
    "fair_pricing",
    "review_manipulation",
    "off_amazon_diversion",
}


class ExistingStockNotCovered(Rule):
    """Goods are the matter, and nothing is said about those still in stock or on the way."""

    id = "R22"
    slug = "existing-stock-not-covered"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where item 3 never speaks of stock."""
        yield from _unless(review, GOODS, "stock", without=_is_only_hidden)
        left = _OF_ORDERS - GOODS
        yield from _unless(review, left, "stock", without=_is_only_hidden, severity=Severity.INFO)


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
        yield from _unless(review, _WIDER, "wider", without=_is_no_look)
        left = _OF_ORDERS - _WIDER
        yield from _unless(review, left, "wider", without=_is_no_look, severity=Severity.INFO)


def _nothing(text: str) -> bool:
    return False


def _is_only_hidden(text: str) -> bool:
    """Tell whether a sentence sets a quantity to zero: the goods are where they were."""
    return says("stock_to_zero", text)


def _is_no_look(text: str) -> bool:
    """Tell whether a sentence looks at nothing, or only at goods to come."""
    if tense_of(text) is Progress.DONE:
        return False
    return found(text, "reach", "flow") or not found(text, "reach", "looks")


def _unless(
    review: Review,
    types: frozenset[str],
    key: str,
    *,
    without: Callable[[str], bool] = _nothing,
    severity: Severity | None = None,
) -> Iterator[Hit]:
    """Yield one hit where no sentence of item 3 speaks of ``key``, some sentences left out."""
    written = review[Item.FIX]
    first = violation_types(review)[:1] if severity is Severity.INFO else violation_types(review)
    concerned = any(kind in types for kind in first)
    if not written.text.strip() or not concerned or not asks_for_a_plan(review):
        return
    sentences = (s.text for s in read(written.text).sentences if not without(s.text))
    if not found("\n".join(sentences), "reach", key):
        yield Hit(written.place(), severity=severity)
