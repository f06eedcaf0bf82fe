"""Whether the words of a paper mean that paper, or only what stands on it or another thing."""

from kaizen.notice.page import Page
from kaizen.notice.phrase_hits import hits
from kaizen.notice.signature import Hit, pattern, patterns
from kaizen.notice.words import first_match

POINTS = ("point_cause", "point_action", "point_prevention", "point_detail")
_TOLD_ON_PAPERS = (
    "supplier_contact",
    "improvement_plan",
    "explanation",
    "disclosure_of_method",
    *POINTS,
)
_SHOWN_BY_PAPERS = ("proof_of_delivery", "original_document")
_OF = "\u306e"
_WIDE = "\u2e80"
_INSIDE_END = (")", "\u3002", ".")
"""What may end the words in brackets that say what can be read on a paper."""
_OVER_SENTENCES = ("proof_of_relation_end",)
"""Its words may stand in two sentences: "if it is over, send papers on that"."""


def of_goods(page: Page, hit: Hit, violation: str) -> Hit:
    """Return the picture of a package as one of the product where no parcels are in question."""
    if hit.value != "packing_photo" or violation in ("dropshipping", "unknown"):
        return hit
    of_parcels = pattern("documents", "of_parcels").search(page.lower[hit.start : hit.end])
    if of_parcels or violation in patterns("types")["performance"]:
        return hit
    return hit._replace(value="photo") if page.text[hit.start] < _WIDE else hit


def is_other(page: Page, hit: Hit) -> bool:
    """Tell whether the words are part of others: "permitted", "receipt of this mail"."""
    if pattern("documents", "behind").match(page.lower[hit.end : hit.end + 24]):
        return True
    behind = page.lower[hit.end : hit.end + 24]
    if hit.value == "registration_certificate" and pattern("documents", "its_number").match(behind):
        return True
    if hit.value == "card_update" and pattern("documents", "purpose").match(page.lower, hit.end):
        return True
    words = page.text[hit.start : hit.end]
    if ". " in words and hit.value not in _OVER_SENTENCES:
        return True
    if words.count(")") > words.count("("):
        return True
    if pattern("documents", "utility_provider").search(
        page.lower[max(0, hit.start - 24) : hit.end]
    ):
        return hit.value == "supplier_contact"
    if _describes(page, hit) or _is_photo_of_paper(page, hit) or _is_told_by_paper(page, hit):
        return True
    goes_on = pattern("documents", "word_goes_on").match(page.lower[hit.end : hit.end + 4])
    if goes_on and page.text[hit.end - 1].isalpha() and hit.value not in POINTS:
        return True
    begin = max(0, hit.start - 24)
    other = first_match(page, "documents", "not_a_paper", begin=begin, end=hit.end + 24)
    if other is None or other.lastgroup is None:
        return False
    start, end = other.span(other.lastgroup)
    return start < hit.end and hit.start < end


def _describes(page: Page, hit: Hit) -> bool:
    """Tell whether the words say what can be read on a paper: in brackets, or as what it shows."""
    line_end = page.unit(hit.start)[1]
    behind = page.lower[hit.end : min(line_end, hit.end + 64)]
    if hit.value not in _TOLD_ON_PAPERS:
        onward = page.lower[hit.start : min(line_end, hit.start + 80)]
        if pattern("documents", "shown").match(onward) or _is_told_of(behind):
            return True
        before = page.lower[page.sentence(hit.start)[0] : hit.start]
        if "\u306b\u306f" in before and pattern("documents", "stated_on").match(behind):
            return True
    if not pattern("documents", "readable").search(page.lower[hit.start : hit.end]):
        return False
    start, _ = page.unit(hit.start)
    before = page.lower[start : hit.start]
    return (
        before.rfind("(") > before.rfind(")") and page.lower[hit.end : hit.end + 1] in _INSIDE_END
    )


def _is_told_by_paper(page: Page, hit: Hit) -> bool:
    """Tell whether the words say what a paper named before them shows or bears."""
    start, _ = page.sentence(hit.start)
    words = page.lower[hit.start : hit.end]
    if hit.value == "supplier_contact":
        if _is_stated_on(page, hit, start, words):
            return True
        onward = page.lower[hit.start : hit.end + 60].partition("\n")[0]
        if pattern("documents", "paper_of_supplier").search(onward):
            return True
        before = page.lower[start : hit.start]
        more = pattern("documents", "more_contact").match(page.lower[hit.end : hit.end + 40])
        bears = pattern("documents", "with_name").search(before) or pattern(
            "documents", "bears_inside"
        ).search(words)
        reached = more or pattern("documents", "reached_by").search(words)
        return bool(bears and not reached) and any(
            start <= other.start < hit.start and other.value not in _TOLD_ON_PAPERS
            for other in hits(page, "documents")
        )
    if hit.value in _SHOWN_BY_PAPERS and pattern("documents", "says_that").match(words):
        return any(
            start <= other.start < other.end <= hit.start
            and other.value not in (*_TOLD_ON_PAPERS, hit.value)
            and pattern("documents", "shows_that").match(
                page.lower[other.end : hit.start].lstrip("s")
            )
            for other in hits(page, "documents")
        )
    return hit.value == "card_statement" and any(
        other.value == "bank_statement"
        and other.end < hit.start
        and pattern("documents", "kinds_of").fullmatch(page.lower[other.end : hit.start])
        for other in hits(page, "documents")
    )


def _is_stated_on(page: Page, hit: Hit, start: int, words: str) -> bool:
    """Tell whether a Japanese sentence says that a name or an address has to stand on a paper."""
    if pattern("documents", "reached_by").search(words):
        return False
    if "\u306b\u306f" not in page.lower[start : hit.start]:
        return False
    return pattern("documents", "stated_on").match(page.lower[hit.end : hit.end + 64]) is not None


def _is_told_of(behind: str) -> bool:
    """Tell whether the words only say what stands on the thing named next: a label, a page."""
    return pattern("documents", "told_of").match(behind) is not None


def _is_photo_of_paper(page: Page, hit: Hit) -> bool:
    """Tell whether "the picture of" goes with a paper: a picture of a passport is the passport."""
    if hit.value != "photo":
        return False
    if page.lower.endswith(" of", hit.start, hit.end):
        behind = page.lower[hit.end : hit.end + 40]
        return pattern("documents", "paper_behind").match(behind) is not None
    if not page.text.startswith(_OF, hit.start):
        return False
    if pattern("documents", "paper_before").search(page.lower[max(0, hit.start - 24) : hit.start]):
        return True
    return any(
        other.value not in (*POINTS, "photo", "packing_photo")
        and other.start < hit.start <= other.end + 2
        for other in hits(page, "documents")
    )
