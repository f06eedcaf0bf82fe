"""Labels, one matter a plan, the right language, a header (R65–R68)."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kaizen.finding import Hit, Place, Severity
from kaizen.measuring import is_japanese, is_other_language
from kaizen.own_title import own_title
from kaizen.plan import Item
from kaizen.reading.other_lines import other_line
from kaizen.reading.sentences import read
from kaizen.review_context import Review
from kaizen.rule import Rule
from kaizen.topics import other_matters, possible_asides
from kaizen.voice import lowered

_ENOUGH_TEXT = 40
_ITEM_NUMBERS = {Item.VIOLATION: 1, Item.CAUSE: 2, Item.FIX: 3, Item.EFFECT: 4}
_PROSE = (Item.VIOLATION, Item.CAUSE, Item.FIX, Item.EFFECT)
# A site as sellers name it, not a part of an address of mails or pages.
_SITE = re.compile(
    r"(?<![a-z0-9@./-])amazon\.(?:com|co|ca|in|sg|ie)(?:\.[a-z]{2})?(?![a-z0-9@/-]|\.[a-z0-9])"
)


class LabelsChanged(Rule):
    """A line of its own serves as a heading that the notice does not have."""

    id = "R65"
    slug = "labels-changed"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each such line."""
        for written in review.written():
            found = {match.span(match.lastgroup or 0) for match in _listed(written.folded.text)}
            number = _ITEM_NUMBERS.get(written.item)
            if number is not None:
                found |= set(own_title(written.folded.text, number))
            for span in sorted(found):
                yield Hit(written.place(*span))


class UnrelatedViolationsMixed(Rule):
    """Another violation is brought in beside the one of the notice."""

    id = "R66"
    slug = "unrelated-violations-mixed"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each sentence that turns to another matter, else what may be one as a remark."""
        sure = list(other_matters(review))
        for item, start, end in sure:
            yield Hit(review[item].place(start, end))
        known = {item for item, _, _ in sure}
        for item, start, end in possible_asides(review):
            if item not in known:
                yield Hit(review[item].place(start, end), severity=Severity.INFO)


class WrongLanguage(Rule):
    """The text is not in the language of the marketplace, or a part not in that of the rest."""

    id = "R67"
    slug = "wrong-language"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield the plan in the wrong language, else each item, or a sentence of it, in another."""
        marketplace = _marketplace(review)
        written = [review[item] for item in _PROSE if review[item].text.strip()]
        text = "".join(one.folded.text for one in written)
        if len(text) < _ENOUGH_TEXT:
            return
        japanese = is_japanese(text)
        if japanese and marketplace in self.data["english"]:
            values = {"marketplace": str(marketplace)}
            yield Hit(Place("plan", field="marketplace"), values, "english")
        elif not japanese and marketplace in self.data["japanese"]:
            yield Hit(Place("plan"), variant="japanese")
        elif len(written) > 2:
            for one in written:
                said = one.folded.text if japanese else read(one.text).own
                if is_other_language(said, japanese):
                    yield Hit(one.place(), variant="item")
                elif (line := other_line(one.text, japanese=japanese)) is not None:
                    yield Hit(one.place(*line), variant="sentence")


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
    """Return the marketplace: of the notice, of the seller's details, or the one named."""
    notice = review.notice
    if notice is not None:
        english_japan = notice.language == "en" and notice.marketplace == "amazon.co.jp"
        return None if english_japan else notice.marketplace
    if review.details.store:
        return review.details.marketplace
    text = lowered("\n".join(review[item].folded.text for item in _PROSE))
    named = {match.group() for match in _SITE.finditer(text)}
    return named.pop() if len(named) == 1 else None


def _listed(text: str) -> Iterator[re.Match[str]]:
    return _own_heading().finditer(text)


@cache
def _own_heading() -> re.Pattern[str]:
    path = Path(__file__).parent.parent / "phrases" / "own_headings.toml"
    return re.compile("|".join(tomllib.loads(path.read_text("utf-8"))["patterns"]), re.MULTILINE)
