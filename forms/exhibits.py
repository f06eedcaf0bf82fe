"""The list of attached documents."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, Form, FormField

from forms.day_field import DayField
from forms.entries import read_entries
from forms.list_limit import HasAtMost
from forms.step_form import StepForm, kept, kept_parsed
from forms.text_fields import LineField, ProseField
from kaizen.case import Case, Exhibit
from kaizen.limits import EXHIBITS


class ExhibitFields(Form):  # type: ignore[misc]
    """One document."""

    name = LineField(
        _l("File name"), description=_l("For example: Exhibit 1 invoice_2026-04-08.pdf.")
    )
    day = DayField(_l("Date of the document"), description=_l("For example 2026/11/14."))
    shows = ProseField(
        _l("What does it show?"),
        rows=2,
        description=_l("For example: we bought 57 units from the authorised distributor."),
    )


class ExhibitsForm(StepForm):
    """The exhibits on their page."""

    step = "exhibits"
    entries_name = "exhibits"

    exhibits = FieldList(FormField(ExhibitFields), validators=[HasAtMost(EXHIBITS)])

    def values(self, case: Case) -> dict[str, Any]:
        """Return the listed documents."""
        return {"exhibits": case.exhibits or ()}

    def change(self, case: Case, *, keep_numbers: bool) -> Case:
        """Return ``case`` with the list as typed; an emptied list says that there are none."""
        exhibits, _numbers = read_entries(
            self.exhibits, self.arranged, case.exhibits or (), _exhibit, Exhibit()
        )
        is_untouched = not exhibits and case.exhibits is None
        return case if is_untouched else case.with_exhibits(exhibits)


def _exhibit(fields: Any, stored: Exhibit) -> Exhibit:
    return Exhibit(
        name=kept(fields.name, stored.name),
        day=kept_parsed(fields.day, stored.day),
        shows=kept(fields.shows, stored.shows),
    )
