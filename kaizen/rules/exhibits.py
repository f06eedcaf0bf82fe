"""Exhibits that open, are cited, and are of the asked period (R69–R73)."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kaizen.case import Exhibit
from kaizen.dates import day_of
from kaizen.exhibit_list import (
    cited_numbers,
    dates_a_paper,
    is_described,
    is_invoice,
    is_paper_with_age,
    listed_numbers,
    names_a_paper,
    offered_kinds,
    offers_receipts,
    says_attached,
    speaks_of_invoices,
)
from kaizen.finding import Hit, Place, Severity
from kaizen.instrument_asked import asks_for_a_plan
from kaizen.lexicon import says
from kaizen.phrase_rule import whole_text
from kaizen.plan import Item
from kaizen.reading.days import WrittenDay, days_in
from kaizen.reading.sentences import read
from kaizen.reading.subject import RIGHTS, violation_types
from kaizen.review_context import Review
from kaizen.rule import Question, Rule
from kaizen.text import fold
from kaizen.voice import lowered

_EXTENSION = re.compile(r"\.([A-Za-z0-9]{2,5})$")
_DAY_IN_NAME = re.compile(r"(?<!\d)(?:19|20)\d{2}[-_.]?\d{2}[-_.]?\d{2}(?!\d)")
# A year, and where it is told the month behind it: "2021-05", "2021\u5e745\u6708", "(2021)".
_MONTH_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])(?P<year>20[0-3]\d)"
    r"(?:[-_./\u5e74 ]?(?P<month>1[0-2]|0?[1-9])(?![0-9]))?(?![0-9])"
)


class AttachmentFormat(Rule):
    """A listed file is in a format that the notice does not allow."""

    id = "R69"
    slug = "attachment-format"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each listed file whose ending is not accepted."""
        named = review.notice.file_formats if review.notice else ()
        formats = tuple(named) or tuple(self.data["usual"])
        accepted = {_same_format(name) for name in formats}
        for exhibit in review.exhibits or ():
            ending = _EXTENSION.search(exhibit.name.strip())
            if ending and _same_format(ending[1]) not in accepted:
                values = {"name": exhibit.name, "formats": ", ".join(formats)}
                yield Hit(Place("attachments"), values)
                yield from _cited_in(review, exhibit, values)
        if named:
            yield from _offered_in_text(review, accepted, ", ".join(formats))


class AttachmentMismatch(Rule):
    """An exhibit is cited but not listed, or listed but never cited.

    Where others are cited by number, one of which the text only speaks is a remark.
    """

    id = "R70"
    slug = "attachment-mismatch"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each exhibit that only the text or only the list knows."""
        if review.exhibits is None:
            return
        text = whole_text(review)
        cited, listed = cited_numbers(text), listed_numbers(review.exhibits)
        place = Place("attachments")
        if not listed and (cited or says_attached(text)):
            yield Hit(place, variant="none")
            return
        for number, (start, end) in cited.items():
            if number not in listed:
                values = {"name": text[start:end]}
                yield Hit(place, values, "missing")
                yield from _citing(review, {number}, values, "missing")
        for number, exhibit in listed.items():
            if number in cited:
                continue
            described = is_described(exhibit, text)
            if not described:
                yield Hit(place, {"name": exhibit.name}, "uncited")
            elif cited:
                # Others are cited by their number; what this one shows is only to be guessed.
                yield Hit(place, {"name": exhibit.name}, "uncited", severity=Severity.INFO)


class DocumentTooOld(Rule):
    """An invoice is older than asked, or invoices are asked and not given.

    Where the notice takes another paper as well, or an offer that infringed a right was ended,
    invoices that are not given are a remark.
    """

    id = "R71"
    slug = "document-too-old"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield each listed invoice that is too old; without a list, what the text leaves open."""
        notice, notice_date = review.notice, review.notice_date()
        limit = notice.document_max_age_days if notice else None
        days = str(limit or self.data["usual_days"])
        if notice_date is not None:
            oldest = notice_date - timedelta(days=int(days))
            for exhibit in review.exhibits or ():
                known = _day_of(exhibit, review.today)
                day = known or _last_day_of(exhibit.name)
                is_dated = is_invoice(exhibit) or (limit and is_paper_with_age(exhibit))
                if day is not None and day < oldest and is_dated:
                    values = {"name": exhibit.name, "days": days}
                    sure = None if known else Severity.INFO
                    yield Hit(Place("attachments"), values, "old", severity=sure)
                    yield from _cited_in(review, exhibit, values, "old")
            if limit or (notice and "invoice" in notice.documents_requested):
                yield from _old_in_text(review, oldest, days)
        if notice is None or "invoice" not in notice.documents_requested:
            return
        fix = review[Item.FIX]
        names = " ".join(exhibit.name for exhibit in review.exhibits or ())
        text = f"{whole_text(review)}\n{names}"
        if not asks_for_a_plan(review) or not fix.text.strip() or speaks_of_invoices(text):
            return
        variant = "receipt" if offers_receipts(text) else "no_invoice"
        one_of_several = any("invoice" in group for group in notice.documents_alternatives)
        # Who ends an offer that infringes a right has no licence to show.
        ended = RIGHTS & {*violation_types(review)} and says("offer_ended", fix.folded.text)
        severity = Severity.INFO if one_of_several or ended else None
        yield Hit(fix.place(), {"days": days}, variant, severity=severity)


