"""What is sent in a case: an improvement plan, a short note with documents, or nothing."""

from kaizen.case import Case, Route
from kaizen.instrument import Instrument, instrument_for
from kaizen.notice.model import Notice
from kaizen.steps import is_begun

_NOTES = frozenset({Instrument.DOCUMENTS_WITH_NOTE, Instrument.EXPLANATION})
_PLANS = frozenset({Instrument.PLAN_SEVEN, Instrument.PLAN_THREE})


def route_of(case: Case, notice: Notice | None) -> Route | None:
    """Return the seller's own choice, else what fits the notice; None where nothing is sent.

    An answer of Amazon from which nothing can be told leaves the way of the last submission. Where
    nothing is to be sent, a plan that was begun goes on.
    """
    if case.route is not None:
        return case.route
    last = case.rounds[-1].route if case.rounds else None
    if notice is None:
        return last or Route.PLAN
    fits = instrument_for(notice)
    if last is not None and not fits.is_told:
        return last
    if fits.instrument in _NOTES:
        return Route.NOTE
    return Route.PLAN if fits.instrument in _PLANS or is_begun(case) else None
