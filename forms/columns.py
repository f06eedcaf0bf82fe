"""Which columns of a table hold the day, the orders and the count."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from wtforms import Form, HiddenField, RadioField, SelectField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from intake.table_columns import Columns, CountIs


class ColumnsForm(Form):  # type: ignore[misc]
    """The columns of a table that was read; the lists are filled from its headings."""

    column_date = SelectField(_l("Day"), validate_choice=False)
    column_orders = SelectField(validate_choice=False)
    column_counts = SelectMultipleField(
        _l("Columns to be counted"),
        description=_l("Several columns are added up."),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )
    # The headings for which the columns were chosen.
    columns_of = HiddenField()
    count_is = RadioField(
        _l("What do they count?"),
        choices=[
            SelectChoice(CountIs.DEFECTS.value, _l("What went wrong")),
            SelectChoice(CountIs.VALID.value, _l("What went well")),
        ],
        validate_choice=False,
    )

    def offer_columns(self, names: Sequence[str], columns: Columns | None) -> None:
        """Fill the lists of columns; ``columns`` is how the table was read."""
        choices = [SelectChoice(str(place), name) for place, name in enumerate(names)]
        for field in (self.column_date, self.column_orders, self.column_counts):
            field.choices = list(choices)
        if columns is not None:
            self.column_date.data = str(columns.date)
            self.column_orders.data = str(columns.orders)
            self.column_counts.data = [str(place) for place in columns.counts]
            self.count_is.data = columns.count_is.value

    def columns(self) -> Columns | None:
        """Return the columns that the seller chose, or None where nothing was chosen."""
        day, orders, counts = (
            self.column_date.data,
            self.column_orders.data,
            self.column_counts.data,
        )
        places = [day, orders, *(counts or [])]
        if not counts or not all(
            place and place.isdecimal() and len(place) < 4 for place in places
        ):
            return None
        kind = CountIs.VALID if self.count_is.data == CountIs.VALID.value else CountIs.DEFECTS
        return Columns(int(day), int(orders), tuple(int(place) for place in counts), kind)
