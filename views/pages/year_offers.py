"""A date without its year: which year was understood, and the press that writes it out."""

from dataclasses import dataclass, replace

from flask_babel import gettext as _

from kaizen.dates import write_day, write_month
from kaizen.plan import Plan
from kaizen.reading.item_dates import effect_understood, implementation_understood
from kaizen.reading.year_left_out import Understood
from kaizen.review_context import Review
from views.context import page_language

# The fields, each with the number of its item and the rule that asks for its year.
_FIELDS = {"implementation_date": (5, "R29"), "effect_month": (6, "R32")}


@dataclass(frozen=True, slots=True)
class YearOffer:
    """What is said beside the field, and on the button; ``rule`` asks for the year."""

    field: str
    rule: str
    words: str
    told: str
    button: str


def year_offers(review: Review) -> tuple[YearOffer, ...]:
    """Return an offer for each of items 5 and 6 whose year was left out."""
    return tuple(
        _offer(field, found)
        for field in _FIELDS
        if (found := _understood(review, field)) is not None
    )


def _offer(field: str, found: Understood) -> YearOffer:
    number, rule = _FIELDS[field]
    said = _("Read as %(date)s. Your text does not say the year yet.", date=_date(found))
    return YearOffer(
        field=field,
        rule=rule,
        words=said,
        told=_("Item %(number)s: %(words)s", number=number, words=said),
        button=_("Write it as “%(written)s”", written=found.written_out.strip()),
    )


def with_year(review: Review, field: str) -> Plan:
    """Return the plan with the year written out in ``field``; as it is where none is left out."""
    found = _understood(review, field)
    if found is None:
        return review.plan
    written = {field: found.written_out}
    return replace(review.plan, **written)


def _understood(review: Review, field: str) -> Understood | None:
    match field:
        case "implementation_date":
            return implementation_understood(review)
        case "effect_month":
            return effect_understood(review)
    return None


def _date(found: Understood) -> str:
    language = page_language()
    return write_day(found.day, language) if found.day else write_month(found.month, language)
