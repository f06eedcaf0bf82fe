"""Item 7: who answers for the plan."""

from dataclasses import replace
from typing import Any

from flask_babel import lazy_gettext as _l

from forms.step_form import StepForm, kept
from forms.text_fields import LineField
from kaizen.case import Case
from kaizen.plan import Person


class PersonForm(StepForm):
    """Item 7 on its page."""

    step = "person"

    name = LineField(
        _l("Full name"),
        description=_l("Family name and given name of one person, not only a company or a team."),
    )
    role = LineField(_l("Role"), description=_l("For example: head of shipping."))

    def values(self, case: Case) -> dict[str, Any]:
        """Return item 7."""
        return {"name": case.plan.person.name, "role": case.plan.person.role}

    def change(self, case: Case, *, keep_numbers: bool) -> Case:
        """Return ``case`` with item 7 as typed."""
        stored = case.plan.person
        person = Person(name=kept(self.name, stored.name), role=kept(self.role, stored.role))
        return case.with_plan(replace(case.plan, person=person))
