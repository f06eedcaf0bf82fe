"""The measures reach the stock, the buyers and the similar goods too (R22, R23, R24)."""

from collections.abc import Callable, Iterator

from kaizen.finding import Hit, Severity
from kaizen.lexicon import says
from kaizen.plan import Item, Progress
from kaizen.reading.sections import has_day
from kaizen.reading.sentences import read
from kaizen.reading.subject import GOODS, asks_for_measures, named_types, violation_types
from kaizen.reading.tense import tense_of
from kaizen.reading.vocabulary import found
from kaizen.reading.vocabulary import without as without_words
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
# Somebody may wait, or was misled: it is a remark.
_MAYBE_BUYERS = _MUST_NOT_BE_SOLD | {
    "compromised_account",
    "ship_confirmation_misuse",
    "listing_policy",
    "variation_abuse",
    "ip_trademark",
    "ip_design",
    "ip_copyright",
    "ip_patent",
}
# A rate of orders may come from goods, or only from the way of working: there it is a remark.
_OF_ORDERS = frozenset({"odr"})
# Orders that wait may be late or cancelled as well; goods of a wrong page may be with buyers soon.
_ORDERS_WAIT = frozenset({"cancellation_rate", "late_shipment_rate"})
_OF_PAGES = frozenset({"variation_abuse", "listing_policy", "sales_rank_search_misuse"})
# Other offers may be for goods that are not kept either: a remark as well.
_SOURCED = frozenset({"dropshipping"})
_WIDER = GOODS | {
    "variation_abuse",
    "listing_policy",
    "fair_pricing",
    "review_manipulation",
    "off_amazon_diversion",
}
# What was put into parcels lies in those that are packed already.
_INSERTS = frozenset({"off_amazon_diversion", "review_manipulation"})
_LAUNCHES = frozenset({"sales_rank_search_misuse"})


class ExistingStockNotCovered(Rule):
    """Goods are the matter, and nothing is said about those still in stock or on the way.

    Where only an own shelf is told, or only goods to come, it is a remark; so are orders that wait
    where their rate is the matter, and the goods of a page that was wrong.
    """

    id = "R22"
    slug = "existing-stock-not-covered"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where item 3 never speaks of stock."""
        missing = list(_unless(review, GOODS, "stock", without=_leaves_stock))
        left = _OF_ORDERS - GOODS
        missing += _unless(review, left, "stock", without=_leaves_stock, severity=Severity.INFO)
        yield from missing
        if missing or review.notice is None:
            return
        ask = Severity.INFO
        yield from _unless(review, _OF_PAGES - GOODS, "stock", "open_orders", severity=ask)
        yield from _unless(
            review, _ORDERS_WAIT, "stock", "open_orders", severity=ask, variant="open_orders"
        )
        to_come = list(_unless(review, GOODS, "stock", without=_is_no_stock, severity=ask))
        yield from to_come
        if not to_come:
            yield from _unless(
                review, GOODS, "at_amazon", without=_is_no_stock, severity=ask, variant="at_amazon"
            )
        if _had_inserts(review):
            yield from _unless(
                review, _INSERTS - GOODS, "stock", without=_is_no_stock, severity=ask
            )


class BuyersNotCovered(Rule):
    """Buyers are affected, and item 3 does not say what was done for them."""

    id = "R23"
    slug = "buyers-not-covered"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where item 3 never speaks of the buyers."""
        text = read(review[Item.VIOLATION].text).text
        orders = review.notice is not None and bool(review.notice.order_ids)
        named = orders or found(text, "reach", "affected")
        sold = found(text, "reach", "sold")
        types = _BUYERS_OF_ORDERS if named else _BUYERS
        if sold:
            types |= _MUST_NOT_BE_SOLD
        missing = list(_unless(review, types, "buyers", without=_leaves_buyers))
        yield from missing
        if not missing:
            more = _MAYBE_BUYERS - types
            yield from _unless(
                review, more, "buyers", without=_leaves_buyers, severity=Severity.INFO
            )


