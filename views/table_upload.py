"""What a seller brings for one metric: a table in a file or pasted, or a report with totals."""

from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from forms.numbers import NumbersForm, written_days
from forms.table_field import TABLE_CHARACTERS
from intake.daily_table import DailyTable, kind_of_count, read_table
from intake.table_text import read_rows, table_text
from intake.table_words import TableProblem
from kaizen.metric_record import MetricRecord, records_of
from kaizen.metrics import Metric
from views.report_upload import Brought, is_report, report_brought, said, take_chosen

_LONGEST_NAME = 40


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
    if upload is not None and upload.filename and not data:
        return Brought({"file": said(TableProblem("empty"), language)})
    pasted = form.table.data or ""
    if not data and form.figure.data:
        take_chosen(form, str(form.figure.data), metric)
    if is_report(data):
        return report_brought(form, data, metric, language)
    if is_report(pasted.encode("utf-8", "replace")[:99]):
        brought = report_brought(form, pasted.encode("utf-8", "replace"), metric, language)
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
    form.count_is.data = form.count_is.data or kind_of_count(metric).value
    if field_name == "file":
        _keep_text(form, data, found, metric)
    form.offer_columns(names, found.columns if isinstance(found, DailyTable) else None)
    if isinstance(found, TableProblem):
        return Brought({field_name: said(found, language)})
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
