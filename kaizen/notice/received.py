"""The day on which the notice came, and earlier measures it speaks of."""

from dataclasses import dataclass
from datetime import date, timedelta

from kaizen.notice.dates import FoundDate
from kaizen.notice.model import EarlierEnforcement
from kaizen.notice.page import Page
from kaizen.notice.signature import pattern
from kaizen.notice.words import each_match

# More earlier notices tell nobody anything.
_MOST = 10
_SURE = {11: 0.95, 10: 0.97, 9: 0.95, 8: 0.9, 7: 0.9, 6: 0.85, 5: 0.75, 4: 0.6}


@dataclass(frozen=True, slots=True)
class Received:
    """The day, where it stands and how sure the reader is."""

    date: date
    start: int
    end: int
    confidence: float


def received(page: Page, found: list[FoundDate], today: date) -> Received | None:
    """Return the day the notice came, from headers, date lines and sentences, best first."""
    last = today + timedelta(days=1)
    scored = [(_score(page, one), one) for one in found if one.date <= last]
    best = max((score for score, _ in scored), default=0)
    if best < 2:
        return None
    fitting = [one for score, one in scored if score == best]
    chosen = _of_amazon(page, fitting) if best == 10 else fitting[0]
    return Received(chosen.date, chosen.start, chosen.end, _SURE.get(best, 0.4))


def _score(page: Page, one: FoundDate) -> int:
    start, end = page.unit(one.start)
    line = page.lower[start:end]
    before, after = page.lower[start : one.start], page.lower[one.end : end]
    label = pattern("dates", "received_label").match(page.lower[start:end])
    if label and label.end() >= len(before) - 24:
        return 10
    near = pattern("dates", "received_near")
    if near.search(before[-10:]) or near.search(after[:14]):
        return 9
    rest = pattern("dates", "only_date_rest")
    if rest.match(before) and rest.match(after):
        return 8 if one.year_given or ":" in after else 7
    if pattern("dates", "attribution").search(after):
        # Above all else it dates the mail itself, below it one that is quoted.
        return 7 if start else 11
    if pattern("dates", "not_received").search(before[-12:] + "|" + after[:10]):
        return 0
    if not one.year_given and "/" in page.lower[one.start : one.end]:
        return 0
    is_edge = page.lower.count("\n", 0, start) < 4 or page.lower.count("\n", end) < 3
    if is_edge and len(line) <= 60:
        return 6 if rest.match(after) else 5
    if before.endswith("(") and after.startswith(")"):
        return 4
    return 2 if one.year_given else 1


def _of_amazon(page: Page, fitting: list[FoundDate]) -> FoundDate:
    if len(fitting) == 1:
        return fitting[0]
    for one in fitting:
        start, end = page.unit(one.start)
        around = page.text[max(0, start - 240) : end + 240].split("\n")
        sender = pattern("dates", "sender_label")
        amazon = pattern("dates", "sender_amazon")
        if any(sender.match(line) and amazon.search(line) for line in around):
            return one
    marks = list(pattern("dates", "forward_mark").finditer(page.text))
    later = [one for one in fitting if marks and one.start > marks[-1].start()]
    return (later or fitting)[0]


def earlier(page: Page, found: list[FoundDate]) -> list[tuple[EarlierEnforcement, int, int]]:
    """Return earlier notices or measures the text names, with their places.

    Where none has a date it is enough that the notice says "again", "as in June" or "why the
    earlier plan did not hold".
    """
    results: list[tuple[EarlierEnforcement, int, int]] = []
    for match in each_match(page, "dates", "earlier_words"):
        start, end = page.sentence(match.start())
        day = _nearest(found, match.start(), match.end(), start, end)
        text = page.text[start:end].strip()
        if day is not None and all(day.date != known.date for known, _, _ in results):
            results.append((EarlierEnforcement(day.date, text), start, end))
        if len(results) >= _MOST:
            break
    if not results:
        again = next(each_match(page, "dates", "earlier_again"), None)
        if again is not None:
            start, end = page.sentence(again.start())
            results.append((EarlierEnforcement(None, page.text[start:end].strip()), start, end))
    return results


def _nearest(
    found: list[FoundDate], begin: int, finish: int, start: int, end: int
) -> FoundDate | None:
    inside = [one for one in found if start <= one.start < end]
    if not inside:
        return None
    return min(inside, key=lambda one: min(abs(one.start - finish), abs(begin - one.end)))
