"""The page of one metric: its figures, what they give, and what the metric counts."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from forms.numbers import NumbersForm, stamp
from intake.daily_table import DailyTable
from kaizen.case import Case
from kaizen.dates import write_day, write_month
from kaizen.forecast import Forecast
from kaizen.forecast.words import written_target
from kaizen.metric_record import MetricRecord
from kaizen.metrics import Metric, find_metric
from kaizen.notice import Notice, NoticeMetric
from kaizen.use_numbers import joint_month
from views.context import today
from views.dates import full_day
from views.pages.numbers_result import (
    NowView,
    Offer,
    ResultView,
    now_view,
    offers_of,
    result_view,
)
from views.report_upload import Brought

_SHOWN_DAYS = 3
_SHOWN_BAD_LINES = 20


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of the table that was left out: where, why, and what to do."""

    line: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """How a table was read, for the seller to look at before it is used."""

    summary: str
    days: tuple[tuple[str, str, str], ...]
    notes: tuple[str, ...]
    bad: tuple[BadLine, ...]
    more_bad: int
    button: str


@dataclass(frozen=True, slots=True)
class Source:
    """What one source says, and its address."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class About:
    """What the metric is, for the column beside the form."""

    formula: str
    counts: str
    scope: str
    window: str
    target: str
    disagreements: tuple[Source, ...]
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class NumbersPage:
    """Everything the page of a metric places."""

    case: Case
    metric: str
    name: str
    counted: str
    orders: str
    heading: str
    lead: str
    stamp: str
    is_clash: bool
    now: NowView | None
    result: ResultView | None
    offers: tuple[Offer, ...]
    together: str
    reading: ReadingView | None
    asks: bool
    shows_columns: bool
    table_is_open: bool
    own_is_open: bool
    about: About


def numbers_page(
    case: Case,
    metric: Metric,
    form: NumbersForm,
    *,
    notice: Notice | None,
    language: str,
    brought: Brought | None = None,
    is_clash: bool = False,
) -> NumbersPage:
    """Return the page of ``metric``; ``form`` holds what is shown, ``case`` what is stored."""
    record = case.number(metric.key) or MetricRecord(metric.key)
    own = record.found_metric() or metric
    made = record.forecast(today())
    stated = stated_in(notice, metric.key)
    asks = brought is not None and brought.asks
    table = brought.table if brought else None
    heading, lead = _head(made, record)
    return NumbersPage(
        case=case,
        metric=metric.key,
        name=metric.name.in_language(language),
        counted=metric.numerator.in_language(language),
        orders=metric.denominator.in_language(language),
        heading=_asked(form) if asks else heading,
        lead="" if asks else lead,
        stamp=stamp(case, metric.key),
        is_clash=is_clash,
        now=now_view(record, own, stated, language),
        result=result_view(made, record, case, language) if made else None,
        offers=offers_of(case, record, own, made),
        together=together_words(case, language),
        reading=_reading(table, metric, language) if asks and table else None,
        asks=asks,
        shows_columns=bool(form.column_date.choices),
        table_is_open=bool(form.table.data or form.table.errors or form.file.errors or asks),
        own_is_open=any(field.data or field.errors for field in (form.window, form.target)),
        about=_about(metric, own, language),
    )


def stated_in(notice: Notice | None, key: str) -> NoticeMetric | None:
    """Return what the notice says about a metric."""
    return next((found for found in notice.metrics if found.key == key), None) if notice else None


def together_words(case: Case, language: str) -> str:
    """Return the month that suits all metrics of the case; empty for a single one."""
    if len(case.numbers) < 2:
        return ""
    month = joint_month(record.forecast(today()) for record in case.numbers)
    if month is None:
        return ""
    names = [find_metric(record.metric) for record in case.numbers]
    listed = _(", ").join(one.name.in_language(language) for one in names if one)
    return _(
        "For all of them together (%(names)s) the month is %(month)s: the latest one counts.",
        names=listed,
        month=write_month(month, language),
    )


def _head(made: Forecast | None, record: MetricRecord) -> tuple[str, str]:
    if made is None:
        if record.now() is None:
            return _("When will the rate be good again?"), _(
                "Enter what you have: the totals, or one line a day. The program computes the "
                "rate, and the day from which it meets the target."
            )
        return _("When do the measures work, and how well?"), _(
            "The present rate is computed. Give the day and the rate that you plan, to see when "
            "the target is met."
        )
    if made.likely.date is None:
        return _("With this plan the target is not met"), _(
            "Plan a better rate from that day on, or check the figures."
        )
    if made.likely.date <= made.now.last_day:
        return _("By these figures the target is met, and stays met"), ""
    return _("From %(day)s on, the target is met", day=full_day(made.likely.date)), _(
        "That is the likely course by your figures. The assumptions are listed below."
    )


def _asked(form: NumbersForm) -> str:
    if form.figure.choices:
        return str(_("Choose the figure that the notice is about"))
    return str(_("Is the table read as you mean it?"))


def _reading(table: DailyTable, metric: Metric, language: str) -> ReadingView:
    days = sorted(table.days_for(metric), key=lambda entry: entry.day)
    shown = [*days[:_SHOWN_DAYS], *days[_SHOWN_DAYS:][-_SHOWN_DAYS:]]
    number = len({entry.day for entry in days})
    summary = ngettext(
        "One day, %(first)s: %(count)s of %(orders)s.",
        "%(days)s days from %(first)s to %(last)s: %(count)s of %(orders)s.",
        number,
        days=f"{number:,}",
        first=full_day(days[0].day),
        last=full_day(days[-1].day),
        count=f"{sum(int(entry.count) for entry in days):,}",
        orders=f"{sum(int(entry.orders) for entry in days):,}",
    )
    bad = tuple(
        BadLine(
            _("Line %(line)s", line=problem.line),
            problem.reason(language),
            problem.remedy(language),
        )
        for problem in table.bad_lines[:_SHOWN_BAD_LINES]
    )
    return ReadingView(
        summary=summary,
        days=tuple(
            (write_day(day.day, language), f"{day.orders:,}", f"{day.count:,}") for day in shown
        ),
        notes=tuple(note.sentence(language) for note in table.notes),
        bad=bad,
        more_bad=max(0, len(table.bad_lines) - _SHOWN_BAD_LINES),
        button=_("Go on without these lines") if bad else _("Yes, use these days"),
    )


def _about(metric: Metric, own: Metric, language: str) -> About:
    return About(
        formula=metric.formula.in_language(language),
        counts=metric.counts.in_language(language),
        scope=metric.scope.in_language(language),
        window=_("%(days)s days", days=own.window_days),
        target=written_target(own, language),
        disagreements=tuple(
            Source(one.words.in_language(language), one.source) for one in metric.disagreements
        ),
        source=metric.source,
        as_of=metric.as_of,
    )
