"""What the sentences of a notice do, and whether words in them name a thing that is asked for."""

from dataclasses import dataclass, field

from kaizen.notice.layout import is_item
from kaizen.notice.page import Page
from kaizen.notice.papers_meant import POINTS
from kaizen.notice.signature import Hit, pattern

Span = tuple[int, int]
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
        if span in self.denied or self._is_question_of_a_reader(hit, span):
            return False
        if pattern("asking", "own_remark").search(self.page.lower, *span):
            return False
        if pattern("asking", "none_of").search(self.page.lower[max(0, hit.start - 40) : hit.start]):
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
                told = told or pattern("asking", "goes_without").match(
                    self.page.lower, behind.start
                )
                nearest = None if told and span in self.listed else behind
        if nearest is None:
            return span in self.listed
        return nearest.value == "ask"

    def _is_question_of_a_reader(self, hit: Hit, span: Span) -> bool:
        """Tell whether a heading asks what a reader would; a listed question is one to answer."""
        if not pattern("asking", "question").search(self.page.lower, *span):
            return False
        to_answer = span in self.listed and hit.value in POINTS
        return not (to_answer and is_item(self.page.text[slice(*span)]))

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

    def wonders(self, hit: Hit) -> bool:
        """Tell whether the words stand in a question, or where the seller tells what was sent."""
        sentence = self.page.lower[slice(*self.page.sentence(hit.start))]
        if sentence.rstrip().endswith("?"):
            return True
        return pattern("asking", "own_remark").search(sentence) is not None

    @property
    def is_told_none(self) -> bool:
        """Tell whether the notice says that no papers at all are to be sent."""
        return pattern("asking", "told_none").search(self.page.lower) is not None

    def is_in_error_route(self, hit: Hit) -> bool:
        """Tell whether the words stand where the notice speaks of a mistake of its own."""
        return self.page.sentence(hit.start) in self.errors
