"""Where a notice asks the seller for something, and where it only mentions or refuses a thing.

A sentence asks where a verb of giving meets a form of request, or where words ask by themselves.
Lists follow the sentence that leads them, or the one that closes them.
"""

from kaizen.notice.asking_known import Asking, Span
from kaizen.notice.asking_lists import read_lists
from kaizen.notice.asking_roles import roles_of
from kaizen.notice.page import Page
from kaizen.notice.phrase_hits import hits
from kaizen.notice.signature import Hit, pattern, patterns
from kaizen.notice.words import each_match


def asking(page: Page) -> Asking:
    """Return what the sentences of the page ask; the page keeps the answer."""
    known: Asking | None = page.kept.get("sentences asking")
    if known is None:
        known = page.kept["sentences asking"] = _read(page)
    return known


def asks_papers(page: Page, until: int | None = None) -> bool:
    """Tell whether papers are asked, apart from a plan and its points or an explanation.

    ``until`` is where what counts ends, for example at an earlier mail that is quoted below.
    """
    known, others = asking(page), patterns("asking")["no_papers"]
    return any(hit.value not in others and known.wants(hit) for hit in _named(page, until))


def asks_plan(page: Page, until: int | None = None) -> bool:
    """Tell whether a plan is asked by its name, before ``until``."""
    known = asking(page)
    named = (hit for hit in _named(page, until) if hit.value == "improvement_plan")
    return any(known.wants(hit) for hit in named)


def _named(page: Page, until: int | None) -> list[Hit]:
    found = hits(page, "documents")
    return found if until is None else [hit for hit in found if hit.start < until]


def _read(page: Page) -> Asking:
    words: dict[Span, list[Hit]] = {}
    errors: set[Span] = set()
    for hit in hits(page, "asking"):
        span = page.sentence(hit.start)
        if hit.value == "elsewhere" and _is_told(page, hit):
            continue
        if hit.value == "refuse" and pattern("asking", "not_limit").match(
            page.lower[hit.end :][:8]
        ):
            continue
        if hit.value == "error":
            errors.add(span)
        else:
            words.setdefault(span, []).append(hit)
    for match in each_match(page, "asking", "noun_end"):
        role = Hit("ask", 1, match.start(), match.end())
        words.setdefault(page.sentence(match.start()), []).append(role)
    roles = {span: roles_of(page, found) for span, found in words.items()}
    known = Asking(page, {span: found for span, found in roles.items() if found}, errors=errors)
    read_lists(known)
    return known


def _is_told(page: Page, hit: Hit) -> bool:
    """Tell whether what goes elsewhere is only told: "the slip that was put in the box"."""
    before = page.lower[max(0, hit.start - 32) : hit.start]
    if pattern("asking", "was_put").search(before):
        return True
    return pattern("asking", "is_told").match(page.lower[hit.end : hit.end + 8]) is not None