class NoWiderAudit(Rule):
    """Only what the notice names was handled, and nothing similar was looked at."""

    id = "R24"
    slug = "no-wider-audit"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where item 3 never speaks of other goods."""
        missing = list(_unless(review, _WIDER, "wider", without=_is_no_look))
        left = _OF_ORDERS | _SOURCED
        missing += _unless(review, left, "wider", without=_is_no_look, severity=Severity.INFO)
        yield from missing
        if not missing:
            ask = Severity.INFO
            yield from _unless(review, _WIDER, "wider", without=_is_only_promised, severity=ask)
            yield from _unless(
                review, _LAUNCHES, "campaigns", "wider", without=_is_no_look, severity=ask
            )


def _had_inserts(review: Review) -> bool:
    """Tell whether items 1 to 3 speak of a paper that was put into parcels."""
    items = (Item.VIOLATION, Item.CAUSE, Item.FIX)
    return any(found(read(review[item].text).text, "reach", "inserts") for item in items)


def _is_left_alone(text: str) -> bool:
    """Tell whether a sentence says that something is not done, not decided or goes on."""
    return found(text, "reach", "left_alone")


def _nothing(text: str) -> bool:
    return False


def _leaves_stock(text: str) -> bool:
    """Tell whether a sentence leaves the goods where they were, or only sets them to zero."""
    hidden = says("stock_to_zero", text) and not found(text, "reach", "at_amazon")
    return hidden or _is_left_alone(text)


def _is_no_stock(text: str) -> bool:
    """Tell whether a sentence leaves the goods, or speaks only of such as are still to come."""
    if _leaves_stock(text):
        return True
    return tense_of(text) is not Progress.DONE and found(text, "reach", "flow", "sampling")


def _leaves_buyers(text: str) -> bool:
    """Tell whether a sentence puts off what buyers should get, or asks them what is forbidden."""
    return found(text, "reach", "put_off") or says("prohibited_promise", text)


def _is_no_look(text: str) -> bool:
    """Tell whether a sentence looks at nothing, or only at goods to come."""
    if _is_left_alone(text):
        return True
    if tense_of(text) is Progress.DONE:
        return False
    return found(text, "reach", "flow") or not found(text, "reach", "looks")


def _is_only_promised(text: str) -> bool:
    """Tell whether a sentence only claims a result, or looks at nothing yet and has no day."""
    if _is_no_look(text):
        return True
    others = without_words(text, "reach", "own_stock")
    if others != text and not found(others, "reach", "wider", "examined"):
        return True
    rest = without_words(text, "reach", "none_concerned")
    if rest != text and not found(rest, "reach", "looks"):
        return True
    if tense_of(text) is not Progress.PLANNED or has_day(text):
        return False
    return not text.isascii() or found(text, "tense", "future")


def _unless(
    review: Review,
    types: frozenset[str],
    *keys: str,
    without: Callable[[str], bool] = _nothing,
    severity: Severity | None = None,
    variant: str = "",
) -> Iterator[Hit]:
    """Yield one hit where no sentence of item 3 speaks of ``keys``, some left out."""
    written = review[Item.FIX]
    first = violation_types(review)[:1] if severity is Severity.INFO else violation_types(review)
    concerned = any(kind in types for kind in first)
    if not written.text.strip() or not concerned or not asks_for_measures(review):
        return
    if severity is None and _is_of_something_else(review, types):
        severity = Severity.INFO
    sentences = (s.text for s in read(written.text).sentences if not without(s.text))
    if not found("\n".join(sentences), "reach", *keys):
        yield Hit(written.place(), variant=variant, severity=severity)


def _is_of_something_else(review: Review, types: frozenset[str]) -> bool:
    """Tell whether item 1 names other types than those for which something is missing."""
    named = named_types(review[Item.VIOLATION].text)
    return bool(named) and not types & {*named}
