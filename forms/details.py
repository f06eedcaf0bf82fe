"""Who the seller is and which notice is answered: the header of the document."""

from dataclasses import replace
from hashlib import blake2b

from flask_babel import lazy_gettext as _l
from wtforms import Form, RadioField, SelectField
from wtforms.fields import SelectChoice

from forms.day_field import DayField
from forms.step_form import kept, kept_parsed
from forms.text_fields import LineField
from kaizen.case import Case, Details, Language, Layout
from kaizen.marketplaces import marketplaces

_ANSWERS = {"yes": True, "no": False, "unknown": None}


class DetailsForm(Form):  # type: ignore[misc]
    """The header of the document. ``types`` are key and name of each type of violation."""

    store = LineField(_l("Name of the store"), description=_l("As buyers see it on Amazon."))
    legal_name = LineField(
        _l("Legal name of the seller"),
        description=_l("As registered in Seller Central: a company, or a person."),
    )
    marketplace = SelectField(_l("Where do you sell?"), validate_choice=False)
    notice_date = DayField(
        _l("Date of the notice"), description=_l("For example 2026/11/3 or November 3, 2026.")
    )
    notice_subject = LineField(_l("Subject of the notice"))
    violation_type = SelectField(
        _l("What is it about?"),
        description=_l("The questions and hints of each step follow this choice."),
        validate_choice=False,
    )
    stopped_before = RadioField(
        _l("Were you stopped before for the same reason?"),
        choices=[
            SelectChoice("no", _l("No, this is the first time")),
            SelectChoice("yes", _l("Yes")),
            SelectChoice("unknown", _l("I do not know yet")),
        ],
        validate_choice=False,
    )
    language = RadioField(
        _l("In which language do you submit the plan?"),
        description=_l("The language of these pages can be another one."),
        choices=[
            SelectChoice(Language.JA.value, _l("Japanese")),
            SelectChoice(Language.EN.value, _l("English")),
        ],
        validate_choice=False,
    )
    layout = RadioField(
        _l("Which form does the plan have?"),
        description=_l("Take the one that the notice asks for. Both hold the same answers."),
        choices=[
            SelectChoice(Layout.SEVEN.value, _l("Seven items (Amazon.co.jp's template)")),
            SelectChoice(
                Layout.THREE.value, _l("Three parts: root cause, actions taken, prevention")
            ),
        ],
        validate_choice=False,
    )

    def offer(self, case: Case, types: list[tuple[str, str]]) -> None:
        """Fill the two lists to choose from; what is stored stays a choice."""
        domains = [*marketplaces()]
        if case.details.marketplace not in domains:
            domains.append(case.details.marketplace)
        self.marketplace.choices = [SelectChoice(domain) for domain in domains]
        if self.violation_type is not None:
            self.violation_type.choices = [SelectChoice("", _l("Not decided yet"))]
            self.violation_type.choices += [SelectChoice(key, name) for key, name in types]
            if not types:
                del self.violation_type

    def fill(self, case: Case) -> None:
        """Put the values of ``case`` into the fields."""
        known = case.details
        stopped = next(key for key, value in _ANSWERS.items() if value is known.stopped_before)
        self.process(
            data={
                "store": known.store,
                "legal_name": known.legal_name,
                "marketplace": known.marketplace,
                "notice_date": known.notice_date,
                "notice_subject": known.notice_subject,
                "violation_type": known.violation_type,
                "stopped_before": stopped,
                "language": case.language.value,
                "layout": case.layout.value,
            }
        )

    def apply_to(self, case: Case) -> Case:
        """Return ``case`` with what was typed, as far as it can be stored."""
        known = case.details
        details = Details(
            store=kept(self.store, known.store),
            legal_name=kept(self.legal_name, known.legal_name),
            marketplace=_chosen(self.marketplace, known.marketplace),
            notice_date=kept_parsed(self.notice_date, known.notice_date),
            notice_subject=kept(self.notice_subject, known.notice_subject),
            stopped_before=_ANSWERS.get(self.stopped_before.data, known.stopped_before),
            violation_type=_chosen(self.violation_type, known.violation_type),
        )
        return replace(
            case,
            details=details,
            language=Language(_chosen(self.language, case.language.value)),
            layout=Layout(_chosen(self.layout, case.layout.value)),
        )


def _chosen(field: SelectField | RadioField | None, stored: str) -> str:
    """Return the choice that was sent; what was stored where none of those offered came."""
    if field is None:
        return stored
    offered = {choice.value for choice in field.choices}
    return str(field.data) if field.data in offered else stored


def stamp(case: Case) -> str:
    """Return a short mark of what this page holds in ``case``; another value, another mark."""
    state = repr((case.details, case.language, case.layout))
    return blake2b(state.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
