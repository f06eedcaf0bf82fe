"""What the words of a sentence do: ask the seller, deny, or tell of what others do."""

from kaizen.notice.page import Page
from kaizen.notice.signature import Hit, pattern

_REQUEST_REACH = 40
_DENIAL_REACH = 12
_NOUN = 40
_WIDE = "\u2e80"
_PAUSES = "\u3001,.;:\u3002()"


def roles_of(page: Page, found: list[Hit]) -> list[Hit]:
    """Return what the words of one sentence do, in order: those that ask and those that deny."""
    if any(hit.value == "elsewhere" for hit in found):
        return [Hit("refuse", 1, found[0].start, found[0].end)]
    refused = [hit for hit in found if hit.value == "refuse" and not _is_asked_of(page, hit)]
    asked = [hit for hit in found if hit.value == "ask" and _is_told_to_seller(page, hit)]
    asked += _requests(found)
    kept = [
        hit
        for hit in asked
        if not any(_denies(page, one, hit) or _reaches_on(page, one, hit) for one in refused)
    ]
    return sorted(kept + refused, key=lambda hit: (hit.end, hit.start))


def _is_asked_of(page: Page, hit: Hit) -> bool:
    """Tell whether the past is what is to be told: "describe what was sent"."""
    start, _ = page.sentence(hit.start)
    before = page.lower[max(start, hit.start - 24) : hit.start]
    return pattern("asking", "embedded").search(before) is not None


def _is_told_to_seller(page: Page, hit: Hit) -> bool:
    """Tell whether an English verb is a request: "provide", not "carriers provide"."""
    words = page.lower[hit.start : hit.end]
    if pattern("asking", "is_noun").match(page.lower[hit.start : hit.start + _NOUN]):
        return False
    if pattern("asking", "of_amazon").match(words):
        begin, _ = page.sentence(hit.start)
        before = page.lower[max(begin, hit.start - 32) : hit.start]
        if pattern("asking", "amazon_does").search(before):
            return False
    verb = pattern("asking", "verb").match(words)
    if verb is None:
        return True
    if verb.end() == len(words) and pattern("asking", "inflected").match(
        page.lower[hit.end : hit.end + 6]
    ):
        return False
    start, _ = page.sentence(hit.start)
    before = page.lower[max(start, hit.start - 16) : hit.start]
    if pattern("asking", "not_the_seller").search(before):
        return False
    word = page.text[start : hit.start].rstrip().rpartition(" ")[2]
    is_name = len(word) > 1 and word.isalpha() and word.isupper()
    return not is_name or pattern("asking", "loud").fullmatch(word.lower()) is not None


def _requests(found: list[Hit]) -> list[Hit]:
    """Return verbs of giving together with the form of request behind them."""
    gives = sorted((hit for hit in found if hit.value == "give"), key=lambda hit: hit.start)
    asked = []
    for request in found:
        if request.value != "request":
            continue
        before = [give for give in gives if give.start <= request.start]
        if before and request.start - before[-1].end <= _REQUEST_REACH:
            asked.append(Hit("ask", 1, before[-1].start, request.end))
    return asked


def _reaches_on(page: Page, refused: Hit, asked: Hit) -> bool:
    """Tell whether the words that would ask only go on with what the denial before them says."""
    if refused.start > asked.start:
        return False
    if not pattern("asking", "goes_on").match(page.lower[asked.start : asked.end]):
        return False
    return pattern("asking", "turns").search(page.lower, refused.end, asked.start) is None


def _denies(page: Page, refused: Hit, asked: Hit) -> bool:
    """Tell whether the denial belongs to the words that would ask."""
    if refused.start < asked.end and asked.start < refused.end:
        is_inside = asked.start <= refused.start and refused.end <= asked.end
        return page.text[refused.start] >= _WIDE or not is_inside or refused.start == asked.start
    if page.text[refused.start] >= _WIDE:
        gap = page.text[asked.end : refused.start]
        is_behind = refused.start >= asked.end
    else:
        gap = page.text[refused.end : asked.start]
        is_behind = asked.start > refused.end
    return is_behind and len(gap) <= _DENIAL_REACH and not any(mark in gap for mark in _PAUSES)
