"""The figures of one metric: totals or days, and the improvement that is planned."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, FileField, RadioField
from wtforms.fields import Label
from wtforms.validators import ValidationError

from forms.columns import ColumnsForm
from forms.count_field import CountField
from forms.day_field import DayField
from forms.rate_field import RateField
from forms.step_form import kept_parsed
from forms.table_field import TableField
from kaizen.case import Case
from kaizen.forecast import Day
from kaizen.metric_record import (
    EARLIEST,
    LATEST,
    DayRecord,
    MetricRecord,
    Totals,
    records_of,
)
from kaizen.metrics import LONGEST_WINDOW_DAYS


class NumbersForm(ColumnsForm):
    """One metric. The columns are offered once a table was read; the file is read by the page."""

    count = CountField()
    orders = CountField()
    last_day = DayField(
        _l("Last day of the window"),
        description=_l("Mostly the day before the notice, for example 2026/11/2."),
    )
    table = TableField(
        _l("One line a day"),
        rows=6,
        description=_l(
            "Paste the lines with their headings, as they stand in the spreadsheet. The order of "
            "the columns does not matter."
        ),
    )
    file = FileField(
        _l("Or a file"),
        description=_l(
            "CSV or TSV, also from a Japanese spreadsheet, or the account health report of Amazon "
            "(JSON). Up to 10 MB."
        ),
    )
    figure = RadioField(
        _l("The report holds several figures. Which one do you mean?"), validate_choice=False
    )
    from_day = DayField(
        _l("From which day do the measures work?"),
        description=_l("Mostly the date of item 5."),
    )
    rate = RateField(_l("Which rate do you plan from that day on, in per cent?"))
    window = CountField(_l("Length of the window, in days"))
    target = RateField(_l("Target, in per cent"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.figure.choices = []
        self.offer_columns([], None)

    def validate_count(self, field: Field) -> None:
        """Refuse more than there were, and one number without the other."""
        if field.data is None or self.orders.data is None:
            return
        if field.data > self.orders.data:
            raise ValidationError(
                _l("There cannot be more than the number of all. Check both numbers.")
            )

    def validate_last_day(self, field: Field) -> None:
        """Ask for the day where totals have none."""
        has_totals = self.count.data is not None or self.orders.data is not None
        if has_totals and field.data is None and not field.typed.strip():
            raise ValidationError(_l("Give the last day that the numbers count."))
        _check_year(field)

    def validate_orders(self, field: Field) -> None:
        """Ask for the other number where only one of the two was given."""
        if (field.data is None) is (self.count.data is None) or field.errors or self.count.errors:
            return
        raise ValidationError(_l("Give both numbers: how many, and of how many."))

    def validate_from_day(self, field: Field) -> None:
        """Refuse a year that is far away."""
        _check_year(field)

    def validate_window(self, field: Field) -> None:
        """Refuse a window that no metric has."""
        if field.data is not None and not 1 <= field.data <= LONGEST_WINDOW_DAYS:
            raise ValidationError(
                _l("Write a number of days from 1 to %(limit)s.", limit=LONGEST_WINDOW_DAYS)
            )

    def call_fields(self, *, counted: str, orders: str) -> None:
        """Name the two numbers and the column of orders in the words of the metric."""
        self.count.label = Label(self.count.id, _("Number of %(what)s", what=counted))
        self.orders.label = Label(self.orders.id, _("Number of all %(what)s", what=orders))
        text = _("Number of all %(what)s", what=orders)
        self.column_orders.label = Label(self.column_orders.id, text)

    def take_totals(self, totals: Totals, window: int | None, target: Decimal | None) -> None:
        """Put totals from a report into the fields, in the place of what was typed there."""
        values = {"count": totals.count, "orders": totals.orders, "last_day": totals.last_day}
        given = values | {"window": window, "target": target}
        for name, value in given.items():
            if value is not None:
                self[name].data, self[name].typed = value, ""

    def fill(self, record: MetricRecord) -> None:
        """Put what is kept, or what is offered, into the fields."""
        totals = record.totals
        self.process(
            data={
                "count": totals and totals.count,
                "orders": totals and totals.orders,
                "last_day": totals and totals.last_day,
                "table": written_days(record.days),
                "from_day": record.from_day,
                "rate": record.rate,
                "window": record.window,
                "target": record.target,
            }
        )

    def apply_to(self, case: Case, metric: str, days: Sequence[Day] | None) -> Case:
        """Return ``case`` with what was typed, as far as it can be stored.

        ``days`` are those of the table once the seller has seen how it was read; None keeps
        what is stored.
        """
        stored = case.number(metric) or MetricRecord(metric)
        record = replace(
            stored,
            days=stored.days if days is None else records_of(days),
            totals=self._totals(stored.totals),
            from_day=kept_parsed(self.from_day, stored.from_day),
            rate=kept_parsed(self.rate, stored.rate),
            window=kept_parsed(self.window, stored.window),
            target=kept_parsed(self.target, stored.target),
        )
        if record.is_empty():
            return case.without_number(metric)
        return case.with_number(record)

    def _totals(self, stored: Totals | None) -> Totals | None:
        if self.count.errors or self.orders.errors or self.last_day.errors:
            return stored
        count, orders, last = self.count.data, self.orders.data, self.last_day.data
        if count is None or orders is None or last is None:
            return None
        return Totals(count, orders, last)


def written_days(days: Sequence[DayRecord]) -> str:
    """Return days as lines that can be read again."""
    return "\n".join(f"{entry.day.isoformat()},{entry.orders},{entry.count}" for entry in days)


def stamp(case: Case, metric: str) -> str:
    """Return a short mark of what is kept about ``metric``; another value, another mark."""
    state = repr(case.number(metric))
    return blake2b(state.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _check_year(field: Field) -> None:
    if field.data is not None and not EARLIEST <= field.data <= LATEST:
        raise ValidationError(_l("Check the year of this day."))
