"""Items 5 and 6 are a real day and a real month, in order (R29 to R33)."""

from collections.abc import Iterator
from datetime import date, timedelta

from kaizen.dates import Month
from kaizen.finding import Hit, Severity
from kaizen.metrics import find_metric
from kaizen.plan import Item
from kaizen.reading.days import WrittenDay, days_in
from kaizen.reading.item_dates import (
    effect_month,
    effect_understood,
    implementation_day,
    implementation_understood,
    months_between,
)
from kaizen.reading.measures import read_fix
from kaizen.reading.sentences import read
from kaizen.reading.slots import has_amount
from kaizen.reading.subject import METRIC_TYPES, POLICY_TYPES, violation_types
from kaizen.reading.vocabulary import each, found, pattern
from kaizen.reading.windows import Showing, showing
from kaizen.reading.year_left_out import FAR_DAYS
from kaizen.review_context import Review
from kaizen.rule import Rule

FAR_MONTHS = 12
POLICY_WINDOW = "policy_counts"
# Between a day and the period that begins on it stands no more than this.
_BESIDE = 16
# So many measures done show that the urgent part did not wait for the day of item 5.
_URGENT = 2


class ImplementationDateUnreadable(Rule):
    """Item 5 is not a day with its year."""

    id = "R29"
    slug = "implementation-date-unreadable"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where item 5 is written and names no day, or one without its year."""
        written = review[Item.IMPLEMENTATION_DATE]
        understood = implementation_understood(review)
        if understood is not None and understood.day is not None:
            yield Hit(written.place(), {"understood": understood.day.isoformat()}, "year")
        elif written.text.strip() and implementation_day(review) is None:
            yield Hit(written.place())


class ImplementationDateOutOfRange(Rule):
    """Item 5 lies before the notice, or in the past without being done, or far away."""

    id = "R30"
    slug = "implementation-date-out-of-range"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit, blocking for the past and advising for the far future."""
        day = implementation_day(review)
        if day is None:
            return
        place = review[Item.IMPLEMENTATION_DATE].place()
        notice = review.notice_date()
        if notice is not None and day < notice:
            yield Hit(place, variant="before_notice")
        elif day < review.today and not _is_done(review):
            yield Hit(place)
        elif (day - review.today).days > FAR_DAYS:
            yield Hit(place, variant="far", severity=Severity.WARN)


class DatesOutOfOrder(Rule):
    """Item 5 lies after the month of item 6.

    It may lie after the deadline for the answer where the urgent part is done; where next to
    nothing is done yet, that is a hint.
    """

    id = "R31"
    slug = "dates-out-of-order"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield both items where they cross; a day after the deadline is only a remark."""
        day, month = implementation_day(review), effect_month(review)
        if day is None:
            return
        place = review[Item.IMPLEMENTATION_DATE].place()
        deadline = review.notice.deadline if review.notice else None
        if month is not None and day > month.last_day():
            yield Hit(place)
            yield Hit(review[Item.EFFECT_MONTH].place(), severity=Severity.INFO)
        elif deadline is not None and deadline.date is not None and day > deadline.date:
            measures = read_fix(review[Item.FIX].text).measures
            if sum(measure.is_done for measure in measures) < _URGENT:
                yield Hit(place, variant="after_deadline", severity=Severity.INFO)


class EffectMonthUnreadable(Rule):
    """Item 6 is not a year and month."""

    id = "R32"
    slug = "effect-month-unreadable"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where item 6 names no month, one without its year, or one far away."""
        written = review[Item.EFFECT_MONTH]
        if not written.text.strip():
            return
        month = effect_month(review)
        if effect_understood(review) is not None and month is not None:
            yield Hit(written.place(), {"understood": _iso(month)}, "year")
        elif month is None:
            yield Hit(written.place())
        elif months_between(Month(review.today.year, review.today.month), month) > FAR_MONTHS:
            yield Hit(written.place(), variant="far", severity=Severity.WARN)


