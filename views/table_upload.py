"""What a seller brings for one metric: a table in a file or pasted, or a report with totals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage
from wtforms.fields import SelectChoice

from forms.numbers import NumbersForm, written_days
from forms.table_field import TABLE_CHARACTERS
from intake.account_health import AccountHealth, HealthFigure, read_account_health
from intake.daily_table import DailyTable, read_table
from intake.table_text import read_rows, table_text
from intake.table_words import TableProblem
from kaizen.forecast import Day
from kaizen.metric_record import MetricRecord, Totals, records_of
from kaizen.metrics import Metric, find_metric

_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Brought:
    """Errors by field, the table as read, and whether the seller still has to look at it.

    ``days`` is None where the stored days stay.
    """

    errors: Mapping[str, str] = field(default_factory=dict)
    table: DailyTable | None = None
    days: tuple[Day, ...] | None = None
    asks: bool = False


def bring(
    form: NumbersForm,
    upload: FileStorage | None,
    *,
    metric: Metric,
    stored: MetricRecord,
    is_accepted: bool,
    language: str,
) -> Brought:
    """Return what was brought; texts and totals of a file are put into the fields of ``form``."""
    data = _content(upload)
    pasted = form.table.data or ""
    if not data and form.figure.data:
        _take_chosen(form, str(form.figure.data), metric)
    if is_report(data):
        return _report(form, data, metric, language)
    if is_report(pasted.encode("utf-8", "replace")[:99]):
        brought = _report(form, pasted.encode("utf-8", "replace"), metric, language)
        form.table.data = pasted if brought.errors else ""
        return brought
    if data:
        return _table(form, data, "file", metric, language)
    if not pasted.strip():
        return Brought(days=())
    brought = _table(form, pasted.encode("utf-8", "replace"), "table", metric, language)
    if brought.table is None:
        return brought
    days = brought.table.days_for(metric)
    is_known = records_of(days) == stored.days and not brought.table.bad_lines
    return Brought(table=brought.table, days=days) if is_known or is_accepted else brought


def _content(upload: FileStorage | None) -> bytes:
    if upload is None:
        return b""
    with upload.stream:
        return upload.read() if upload.filename else b""


def _table(
    form: NumbersForm, data: bytes, field_name: str, metric: Metric, language: str
) -> Brought:
    """Return the table in ``data``, which the seller still has to look at."""
    found = read_table(data, metric=metric)
    names = column_names(data, found)
    mark, chosen = "\t".join(names), form.columns()
    if chosen is not None and form.columns_of.data == mark:
        # Columns chosen for another table say nothing about this one.
        found = read_table(data, metric=metric, columns=chosen)
    form.columns_of.data = mark
    if field_name == "file":
        _keep_text(form, data, found, metric)
    form.offer_columns(names, found.columns if isinstance(found, DailyTable) else None)
    if isinstance(found, TableProblem):
        return Brought({field_name: _said(found, language)})
    return Brought(table=found, asks=True)


def _keep_text(
    form: NumbersForm, data: bytes, found: DailyTable | TableProblem, metric: Metric
) -> None:
    """Put the words of a file into the field; of a very long one the days alone."""
    text = table_text(data)
    if len(text) <= TABLE_CHARACTERS:
        form.table.data = text or form.table.data
    elif isinstance(found, DailyTable):
        form.table.data = written_days(records_of(found.days_for(metric)))
        form.columns_of.data = ""


def is_report(data: bytes) -> bool:
    """Tell whether a file is a report in JSON rather than a table."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def column_names(data: bytes, found: DailyTable | TableProblem) -> list[str]:
    """Return what the columns are called, or their numbers with what stands in the first line."""
    if isinstance(found, DailyTable) and found.headers:
        cells: tuple[str, ...] = found.headers
    else:
        text = read_rows(data)
        rows = () if isinstance(text, TableProblem) else text.rows
        cells = next((row.cells for row in rows if not row.is_blank()), ())
    named = [cell.strip()[:_LONGEST_NAME] for cell in cells[:200]]
    return [name or _("Column %(number)s", number=n) for n, name in enumerate(named, 1)]


def _report(form: NumbersForm, data: bytes, metric: Metric, language: str) -> Brought:
    report = read_account_health(data)
    if isinstance(report, TableProblem):
        return Brought({"file": _said(report, language)})
    figures = [made for figure in report.figures if (made := _for(figure, metric)) is not None]
    if not figures:
        return Brought({"file": _nothing_said(report, metric, language)})
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


def _take_chosen(form: NumbersForm, value: str, metric: Metric) -> None:
    try:
        count, orders, first, last = value.split("/")
        figure = HealthFigure(
            metric.key,
            None,
            None,
            date.fromisoformat(first),
            date.fromisoformat(last),
            int(count),
            int(orders),
            None,
            None,
            None,
            {},
        )
    except ValueError:
        return
    _take(form, figure, metric)


def _nothing_said(report: AccountHealth, metric: Metric, language: str) -> str:
    held = [find_metric(figure.metric) for figure in report.figures]
    names = dict.fromkeys(one.name.in_language(language) for one in held if one is not None)
    return _(
        "This report has no counts for “%(name)s”. It has: %(others)s. Enter the totals by hand.",
        name=metric.name.in_language(language),
        others=", ".join(names) or "\u2013",
    )


def _said(problem: TableProblem, language: str) -> str:
    place = "" if problem.line is None else _("Line %(line)s: ", line=problem.line)
    return f"{place}{problem.reason(language)} {problem.remedy(language)}"
