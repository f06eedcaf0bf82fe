"""What the plan is about: the types of violation, as known, as in the notice, or as item 1 says."""

from functools import lru_cache

from kaizen.instrument_asked import asks_for_a_plan
from kaizen.metrics import find_metric
from kaizen.plan import Item
from kaizen.reading.sentences import read
from kaizen.reading.vocabulary import found, tables
from kaizen.review_context import Review

METRIC_TYPES = frozenset(
    {
        "odr",
        "cancellation_rate",
        "late_shipment_rate",
        "valid_tracking_rate",
        "on_time_delivery",
        "return_dissatisfaction",
    }
)
RIGHTS = frozenset({"ip_trademark", "ip_copyright", "ip_design", "ip_patent"})
# Types in which goods are the matter: stock in circulation and similar goods must be looked at.
GOODS = RIGHTS | {
    "authenticity",
    "restricted_products",
    "product_safety",
    "expired",
    "condition_used_as_new",
}
# Types counted over the window of policy compliance.
POLICY_TYPES = GOODS | {
    "listing_policy",
    "variation_abuse",
    "review_manipulation",
    "sales_rank_search_misuse",
    "buyer_communication",
    "ship_confirmation_misuse",
    "off_amazon_diversion",
    "code_of_conduct",
}
_DOCUMENT_TYPES = frozenset(
    {"identity_kyc", "invoice_request", "charges_double_billing", "dormant"}
)
_NO_TYPES = ("source", "as_of", "general", "of_a_page", "by_content")


def violation_types(review: Review) -> tuple[str, ...]:
    """Return the types: what the seller chose, what the notice says, else what item 1 names."""
    if review.details.violation_type:
        return (review.details.violation_type,)
    notice = review.notice
    if notice is not None and notice.violation_type != "unknown":
        types = (notice.violation_type, *notice.other_violation_types)
        rates = measured_types(review) - {*types}
        if rates and not METRIC_TYPES & {*types}:
            # "Your offers are restricted" because of a rate: where item 1 says so, it is that.
            named = named_types(review[Item.VIOLATION].text)
            return tuple(key for key in named if key in rates) or types
        return types
    return named_types(review[Item.VIOLATION].text)


def measured_types(review: Review) -> frozenset[str]:
    """Return the types of the metrics for which the notice gives a figure."""
    metrics = review.notice.metrics if review.notice else ()
    known = (find_metric(metric.key) for metric in metrics)
    types = {metric.violation_type for metric in known if metric}
    return frozenset(key for key in METRIC_TYPES if key in types)


@lru_cache(maxsize=256)
def named_types(original: str) -> tuple[str, ...]:
    """Return the types that a text names."""
    text = read(original).text
    return tuple(
        key for key in tables("types") if key not in _NO_TYPES and found(text, "types", key)
    )


def asks_for_measures(review: Review) -> bool:
    """Tell whether measures are what is asked, rather than documents or nothing any more."""
    types = violation_types(review)
    if types and all(key in _DOCUMENT_TYPES for key in types):
        return False
    return asks_for_a_plan(review)