class IdentityDocumentMarked(Question):
    """The seller is asked whether identity documents are free of marks."""

    id = "R72"
    slug = "identity-document-marked"


class DocumentNotFullPage(Question):
    """The seller is asked whether exhibits are whole, unedited and legible."""

    id = "R73"
    slug = "document-not-full-page"


def _cited_in(
    review: Review, exhibit: Exhibit, values: dict[str, str], variant: str = ""
) -> Iterator[Hit]:
    """Yield a remark at each item that cites the exhibit, by its number or as attached."""
    listed = listed_numbers(review.exhibits or ())
    cited = list(
        _citing(review, {n for n, one in listed.items() if one is exhibit}, values, variant)
    )
    yield from cited
    if cited or cited_numbers(whole_text(review)):
        return
    for written in review.written():
        if says_attached(written.folded.text):
            yield Hit(written.place(), values, variant, severity=Severity.INFO)
            return


def _citing(
    review: Review, numbers: set[int], values: dict[str, str], variant: str
) -> Iterator[Hit]:
    """Yield a remark at the first place of each item that cites one of the numbers."""
    for written in review.written():
        for number, (start, end) in cited_numbers(written.folded.text).items():
            if number in numbers:
                place = written.place(start, end)
                yield Hit(place, values, variant, severity=Severity.INFO)


def _old_in_text(review: Review, oldest: date, days: str) -> Iterator[Hit]:
    """Yield a remark on a sentence that gives a paper an old day, or hands it over with such."""
    for written in review.written():
        told = days_in(written.text, review.today)
        starts = [day.start for day in told]
        text = lowered(written.folded.text)
        for sentence in read(written.text).sentences:
            first, last = (bisect_left(starts, at) for at in (sentence.start, sentence.end))
            if _is_old(sentence.own, text, told[first:last], oldest):
                values = {"name": written.folded.quote(sentence.start, sentence.end), "days": days}
                place = written.place(sentence.start, sentence.end)
                yield Hit(place, values, "old", severity=Severity.INFO)


def _is_old(sentence: str, text: str, days: Sequence[WrittenDay], oldest: date) -> bool:
    """Tell whether a paper bears an old day, or every day of what is handed over is old."""
    if any(_end(day) < oldest and day.has_year and dates_a_paper(text, day) for day in days):
        return True
    if not names_a_paper(sentence):
        return False
    ends = [*map(_end, days)] or [*map(_last_day, _months(sentence))]
    return bool(ends) and max(ends) < oldest


def _offered_in_text(review: Review, accepted: set[str], formats: str) -> Iterator[Hit]:
    """Yield a remark where an item hands over a kind of file that the notice does not accept."""
    for written in review.written():
        for start, end, kind in offered_kinds(written.folded.text):
            if not accepted & {_same_format(name) for name in kind.split()}:
                values = {"name": written.folded.quote(start, end), "formats": formats}
                yield Hit(written.place(start, end), values, severity=Severity.INFO)


def _same_format(name: str) -> str:
    lower = name.lower().lstrip(".")
    return {"jpeg": "jpg", "pjpeg": "jpg", "tiff": "tif"}.get(lower, lower)


def _end(written: WrittenDay) -> date:
    return written.day or written.month.last_day()


def _months(text: str) -> Iterator[re.Match[str]]:
    return _MONTH_IN_NAME.finditer(text)


def _last_day_of(name: str) -> date | None:
    """Return the last day of the month, or else of the year, that a file name holds."""
    return next(map(_last_day, _months(fold(name).text)), None)


def _last_day(told: re.Match[str]) -> date:
    year, month = int(told["year"]), int(told["month"] or 12)
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return first_of_next - timedelta(days=1)


def _day_of(exhibit: Exhibit, today: date) -> date | None:
    """Return the exhibit's date, or the first full one that its name holds, in any form."""
    if exhibit.day is not None:
        return exhibit.day
    named = _DAY_IN_NAME.search(exhibit.name)
    if named:
        return day_of(named[0].replace("_", "-").replace(".", "-"))
    written = (day.day for day in days_in(exhibit.name, today) if day.day and day.has_year)
    return next(written, None)
