"""Where a notice asks the seller for something, and where it only mentions or refuses a thing.

A sentence asks where a verb of giving meets a form of request, or where words ask by themselves.
Lists follow the sentence that leads them, or the one that closes them.
"""

from dataclasses import dataclass, field

from kaizen.notice.asking_roles import roles_of
from kaizen.notice.layout import is_item
from kaizen.notice.page import Page
from kaizen.notice.phrase_hits import hits
from kaizen.notice.signature import Hit, pattern, patterns
from kaizen.notice.words import each_match

Span = tuple[int, int]
_LONGEST_LABEL = 32
_LONGEST_HEADING = 80
_LEAD = 72
_MOST_ITEMS = 40
_FAR_LIST = 9
"""So many lines may stand between a list that is announced and the list itself."""
_WIDE = "\u2e80"
_CELLS = frozenset("|(:[-\u2013\u2014")
"""One of these stands before the state of a paper in a table."""


@dataclass(slots=True)
class Asking:
    """What each sentence does: its roles in order, and which belong to a list that is asked."""

    page: Page
    roles: dict[Span, list[Hit]] = field(default_factory=dict)
    listed: set[Span] = field(default_factory=set)
    errors: set[Span] = field(default_factory=set)
    denied: set[Span] = field(default_factory=set)
    known: dict[Span, bool] = field(default_factory=dict)

    def wants(self, hit: Hit) -> bool:
        """Tell whether the words of ``hit`` name something that is asked for.

        Japanese says behind a thing what is to happen with it, English before it.
        """
        place = hit.start, hit.end
        if place not in self.known:
            self.known[place] = self._wants(hit)
        return self.known[place]

    def _wants(self, hit: Hit) -> bool:
        cell = self.page.lower[hit.end : hit.end + 80].partition("\n")[0]
        if not _CELLS.isdisjoint(cell):
            if pattern("asking", "cell_done").match(cell):
                return False
            if pattern("asking", "cell_open").match(cell):
                return True
        span = self.page.sentence(hit.start)
        if span in self.denied or pattern("asking", "question").search(self.page.lower, *span):
            return False
        if pattern("asking", "none_of").search(self.page.lower[max(0, hit.start - 14) : hit.start]):
            return False
        roles = [role for role in self.roles.get(span, []) if self._reaches(hit, role)]
        behind = next((role for role in roles if role.end >= hit.end), None)
        before = next((role for role in reversed(roles) if role.start <= hit.start), None)
        if self.page.text[hit.start] >= _WIDE or self.page.text[hit.end - 1] >= _WIDE:
            nearest = behind or (before if span not in self.listed else None)
        else:
            nearest = before or behind
            if behind and behind.value == "refuse" and (before is None or span in self.listed):
                told = pattern("asking", "was_given").match(self.page.lower, behind.start)
                nearest = None if told and span in self.listed else behind
        if nearest is None:
            return span in self.listed
        return nearest.value == "ask"

    def _reaches(self, hit: Hit, role: Hit) -> bool:
        """Tell whether the role speaks of the words: not from within other brackets, nor if it
        denies what stands behind a semicolon.
        """
        if role.start >= hit.end:
            between = self.page.text[hit.end : role.start]
            if role.value == "refuse" and ";" in between:
                return False
            return between.count("(") <= between.count(")") or role.value != "refuse"
        between = self.page.text[role.end : hit.start]
        if role.value == "refuse" and "," in between and self.page.text[role.start] < _WIDE:
            start, _ = self.page.sentence(hit.start)
            if pattern("asking", "clause_if").search(self.page.lower, start, role.end):
                return False
        return between.count(")") <= between.count("(") or role.value != "refuse"

    def denies(self, hit: Hit) -> bool:
        """Tell whether the notice says in so many words that the thing is not needed."""
        span = self.page.sentence(hit.start)
        roles = self.roles.get(span, [])
        needless = pattern("asking", "needless")
        if self.page.text[hit.start] >= _WIDE:
            behind = next((role for role in roles if role.end >= hit.end), None)
            said = behind
        else:
            before = next((role for role in reversed(roles) if role.start <= hit.start), None)
            said = before or next((role for role in roles if role.start >= hit.end), None)
        if said is None or said.value != "refuse":
            return False
        if pattern("asking", "conditional").search(self.page.lower[span[0] : said.start]):
            return False
        return needless.search(self.page.lower[said.start : said.end]) is not None

    def only_refuses(self, hit: Hit) -> bool:
        """Tell whether the sentence only denies or looks back: nothing in it asks."""
        roles = self.roles.get(self.page.sentence(hit.start), [])
        return bool(roles) and all(role.value == "refuse" for role in roles)

    def is_in_error_route(self, hit: Hit) -> bool:
        """Tell whether the words stand where the notice speaks of a mistake of its own."""
        return self.page.sentence(hit.start) in self.errors


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
        if hit.value == "elsewhere" and pattern("asking", "is_told").match(
            page.lower[hit.end : hit.end + 8]
        ):
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
    _read_lists(known)
    return known


