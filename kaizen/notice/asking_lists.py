"""Which lines are the list that a sentence leads, or that one closes."""

from kaizen.notice.asking_known import Asking, Span
from kaizen.notice.layout import is_item
from kaizen.notice.page import Page
from kaizen.notice.phrase_hits import hits
from kaizen.notice.signature import pattern
from kaizen.notice.words import first_match

_LONGEST_LABEL = 32
_LONGEST_HEADING = 80
_LEAD = 72
_MOST_ITEMS = 40
_FAR_LIST = 9
"""So many lines may stand between a list that is announced and the list itself."""


def read_lists(known: Asking) -> None:
    """Mark the sentences that a list puts among what is asked, and those of the error route."""
    page = known.page
    asks = led = in_error = opened = marked = ending = bare = False
    announced, denied = 0, False
    above: list[Span] = []
    in_item = False
    for start, end in page.units():
        line, lower = page.text[start:end], page.lower[start:end]
        listed, told = is_item(line), _is_sentence(line)
        led = led and not _stands(page, "words", "ends_list", (start, end))
        led = led and (not ending or listed)
        ending = led and marked and not listed and told
        marked = led and (listed or ending)
        bare = bare and not told
        # A line that is no sentence goes on with the item above it.
        in_item = listed or (in_item and not told)
        item = led or opened or bare or listed or lower.startswith("(")
        announced -= announced > 0
        if announced and listed and _names_a_paper(known, start, end):
            asks = True
        spans = _sentences(page, start, end)
        if _stands(page, "asking", "leads_denied", (start, end)):
            denied, asks, led = True, False, False
        elif denied and listed:
            known.denied.update(spans)
        else:
            denied = False
        if _is_heading(lower):
            in_error = any(span in known.errors for span in spans)
        if in_error:
            known.errors.update(spans)
        before: Span | None = None
        for span in spans:
            roles = known.roles.get(span, ())
            if any(role.value == "ask" for role in roles):
                asks = True
            elif not (item or in_item or _opens(page, span) or _gives_examples(page, span)):
                asks = False
            if item and (asks or led):
                known.listed.add(span)
                announced = 0
            if before and _closes(known, page.lower[slice(*span)].lstrip(), span):
                known.listed.add(before)
            before = span
        if above and _closes(known, lower, spans[0]):
            known.listed.update(above)
        headed = _stands(page, "asking", "leads", (max(start, end - _LEAD), end))
        bare = bare or (headed and lower.endswith(("?", ":")))
        asks = asks or headed
        if _announces(known, spans):
            announced = _FAR_LIST
        leads = asks or any(
            role.value == "ask" for one in spans for role in known.roles.get(one, ())
        )
        led = led or (leads and _leads(known, lower, spans))
        opened = asks and _opens(page, spans[-1])
        above = [*above, *spans][-_MOST_ITEMS:] if item else []


def _names_a_paper(known: Asking, start: int, end: int) -> bool:
    """Tell whether a paper is named in the line, and nothing in it denies one."""
    named = _names_a_thing(known, start, end)
    spans = (span for span in known.roles if start <= span[0] < end)
    return named and all(role.value == "ask" for span in spans for role in known.roles[span])


def _names_a_thing(known: Asking, start: int, end: int) -> bool:
    """Tell whether a paper, a plan or a point of one is named in the line."""
    return any(start <= hit.start < end for hit in hits(known.page, "documents"))


def _opens(page: Page, span: Span) -> bool:
    """Tell whether a sentence ends in a colon: what it leads stands on the next line."""
    return page.text[slice(*span)].rstrip("\n ").endswith(":")


def _gives_examples(page: Page, span: Span) -> bool:
    """Tell whether a sentence only says that examples of what was asked before it follow."""
    return _stands(page, "asking", "examples", span)


def _announces(known: Asking, spans: list[Span]) -> bool:
    """Tell whether one of the sentences asks for things that are listed later."""
    return any(
        _stands(known.page, "asking", "announces_unless", span)
        or (
            any(role.value == "ask" for role in known.roles.get(span, ()))
            and _stands(known.page, "asking", "announces", span)
        )
        for span in spans
    )


def _is_heading(line: str) -> bool:
    if len(line) > _LONGEST_HEADING:
        return False
    if pattern("asking", "heading_mark").match(line):
        return True
    return pattern("asking", "heading").search(line[-_LONGEST_LABEL:]) is not None


def _closes(known: Asking, line: str, first: Span) -> bool:
    """Tell whether the line ends a list by asking for what the list holds."""
    if not any(role.value == "ask" for role in known.roles.get(first, ())):
        return False
    return pattern("asking", "closes_list").match(line) is not None


def _leads(known: Asking, line: str, spans: list[Span]) -> bool:
    """Tell whether lines without a mark behind this one are its list, too."""
    span = spans[0][0], spans[0][0] + len(line)
    if _stands(known.page, "words", "leads_list", span) or _is_table_head(line):
        return True
    if pattern("asking", "asks_what").match(line):
        return True
    if len(line) > _LONGEST_LABEL or pattern("asking", "finished").search(line):
        return False
    start, end = spans[0][0], spans[-1][1]
    if any(start <= hit.start < end for hit in hits(known.page, "documents")):
        return False
    return any(role.value == "ask" for span in spans for role in known.roles.get(span, ()))


def _is_sentence(line: str) -> bool:
    return pattern("asking", "finished").search(line) is not None


def _is_table_head(line: str) -> bool:
    """Tell whether the line heads the columns of a table, one of them the papers needed."""
    named = pattern("asking", "table_head").search(line)
    return named is not None and pattern("asking", "table_word").search(line) is not None


def _stands(page: Page, subject: str, name: str, span: Span) -> bool:
    """Tell whether a pattern of ``begun`` matches within the span."""
    return first_match(page, subject, name, begin=span[0], end=span[1]) is not None


def _sentences(page: Page, start: int, end: int) -> list[Span]:
    """Return the sentences of one line, at least one."""
    spans, at = [], start
    while at < end:
        span = page.sentence(at)
        spans.append(span)
        at = max(span[1], at + 1)
    return spans or [(start, end)]
