"""Amazon's account health report: its totals go into the fields of a rate."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask_babel import gettext as _
from wtforms.fields import SelectChoice

from forms.numbers import NumbersForm
from intake.account_health import AccountHealth, HealthFigure, read_account_health
from intake.daily_table import DailyTable
from intake.table_words import TableProblem
from kaizen.dates import iso_day
from kaizen.forecast import Day
from kaizen.metric_record import Totals
from kaizen.metrics import Metric, find_metric


@dataclass(frozen=True, slots=True)
class Brought:
    """Errors by field, the table as read, and whether the seller still has to look at it.

    ``days`` is None where the stored days stay.
    """

    errors: Mapping[str, str] = field(default_factory=dict)
    table: DailyTable | None = None
    days: tuple[Day, ...] | None = None
    asks: bool = False


def is_report(data: bytes) -> bool:
    """Tell whether a file is a report in JSON rather than a table."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def report_brought(form: NumbersForm, data: bytes, metric: Metric, language: str) -> Brought:
    """Put the totals of a report into the fields; of several figures the seller takes one."""
    report = read_account_health(data)
    if isinstance(report, TableProblem):
        return Brought({"file": said(report, language)})
    figures = [made for figure in report.figures if (made := _for(figure, metric)) is not None]
    if not figures:
        return Brought({"file": _nothing_in(report, metric, language)})
    if len(figures) == 1:
        _take(form, figures[0], metric)
        return Brought()
    form.figure.choices = [SelectChoice(_value(one), _label(one)) for one in figures]
    form.figure.data = ""
    return Brought(asks=True)


def _for(figure: HealthFigure, metric: Metric) -> HealthFigure | None:
    if figure.metric == metric.key:
        return figure
    if metric.key not in figure.parts or figure.parts[metric.key] > figure.orders:
        return None
    return HealthFigure(
        metric=metric.key,
        marketplace=figure.marketplace,
        fulfilment=figure.fulfilment,
        first_day=figure.first_day,
        last_day=figure.last_day,
        count=figure.parts[metric.key],
        orders=figure.orders,
        stated_rate=None,
        target=None,
        status=None,
        parts={},
    )


def _take(form: NumbersForm, figure: HealthFigure, metric: Metric) -> None:
    window = figure.window_days if figure.window_days != metric.window_days else None
    target = figure.target if figure.target != metric.target else None
    form.take_totals(Totals(figure.count, figure.orders, figure.last_day), window, target)


def _value(figure: HealthFigure) -> str:
    return f"{figure.count}/{figure.orders}/{figure.first_day}/{figure.last_day}"


def _label(figure: HealthFigure) -> str:
    ways = {"mfn": _("Shipped by the seller"), "afn": _("Shipped by Amazon (FBA)")}
    known = [ways.get(figure.fulfilment or "", ""), figure.marketplace or ""]
    counted = _("%(count)s of %(orders)s", count=f"{figure.count:,}", orders=f"{figure.orders:,}")
    period = _("%(first)s to %(last)s", first=figure.first_day, last=figure.last_day)
    return ", ".join(part for part in (*known, counted, period) if part)


def take_chosen(form: NumbersForm, value: str, metric: Metric) -> None:
    """Put the figure that the seller took into the fields."""
    figure = _chosen(value, metric)
    if figure is not None:
        _take(form, figure, metric)


def _chosen(value: str, metric: Metric) -> HealthFigure | None:
    try:
        count, orders, first, last = value.split("/")
        counted, out_of = int(count), int(orders)
    except ValueError:
        return None
    begin, end = iso_day(first), iso_day(last)
    if begin is None or end is None:
        return None
    return HealthFigure(metric.key, None, None, begin, end, counted, out_of, None, None, None, {})


def _nothing_in(report: AccountHealth, metric: Metric, language: str) -> str:
    held = [find_metric(figure.metric) for figure in report.figures]
    names = dict.fromkeys(one.name.in_language(language) for one in held if one is not None)
    return _(
        "This report has no counts for “%(name)s”. It has: %(others)s. Enter the totals by hand.",
        name=metric.name.in_language(language),
        others=", ".join(names) or "\u2013",
    )


def said(problem: TableProblem, language: str) -> str:
    """Return what is wrong with a file or a line of it, and what to do."""
    place = "" if problem.line is None else _("Line %(line)s: ", line=problem.line)
    return f"{place}{problem.reason(language)} {problem.remedy(language)}"
