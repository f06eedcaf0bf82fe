"""Items 5 and 6 are a real day and a real month, in order (R29 to R33)."""

from collections.abc import Iterator
from datetime import timedelta

from kaizen.dates import Month
from kaizen.finding import Hit, Severity
from kaizen.metrics import find_metric
from kaizen.plan import Item
from kaizen.reading.days import days_in
from kaizen.reading.item_dates import effect_month, implementation_day, months_between
from kaizen.reading.measures import read_fix
from kaizen.reading.sentences import read
from kaizen.reading.subject import METRIC_TYPES, POLICY_TYPES, violation_types
from kaizen.reading.vocabulary import found, pattern
from kaizen.review_context import Review
from kaizen.rule import Rule

FAR_DAYS = 90
FAR_MONTHS = 12
POLICY_WINDOW = "policy_counts"


class ImplementationDateUnreadable(Rule):
    """Item 5 is not a day with its year."""

    id = "R29"
    slug = "implementation-date-unreadable"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where item 5 is written and names no day."""
        written = review[Item.IMPLEMENTATION_DATE]
        if written.text.strip() and implementation_day(review) is None:
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
    """Item 5 lies after the month of item 6."""

    id = "R31"
    slug = "dates-out-of-order"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit; a day after the deadline for the answer is only a remark."""
        day, month = implementation_day(review), effect_month(review)
        if day is None:
            return
        place = review[Item.IMPLEMENTATION_DATE].place()
        deadline = review.notice.deadline if review.notice else None
        if month is not None and day > month.last_day():
            yield Hit(place)
        elif deadline is not None and deadline.date is not None and day > deadline.date:
            yield Hit(place, variant="after_deadline", severity=Severity.INFO)


class EffectMonthUnreadable(Rule):
    """Item 6 is not a year and month."""

    id = "R32"
    slug = "effect-month-unreadable"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where item 6 is written and names no month, or one far away."""
        written = review[Item.EFFECT_MONTH]
        if not written.text.strip():
            return
        month = effect_month(review)
        if month is None:
            yield Hit(written.place())
        elif months_between(Month(review.today.year, review.today.month), month) > FAR_MONTHS:
            yield Hit(written.place(), variant="far", severity=Severity.WARN)


class EffectMonthTooEarly(Rule):
    """Item 6 comes before the window of the metric has passed since item 5."""

    id = "R33"
    slug = "effect-month-too-early"

    def check(self, review: Review) -> Iterator[Hit]:
        """Yield one hit where the window cannot have passed by the end of the month."""
        day, month = implementation_day(review), effect_month(review)
        window = _window_days(review)
        if day is None or month is None or not window or day > month.last_day():
            return
        earliest = day + timedelta(days=window)
        if month.last_day() < earliest:
            values = {"days": str(window), "earliest": f"{earliest.year}-{earliest.month:02d}"}
            yield Hit(review[Item.EFFECT_MONTH].place(), values)


def _is_done(review: Review) -> bool:
    text = read(review[Item.IMPLEMENTATION_DATE].text).text
    if found(text, "headings", "done") and not found(text, "headings", "planned"):
        return True
    measures = read_fix(review[Item.FIX].text).measures
    return bool(measures) and all(measure.is_done for measure in measures)


def _window_days(review: Review) -> int:
    """Return the window that must pass: the metric's, the one item 4 names, or the policy's."""
    types = violation_types(review)
    windows = [
        metric.window_days
        for key in types
        if key in METRIC_TYPES and (metric := find_metric(key)) and metric.can_be_forecast
    ]
    if windows:
        return max(windows)
    named = _named_window(review)
    if named:
        return named
    metric = find_metric(POLICY_WINDOW)
    if metric is None or not any(key in POLICY_TYPES for key in types):
        return 0
    return 0 if _says_when(review) else metric.window_days


def _named_window(review: Review) -> int:
    """Return the days that item 4 wants to look back on from the end ("for 180 days")."""
    text = read(review[Item.EFFECT].text).text
    return max(
        (int(match.group("days")) for match in pattern("windows", "ahead").finditer(text)),
        default=0,
    )


def _says_when(review: Review) -> bool:
    text = review[Item.EFFECT].text
    return bool(days_in(text, review.today)) or found(read(text).text, "windows", "any")