class EffectMonthTooEarly(Rule):
    """Item 6 has passed, or comes before the window of the metric has passed since item 5.

    Where item 4 gives a day, but no figure, the window of policy compliance is only a hint.
    """

    id = "R33"
    slug = "effect-month-too-early"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit; where item 5 cannot serve, the window is counted from today."""
        month = effect_month(review)
        if month is None:
            return
        place, notice = review[Item.EFFECT_MONTH].place(), review.notice_date()
        if notice is not None and month.last_day() < notice:
            yield Hit(place, variant="before_notice")
        elif month.last_day() < review.today:
            yield Hit(place, variant="past")
        else:
            yield from self._too_early(review, month)

    def _too_early(self, review: Review, month: Month) -> Iterator[Hit]:
        day = implementation_day(review)
        is_useless = day is None or day > month.last_day()
        begins = review.today if day is None or is_useless else day
        latest = _latest_showing(review, begins)
        ends = [latest.day] if latest else _named_windows(review, begins)
        severity = None
        if not ends and (latest := _policy_showing(review, begins)):
            ends = [latest.day]
            severity = Severity.INFO if _says_when(review) else None
        elif not ends and (latest := _hasty(review, begins)):
            ends, severity = [latest.day], Severity.INFO
        if ends and month.last_day() < (earliest := max(ends)):
            days = latest.metric.window_days if latest else (earliest - begins).days + 1
            values = {"days": str(days), "earliest": _iso(Month(earliest.year, earliest.month))}
            variant = "figures" if latest and latest.by_figures else ""
            if is_useless and not variant:
                variant = "from_today"
            yield Hit(review[Item.EFFECT_MONTH].place(), values, variant, severity)


def _iso(month: Month) -> str:
    return f"{month.year}-{month.month:02d}"


def _is_done(review: Review) -> bool:
    text = read(review[Item.IMPLEMENTATION_DATE].text).text
    if found(text, "headings", "done") and not found(text, "headings", "planned"):
        return True
    measures = read_fix(review[Item.FIX].text).measures
    return bool(measures) and all(measure.is_done for measure in measures)


def _latest_showing(review: Review, begins: date) -> Showing | None:
    """Return when the metric can show the effect, the latest where there are several."""
    metrics = [find_metric(key) for key in violation_types(review) if key in METRIC_TYPES]
    found = [showing(review, metric.key, begins) for metric in metrics if metric]
    return max((one for one in found if one), key=lambda one: one.day, default=None)


def _policy_showing(review: Review, begins: date) -> Showing | None:
    """Return when policy compliance can show it, where item 4 has no figure with its time."""
    measured = _says_when(review) and has_amount(read(review[Item.EFFECT].text).text)
    if measured or not any(key in POLICY_TYPES for key in violation_types(review)):
        return None
    return showing(review, POLICY_WINDOW, begins)


def _hasty(review: Review, begins: date) -> Showing | None:
    """Return when policy compliance can show it, where item 6 is the very month of item 5.

    Item 4 may name a day of its own; then the month is meant.
    """
    if any(day.day for day in days_in(review[Item.EFFECT].text, review.today)):
        return None
    month, day = effect_month(review), implementation_day(review)
    policy = any(key in POLICY_TYPES for key in violation_types(review))
    if month is None or day is None or not policy or Month(day.year, day.month) != month:
        return None
    return showing(review, POLICY_WINDOW, begins)


def _named_windows(review: Review, start: date) -> list[date]:
    """Return the ends of the periods that item 4 looks forward to ("0 in 180 days").

    A period begins on the day of item 5, unless a day is written beside it.
    """
    original = review[Item.EFFECT].text
    text = read(original).text
    days = [day for day in days_in(original, review.today) if day.day]
    ends = []
    for window in each(text, "windows", "ahead"):
        number = next(number for number, part in enumerate(window.groups(), 1) if part)
        begins = _day_beside(text, window.start(number), window.end(), days) or start
        ends.append(begins + timedelta(days=int(window[number]) - 1))
    return ends


def _day_beside(text: str, first: int, last: int, days: list[WrittenDay]) -> date | None:
    """Return the day on which a period begins, where it stands right before or behind it."""
    begins = pattern("windows", "begins")
    for day in days:
        ahead, behind = text[day.end : first], text[last : day.start]
        if len(ahead) <= _BESIDE and begins.search(ahead):
            return day.day
        if begins.fullmatch(behind):
            return day.day
    return None


def _says_when(review: Review) -> bool:
    text = review[Item.EFFECT].text
    return bool(days_in(text, review.today)) or found(read(text).text, "windows", "any")
