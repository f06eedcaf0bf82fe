"""What the notice of a case asks, row by row, and what of it the plan or the note deals with."""

from kaizen.case import Case, Exhibit, Round, Route
from kaizen.coverage import Answer, Row, Sent, coverage
from kaizen.item_prose import item_prose
from kaizen.notice.model import Notice
from kaizen.plan import Item, Plan
from kaizen.route import route_of

_NOTED = (Item.VIOLATION, Item.CAUSE, Item.FIX)


def case_rows(case: Case, notice: Notice | None) -> list[Row]:
    """Return the rows of the notice as far as the plan, or the note, and the exhibits answer them.

    In a later round only what is new since the last answered submission counts.
    """
    if notice is None:
        return []
    is_note = route_of(case, notice) is Route.NOTE
    earlier = case.answered_round
    answer = Answer(
        texts=_texts(case.plan, str(case.language)),
        exhibits=_named(case.exhibits),
        note=case.note if is_note else None,
        sent=_sent(earlier, str(case.language)) if earlier else None,
    )
    handed_in = case.rounds[-1].submitted_on if case.rounds and case.is_sent else None
    return coverage(notice, answer, case.notice.waived, submitted_on=handed_in)


def _texts(plan: Plan, language: str) -> dict[str, str]:
    return {item.value: item_prose(plan, item, language).text for item in Item}


def _named(exhibits: tuple[Exhibit, ...] | None) -> tuple[str, ...]:
    return tuple(f"{exhibit.name} {exhibit.shows}" for exhibit in exhibits or ())


def _sent(earlier: Round, language: str) -> Sent:
    if earlier.route is Route.NOTE:
        texts = dict.fromkeys((item.value for item in _NOTED), earlier.note)
    else:
        texts = _texts(earlier.plan, language)
    return Sent(texts, _named(earlier.exhibits))
