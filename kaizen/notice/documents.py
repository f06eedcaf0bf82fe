"""What the notice asks for: documents, a plan, an explanation."""

from collections.abc import Sequence
from dataclasses import dataclass

from kaizen.notice.asking import asking
from kaizen.notice.asking_known import Asking
from kaizen.notice.identifiers import Found
from kaizen.notice.layout import is_item
from kaizen.notice.page import Page
from kaizen.notice.papers_meant import POINTS, is_other, of_goods
from kaizen.notice.phrase_hits import hits
from kaizen.notice.signature import Hit, pattern, patterns

_EXPLAINED = ("related_account", "multiple_accounts", "forged_documents")
_MAY_EXPLAIN = (*_EXPLAINED, "compromised_account", "unknown", "identity_kyc", "code_of_conduct")
_ONLY_FOR = {
    "original_document": ("forged_documents", "authenticity", "unknown", "invoice_request"),
    "proof_of_relation_end": ("related_account", "multiple_accounts", "unknown"),
    "disclosure_of_method": ("review_manipulation", "sales_rank_search_misuse", "code_of_conduct"),
}
NOT_DOCUMENTS = POINTS
"""What the phrases of this family tell besides papers."""
_IDENTITY = (
    "identity_document",
    "utility_bill",
    "bank_statement",
    "card_statement",
    "business_license",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A thing asked for and where the page asks for it."""

    value: str
    start: int
    end: int


def asked(page: Page, violation: str, *, refused: bool = False) -> list[Asked]:
    """Return what is asked, each once, in order of mention; ``violation`` is the type found.

    ``refused`` says that an earlier answer was refused: then a plan that is only mentioned is the
    plan to be sent again.
    """
    found = [
        of_goods(page, hit, violation)
        for hit in dict.fromkeys(hits(page, "documents"))
        if not is_other(page, hit)
    ]
    known = asking(page)
    wanted = [hit for hit in found if known.wants(hit)]
    if any(hit.value == "improvement_plan" and known.denies(hit) for hit in found):
        wanted = [hit for hit in wanted if hit.value not in ("improvement_plan", *POINTS)]
    plan = _plan(wanted)
    if plan is None and refused:
        plan = _plan_again(found, known) or _detailed(page, wanted)
    results = [plan] if plan else []
    main = [hit for hit in wanted if not known.is_in_error_route(hit)]
    of_orders = violation in patterns("types")["performance"]
    points = _point_items(page, wanted) if plan and of_orders else frozenset()
    papers = [
        hit
        for hit in wanted
        if hit.value not in (*POINTS, "improvement_plan", "explanation")
        and page.sentence(hit.start) not in points
        and _fits(hit, violation)
        and not _is_shadowed(page, hit, wanted)
    ]
    results += [Asked(hit.value, hit.start, hit.end) for hit in narrowed(papers)]
    explanation = _explanation(known, wanted, main, violation, plan)
    if main and results and violation not in _MAY_EXPLAIN:
        explanation = None if plan else _listed_explanation(page, known, main)
    results += [explanation] if explanation else []
    if not results and (refused or _asks_again(page, known)):
        results = _mentioned(page, found, violation)
    results = _without_generic(results)
    results.sort(key=lambda one: one.start)
    unique = {one.value: one for one in reversed(results)}
    return sorted(unique.values(), key=lambda one: one.start)


def with_template(page: Page, wanted: list[Asked], labels: Found) -> list[Asked]:
    """Return ``wanted`` with a plan where its seven labels are printed and nothing denies it."""
    known = asking(page)
    plans = [hit for hit in hits(page, "documents") if hit.value == "improvement_plan"]
    is_named = any(one.value == "improvement_plan" for one in wanted)
    if is_named or any(known.denies(hit) for hit in plans):
        return wanted
    added = [*wanted, Asked("improvement_plan", labels.start, labels.end)]
    return sorted(added, key=lambda one: one.start)


def without_card_beside_bank(
    values: Sequence[str], either: Sequence[Sequence[str]]
) -> tuple[str, ...]:
    """Return ``values`` without the card statement that only stands in for one of the bank."""
    stands_in = any({"bank_statement", "card_statement"} <= set(group) for group in either)
    return tuple(value for value in values if not (stands_in and value == "card_statement"))


def _point_items(page: Page, wanted: list[Hit]) -> frozenset[tuple[int, int]]:
    """Return the items of a list that ask for a point of the plan: its figures are no papers."""
    asks_why = pattern("documents", "asks_why")
    return frozenset(
        span
        for hit in wanted
        if is_item(page.text[slice(*(span := page.sentence(hit.start)))])
        and (hit.value in POINTS or asks_why.search(page.lower, *span))
    )


def narrowed(found: list[Hit]) -> list[Hit]:
    """Leave out words that reach over another paper where fewer words say the same."""

    def holds(outer: Hit, inner: Hit) -> bool:
        return outer.start <= inner.start and inner.end <= outer.end

    return [
        hit
        for hit in found
        if not any(
            same.value == hit.value
            and same is not hit
            and holds(hit, same)
            and any(
                other.value != hit.value
                and holds(hit, other)
                and (other.end <= same.start or same.end <= other.start)
                for other in found
            )
            for same in found
        )
    ]


def _asks_again(page: Page, known: Asking) -> bool:
    """Tell whether papers are to be sent once more, without their names."""
    return any(
        all(role.value == "ask" for role in roles)
        and pattern("documents", "again").search(page.lower, *span)
        for span, roles in known.roles.items()
    )


def _mentioned(page: Page, found: list[Hit], violation: str) -> list[Asked]:
    """Return the documents a refusal speaks of: those are to be sent again."""
    return [
        Asked(hit.value, hit.start, hit.end)
        for hit in found
        if hit.value not in (*POINTS, "explanation")
        and _fits(hit, violation)
        and not _is_shadowed(page, hit, found)
    ]


def _explanation(
    known: Asking, wanted: list[Hit], main: list[Hit], violation: str, plan: Asked | None
) -> Asked | None:
    """Return the explanation that is asked as a road of its own, not the usual way for errors."""
    may_be_beside_plan = violation in _MAY_EXPLAIN and violation != "unknown"
    if plan and not may_be_beside_plan:
        return None
    told_none = known.is_told_none
    places = wanted if violation in _EXPLAINED or not (main or told_none) else main
    return next(
        (Asked(hit.value, hit.start, hit.end) for hit in places if hit.value == "explanation"),
        None,
    )


def _listed_explanation(page: Page, known: Asking, main: list[Hit]) -> Asked | None:
    """Return the explanation that is an item of its own in a list of what is asked."""
    for hit in main:
        span = page.sentence(hit.start)
        if hit.value != "explanation" or span not in known.listed:
            continue
        if is_item(page.text[slice(*span)]) and not any(
            other.value not in ("explanation", *POINTS) and page.sentence(other.start) == span
            for other in main
        ):
            return Asked(hit.value, hit.start, hit.end)
    return None


def _without_generic(results: list[Asked]) -> list[Asked]:
    """Let "papers to verify your identity" count only where no such paper is named."""
    named = any(one.value in _IDENTITY for one in results)
    kept = [one for one in results if one.value != "identity_generic"]
    if named or len(kept) == len(results):
        return kept
    generic = next(one for one in results if one.value == "identity_generic")
    return [*kept, Asked("identity_document", generic.start, generic.end)]


def _plan(wanted: list[Hit]) -> Asked | None:
    named = [hit for hit in wanted if hit.value == "improvement_plan"]
    if named:
        first = min(named, key=lambda hit: hit.start)
        return Asked("improvement_plan", first.start, first.end)
    points = [hit for hit in wanted if hit.value in POINTS and hit.value != "point_detail"]
    if len({hit.value for hit in points}) < 2:
        return None
    first = min(points, key=lambda hit: hit.start)
    return Asked("improvement_plan", first.start, first.end)


def _detailed(page: Page, wanted: list[Hit]) -> Asked | None:
    """Return the plan of which two points are asked in more detail, in items of their own."""
    others = (hit for hit in wanted if hit.value not in (*POINTS, "explanation"))
    papers = {page.sentence(hit.start) for hit in others}
    points = [hit for hit in wanted if hit.value in POINTS]
    apart = {page.sentence(hit.start) for hit in points} - papers
    if len(apart) < 2 or all(hit.value != "point_detail" for hit in points):
        return None
    first = min(points, key=lambda hit: hit.start)
    return Asked("improvement_plan", first.start, first.end)


_SHADOWS = {
    "invoice": ("utility_bill", "card_statement"),
    "receipt": ("utility_bill", "proof_of_delivery"),
    "proof_of_delivery": ("disposal_certificate",),
    "photo": ("packing_photo", "identity_document", "shipping_label"),
    "packing_photo": ("delivery_note",),
    "card_update": ("card_statement",),
    "bank_statement": ("card_statement",),
    "supply_chain_document": ("warehouse_contract", "letter_of_authorization"),
    "permit": ("identity_document", "business_license", "letter_of_authorization"),
    "original_document": ("supply_chain_document",),
    "license_agreement": ("permit",),
}
"""A document whose words inside those of another belong to that one: a gas bill is no invoice."""
_SAME_PAPER = {
    ("receipt", "invoice"): "same_paper",
    ("proof_of_delivery", "invoice"): "same_paper",
    ("letter_of_authorization", "permit"): "same_permit",
    ("registration_certificate", "business_license"): "same_register",
}
"""Joined by "or", the two are one paper that has two names; it goes by the second."""
_BANK_AHEAD = 24
"""So near before the card stands the bank account that may be shown instead."""
_ONLY_BARE = {"proof_of_delivery": "bare_receipt", "letter_of_authorization": "bare_leave"}
"""Of these only short words may be another name for a paper beside them."""


def _plan_again(found: list[Hit], known: Asking) -> Asked | None:
    plans = [
        hit
        for hit in found
        if hit.value == "improvement_plan" and not known.denies(hit) and not known.wonders(hit)
    ]
    if not plans:
        return None
    last = max(plans, key=lambda hit: hit.start)
    return Asked("improvement_plan", last.start, last.end)


def _is_shadowed(page: Page, hit: Hit, wanted: list[Hit]) -> bool:
    """Tell whether the words belong to a more exact document beside them."""
    shadows = _SHADOWS.get(hit.value, ())
    for other in wanted:
        touches = other.start < hit.end and hit.start < other.end
        if touches and other.value in shadows and not _is_of_bank_too(page, hit, other):
            return True
        words = _SAME_PAPER.get((hit.value, other.value))
        bare = _ONLY_BARE.get(hit.value)
        if bare and not pattern("documents", bare).match(page.text[hit.start : hit.end]):
            continue
        if words:
            between = page.lower[min(other.end, hit.end) : max(other.start, hit.start)]
            if pattern("documents", words).fullmatch(between):
                return True
    return False


def _is_of_bank_too(page: Page, hit: Hit, other: Hit) -> bool:
    """Tell whether "bank account or credit card statement" names the bank before the card."""
    if hit.value != "bank_statement":
        return False
    return hit.start < other.start or bank_ahead(page, other.start) is not None


def bank_ahead(page: Page, card: int) -> int | None:
    """Return where "bank account or" begins, if it stands right before a card statement."""
    begin = max(0, card - _BANK_AHEAD)
    words = pattern("documents", "bank_or").search(page.lower[begin:card])
    return begin + words.start() if words else None


def _fits(hit: Hit, violation: str) -> bool:
    """Tell whether the document makes sense for this violation."""
    if hit.value == "invoice" and violation == "forged_documents":
        return False
    return violation in _ONLY_FOR.get(hit.value, (violation,))
