"""A daily table as people have it → days for a forecast, with all that was doubtful by line.

Columns are recognised by their names and returned, so that a page can show them for confirmation
and ask again with ``columns`` corrected. A line that cannot be read is named, never guessed.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from intake.table_cells import (
    YearLast,
    day_in,
    is_nothing,
    is_total,
    is_year_last,
    order_of,
    whole_number,
)
from intake.table_columns import Columns, CountIs, Recognised, recognise
from intake.table_text import Row, TableText, read_rows
from intake.table_words import TableNote, TableProblem
from kaizen.forecast import Day
from kaizen.metrics import Metric

LONGEST_SPAN_YEARS = 10
_HEADER_WITHIN_ROWS = 15
_MOST_NAMED_LINES = 8


@dataclass(frozen=True, slots=True)
class DailyTable:
    """The days of a table, the columns they came from, the lines left out and how it was read."""

    headers: tuple[str, ...]
    columns: Columns
    days: tuple[Day, ...]
    bad_lines: tuple[TableProblem, ...]
    notes: tuple[TableNote, ...]
    encoding: str
    delimiter: str

    def days_for(self, metric: Metric) -> tuple[Day, ...]:
        """Return the days with what ``metric`` counts: defects, or valid ones."""
        if not self.is_turned_around_for(metric):
            return self.days
        return tuple(
            Day(entry.day, entry.orders, entry.orders - entry.count) for entry in self.days
        )

    def is_turned_around_for(self, metric: Metric) -> bool:
        """Tell whether the table counts the opposite of what ``metric`` counts."""
        return self.columns.count_is is not kind_of_count(metric)


@dataclass(frozen=True, slots=True)
class _Read:
    """One good line."""

    line: int
    day: date
    orders: int
    count: int
    had_blank: bool


def kind_of_count(metric: Metric) -> CountIs:
    """Return whether the table of a metric counts defects or valid ones."""
    return CountIs.VALID if metric.more_is_better else CountIs.DEFECTS


def read_table(
    data: bytes, *, metric: Metric, columns: Columns | None = None
) -> DailyTable | TableProblem:
    """Return the days in a CSV or TSV file, or why nothing in it can be used.

    ``columns`` replaces what was recognised, after the seller corrected it.
    """
    text = read_rows(data)
    if isinstance(text, TableProblem):
        return text
    head, found = _head(text.rows, kind_of_count(metric))
    notes = [] if head is not None else [TableNote("no_header")]
    columns = columns or found.columns()
    if columns is None:
        line = None if head is None else head.line
        return TableProblem("no_columns", line, {"missing": found.missing() or "date"})
    body = [
        row for row in text.rows if not row.is_blank() and (head is None or row.line > head.line)
    ]
    table = _days(text, head, columns, body, notes)
    if isinstance(table, DailyTable) and table.is_turned_around_for(metric):
        names = _names(table.headers, columns.counts)
        note = TableNote("turned_around", {"column": names})
        return replace(table, notes=(*table.notes, note))
    return table


def _head(rows: Sequence[Row], prefer: CountIs) -> tuple[Row | None, Recognised]:
    """Return the line of headers and its roles; three plain columns need no headers."""
    blank = Recognised(None, None, (), prefer)
    best: tuple[Row | None, Recognised] = (None, blank)
    for row in [row for row in rows if not row.is_blank()][:_HEADER_WITHIN_ROWS]:
        if len(row.cells) == 3 and _is_plain(row):
            if best[0] is None:
                return None, Recognised(0, 1, (2,), prefer)
            break
        found = recognise(row.cells, prefer=prefer)
        if found.columns() is not None:
            return row, found
        if _score(found) > _score(best[1]):
            best = (row, found)
    return best


def _score(found: Recognised) -> int:
    return (found.date is not None) + (found.orders is not None) + bool(found.counts)


def _is_plain(row: Row) -> bool:
    day, orders, count = row.cells
    numbers = whole_number(orders) is not None and whole_number(count) is not None
    return numbers and any(day_in(day, order) is not None for order in YearLast)


def _days(
    text: TableText,
    head: Row | None,
    columns: Columns,
    body: Sequence[Row],
    notes: list[TableNote],
) -> DailyTable | TableProblem:
    totals = [
        row
        for row in body
        if any(is_total(cell) for cell in (*row.cells[:2], _cell(row, columns.date)))
    ]
    lines = [row for row in body if row not in totals]
    order = order_of([_cell(row, columns.date) for row in lines])
    read = [_line(row, columns, head, order or YearLast.MONTH_FIRST) for row in lines]
    good = [entry for entry in read if isinstance(entry, _Read)]
    bad = tuple(entry for entry in read if isinstance(entry, TableProblem))
    if not good:
        return bad[0] if bad else TableProblem("no_rows")
    first, last = min(entry.day for entry in good), max(entry.day for entry in good)
    if last.year - first.year > LONGEST_SPAN_YEARS:
        limits = {"limit": str(LONGEST_SPAN_YEARS), "first": str(first), "last": str(last)}
        return TableProblem("long_span", values=limits)
    headers = () if head is None else head.cells
    notes += _reading_notes(good, totals, order, lines, columns, headers)
    days = tuple(Day(entry.day, entry.orders, entry.count) for entry in good)
    return DailyTable(headers, columns, days, bad, tuple(notes), text.encoding, text.delimiter)


def _line(row: Row, columns: Columns, head: Row | None, order: YearLast) -> _Read | TableProblem:
    headers = () if head is None else head.cells
    if max(columns.date, columns.orders) >= len(row.cells):
        return TableProblem("too_few_cells", row.line)
    written = row.cells[columns.date]
    day = day_in(written, order)
    if day is None:
        return TableProblem("bad_date", row.line, {"value": written.strip()[:40]})
    numbers: list[int] = []
    had_blank = False
    for place in (columns.orders, *columns.counts):
        cell = _cell(row, place)
        number = 0 if is_nothing(cell) else whole_number(cell)
        if number is None:
            values = {"value": cell.strip()[:40], "column": _names(headers, (place,))}
            return TableProblem("bad_number", row.line, values)
        had_blank = had_blank or is_nothing(cell)
        numbers.append(number)
    orders, count = numbers[0], sum(numbers[1:])
    if count > orders:
        values = {"orders": f"{orders:,}", "count": f"{count:,}"}
        return TableProblem("more_than_orders", row.line, values)
    return _Read(row.line, day, orders, count, had_blank)


def _reading_notes(
    good: Sequence[_Read],
    totals: Sequence[Row],
    order: YearLast | None,
    lines: Sequence[Row],
    columns: Columns,
    headers: Sequence[str],
) -> list[TableNote]:
    notes = []
    if totals:
        notes.append(TableNote("total_row", {"lines": _list(row.line for row in totals)}))
    if order is not None:
        written = [_cell(row, columns.date).strip() for row in lines]
        read = [cell for cell in written if is_year_last(cell) and day_in(cell, order)]
        notes += [TableNote(order.value, {"value": cell}) for cell in read[:1]]
    if len(columns.counts) > 1:
        notes.append(TableNote("parts_added", {"columns": _names(headers, columns.counts)}))
    blanks = [entry.line for entry in good if entry.had_blank]
    if blanks:
        notes.append(TableNote("blank_is_zero", {"lines": _list(blanks)}))
    places = defaultdict(list)
    for entry in good:
        places[entry.day].append(entry.line)
    for day, twice in places.items():
        if len(twice) > 1:
            notes.append(TableNote("same_day", {"day": day.isoformat(), "lines": _list(twice)}))
    return notes


def _cell(row: Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""


def _names(headers: Sequence[str], places: Iterable[int]) -> str:
    return ", ".join(
        headers[place].strip() if place < len(headers) else str(place + 1) for place in places
    )


def _list(lines: Iterable[int]) -> str:
    numbers = [str(line) for line in lines]
    shown = ", ".join(numbers[:_MOST_NAMED_LINES])
    return shown + (", …" if len(numbers) > _MOST_NAMED_LINES else "")
