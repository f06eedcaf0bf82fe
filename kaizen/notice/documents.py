"""What the notice asks for: documents, a plan, an explanation."""

from dataclasses import dataclass

from kaizen.notice.layout import is_item
from kaizen.notice.page import Page
from kaizen.notice.signature import Hit, hits, pattern

POINTS = ("point_cause", "point_action", "point_prevention")
_EXPLAINED = ("related_account", "multiple_accounts", "forged_documents")
_MAY_EXPLAIN = (*_EXPLAINED, "compromised_account", "unknown", "identity_kyc", "code_of_conduct")
_ONLY_FOR = {
    "original_document": ("forged_documents", "authenticity", "unknown", "invoice_request"),
    "proof_of_relation_end": ("related_account", "multiple_accounts", "unknown"),
    "disclosure_of_method": ("review_manipulation", "sales_rank_search_misuse", "code_of_conduct"),
}
NOT_DOCUMENTS = ("ask", "refuse", "error_route", *POINTS)
"""What the phrases of this family tell besides papers."""
_IDENTITY = (
    "identity_document",
    "utility_bill",
    "bank_statement",
    "card_statement",
    "business_license",
)
_ADJACENT = 8


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
    found = hits(page, "documents")
    sentences = _asking_sentences(page, found)
    wanted = [hit for hit in found if _is_asked(page, sentences, hit)]
    plan = _plan(page, wanted) or (_plan_again(page, found) if refused else None)
    results = [plan] if plan else []
    for hit in sorted(wanted, key=lambda hit: hit.start):
        if hit.value in NOT_DOCUMENTS or hit.value == "improvement_plan":
            continue
        if not _is_shadowed(hit, wanted) and _fits(hit, found, page, violation, plan):
            results.append(Asked(hit.value, hit.start, hit.end))
    if refused and not results:
        results = _mentioned(found, violation)
    results = _without_generic(results)
    results.sort(key=lambda one: one.start)
    unique = {one.value: one for one in reversed(results)}
    return sorted(unique.values(), key=lambda one: one.start)


def _mentioned(found: list[Hit], violation: str) -> list[Asked]:
    """Return the documents a refusal speaks of: those are to be sent again."""
    return [
        Asked(hit.value, hit.start, hit.end)
        for hit in found
        if hit.value not in NOT_DOCUMENTS
        and hit.value != "explanation"
        and violation in _ONLY_FOR.get(hit.value, (violation,))
    ]


def _without_generic(results: list[Asked]) -> list[Asked]:
    """Let "papers to verify your identity" count only where no such paper is named."""
    named = any(one.value in _IDENTITY for one in results)
    kept = [one for one in results if one.value != "identity_generic"]
    if named or len(kept) == len(results):
        return kept
    generic = next(one for one in results if one.value == "identity_generic")
    return [*kept, Asked("identity_document", generic.start, generic.end)]


def asking_units(page: Page) -> list[tuple[int, int]]:
    """Return the sentences that ask the seller for something."""
    spans = _asking_sentences(page, hits(page, "documents"))
    return [span for span, asking in spans.items() if asking]


def _asking_sentences(page: Page, found: list[Hit]) -> dict[tuple[int, int], bool]:
    """Return every sentence and whether it asks; list items follow the sentence that leads them."""
    ask = {page.sentence(hit.start) for hit in found if hit.value == "ask"}
    refuse = {page.sentence(hit.start) for hit in found if hit.value == "refuse"}
    result: dict[tuple[int, int], bool] = {}
    asking = led = False
    for start, end in page.units():
        line = page.text[start:end]
        led = led and pattern("words", "ends_list").search(line) is None
        item = is_item(line) or led
        at = start
        while at < end:
            span = page.sentence(at)
            if span in refuse:
                result[span] = False
            elif span in ask:
                result[span] = asking = True
            elif item or line.startswith("("):
                result[span] = asking
            else:
                result[span] = asking = False
            at = max(span[1], at + 1)
        if pattern("words", "how_heading").search(page.lower[start:end]):
            asking = True
        led = led or (
            asking and pattern("words", "leads_list").search(page.lower[start:end]) is not None
        )
    return result


def _is_asked(page: Page, sentences: dict[tuple[int, int], bool], hit: Hit) -> bool:
    if pattern("words", "source_of_other").match(page.lower[hit.end : hit.end + 16]):
        return False
    return sentences.get(page.sentence(hit.start), False)


def _plan(page: Page, wanted: list[Hit]) -> Asked | None:
    named = [hit for hit in wanted if hit.value == "improvement_plan"]
    if named:
        first = min(named, key=lambda hit: hit.start)
        return Asked("improvement_plan", first.start, first.end)
    points = [hit for hit in wanted if hit.value in POINTS]
    if len({hit.value for hit in points}) < 2:
        return None
    first = min(points, key=lambda hit: hit.start)
    return Asked("improvement_plan", first.start, first.end)


_SHADOWS = {
    "invoice": ("utility_bill", "card_statement"),
    "receipt": ("utility_bill",),
    "photo": ("packing_photo",),
    "card_update": ("card_statement",),
    "supplier_contract": ("warehouse_contract",),
    "permit": ("identity_document", "business_license"),
    "original_document": ("supply_chain_document",),
}
"""A document whose words inside those of another belong to that one: a gas bill is no invoice."""


def _plan_again(page: Page, found: list[Hit]) -> Asked | None:
    plans = [hit for hit in found if hit.value == "improvement_plan"]
    if not plans:
        return None
    last = max(plans, key=lambda hit: hit.start)
    return Asked("improvement_plan", last.start, last.end)


def _is_shadowed(hit: Hit, wanted: list[Hit]) -> bool:
    """Tell whether the words belong to a more exact document beside them."""
    shadows = _SHADOWS.get(hit.value, ())
    for other in wanted:
        overlaps = other.start < hit.end and hit.start < other.end
        if overlaps and other.value in shadows:
            return True
        gap = max(other.start - hit.end, hit.start - other.end)
        if hit.value == "receipt" and other.value == "invoice" and gap <= _ADJACENT:
            return True
    return False


def _fits(hit: Hit, found: list[Hit], page: Page, violation: str, plan: Asked | None) -> bool:
    """Tell whether the document makes sense for this violation and this sentence."""
    if hit.value == "explanation":
        if violation not in _MAY_EXPLAIN or (plan and violation == "unknown"):
            return False
        sentence = page.sentence(hit.start)
        in_error = any(
            other.value == "error_route" and page.sentence(other.start) == sentence
            for other in found
        )
        return violation in _EXPLAINED or not in_error
    if hit.value == "invoice" and violation == "forged_documents":
        return False
    return violation in _ONLY_FOR.get(hit.value, (violation,))