def _read_lists(known: Asking) -> None:
    """Mark the sentences that a list puts among what is asked, and those of the error route."""
    page = known.page
    asks = led = in_error = opened = False
    announced, denied = 0, False
    above: list[Span] = []
    for start, end in page.units():
        line, lower = page.text[start:end], page.lower[start:end]
        led = led and pattern("words", "ends_list").search(lower) is None
        item = led or opened or is_item(line) or lower.startswith("(")
        announced -= announced > 0
        if announced and is_item(line) and _names_a_paper(known, start, end):
            asks = True
        spans = _sentences(page, start, end)
        if pattern("asking", "leads_denied").search(lower):
            denied, asks, led = True, False, False
        elif denied and is_item(line):
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
            elif not item and not _opens(page, span):
                asks = False
            if item and (asks or led):
                known.listed.add(span)
                announced = 0
            if before and _closes(known, page.lower[slice(*span)].lstrip(), span):
                known.listed.add(before)
            before = span
        if above and _closes(known, lower, spans[0]):
            known.listed.update(above)
        asks = asks or pattern("asking", "leads").search(lower[-_LEAD:]) is not None
        if asks and pattern("asking", "announces").search(lower):
            announced = _FAR_LIST
        leads = asks or any(
            role.value == "ask" for one in spans for role in known.roles.get(one, ())
        )
        led = led or (leads and _leads(known, lower, spans))
        opened = asks and _opens(page, spans[-1])
        above = [*above, *spans][-_MOST_ITEMS:] if item else []


def _names_a_paper(known: Asking, start: int, end: int) -> bool:
    """Tell whether a paper is named in the line, and nothing in it denies one."""
    named = any(start <= hit.start < end for hit in hits(known.page, "documents"))
    spans = (span for span in known.roles if start <= span[0] < end)
    return named and all(role.value == "ask" for span in spans for role in known.roles[span])


def _opens(page: Page, span: Span) -> bool:
    """Tell whether a sentence ends in a colon: what it leads stands on the next line."""
    return page.text[slice(*span)].rstrip("\n ").endswith(":")


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
    if pattern("words", "leads_list").search(line):
        return True
    if len(line) > _LONGEST_LABEL or pattern("asking", "finished").search(line):
        return False
    start, end = spans[0][0], spans[-1][1]
    if any(start <= hit.start < end for hit in hits(known.page, "documents")):
        return False
    return any(role.value == "ask" for span in spans for role in known.roles.get(span, ()))


def _sentences(page: Page, start: int, end: int) -> list[Span]:
    """Return the sentences of one line, at least one."""
    spans, at = [], start
    while at < end:
        span = page.sentence(at)
        spans.append(span)
        at = max(span[1], at + 1)
    return spans or [(start, end)]
