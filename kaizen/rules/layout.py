"""Labels, one matter a plan, the right language, a header (R65–R68)."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kaizen.finding import Hit, Place
from kaizen.measuring import is_japanese
from kaizen.plan import Item
from kaizen.review_context import Review
from kaizen.rule import Rule
from kaizen.topics import other_matters

_ENOUGH_TEXT = 40


class LabelsChanged(Rule):
    """A line of its own serves as a heading that the notice does not have."""

    id = "R65"
    slug = "labels-changed"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each such line."""
        for written in review.written():
            for match in _own_heading().finditer(written.folded.text):
                name = match.lastgroup or "heading"
                yield Hit(written.place(*match.span(name)))


class UnrelatedViolationsMixed(Rule):
    """Another violation is brought in beside the one of the notice."""

    id = "R66"
    slug = "unrelated-violations-mixed"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each sentence that turns to another matter."""
        for item, start, end in other_matters(review):
            yield Hit(review[item].place(start, end))


class WrongLanguage(Rule):
    """The text is not in the language of the marketplace."""

    id = "R67"
    slug = "wrong-language"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield the plan where its language does not fit a marketplace that is known."""
        marketplace = _marketplace(review)
        text = "".join(review[item].folded.text for item in (Item.VIOLATION, Item.CAUSE, Item.FIX))
        if marketplace is None or len(text) < _ENOUGH_TEXT:
            return
        if is_japanese(text) and marketplace in self.data["english"]:
            yield Hit(Place("plan", field="marketplace"), {"marketplace": marketplace}, "english")
        if not is_japanese(text) and marketplace in self.data["japanese"]:
            yield Hit(Place("plan"), variant="japanese")


class HeaderMissing(Rule):
    """Store name or notice date is missing, where details of the case are known."""

    id = "R68"
    slug = "header-missing"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield what the header lacks."""
        details = review.details
        if not (details.store or details.notice_date or details.legal_name):
            return
        if not details.store.strip():
            yield Hit(Place("plan", field="store"), variant="store")
        if review.notice_date() is None:
            yield Hit(Place("plan", field="notice_date"), variant="notice_date")


def _marketplace(review: Review) -> str | None:
    """Return the marketplace, where the notice or the seller's details name it."""
    notice = review.notice
    if notice is not None:
        return (
            None
            if notice.language == "en" and notice.marketplace == "amazon.co.jp"
            else (notice.marketplace)
        )
    return review.details.marketplace if review.details.store else None


@cache
def _own_heading() -> re.Pattern[str]:
    path = Path(__file__).parent.parent / "phrases" / "own_headings.toml"
    return re.compile("|".join(tomllib.loads(path.read_text("utf-8"))["patterns"]), re.MULTILINE)
