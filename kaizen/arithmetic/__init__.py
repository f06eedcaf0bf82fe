"""What a text claims with numbers, computed again: shares, totals, periods, weekdays, dates.

Only what can be read in one way is returned; whatever is doubtful is left out, because a false
alarm about a right figure costs more trust than a missed one.
"""

from datetime import date

from kaizen.arithmetic.days import day_statements
from kaizen.arithmetic.groups import group_statements
from kaizen.arithmetic.rates import rate_of_counts, rate_statements
from kaizen.arithmetic.shares import share_statements
from kaizen.arithmetic.statement import Kind, Statement
from kaizen.arithmetic.sums import sum_statements
from kaizen.text import fold

__all__ = ["Kind", "Statement", "disagreements", "rate_by_counts", "statements"]


def statements(text: str, *, today: date) -> tuple[Statement, ...]:
    """Return every claim that could be computed, in the order of the text; places are in ``text``.

    ``today`` gives the year of days that are written without one.
    """
    folded = fold(text)
    shares = tuple(share_statements(folded.text))
    found = [
        *shares,
        *rate_statements(folded.text, shares),
        *sum_statements(folded.text),
        *group_statements(folded.text),
        *day_statements(folded.text, today),
    ]
    found.sort(key=lambda claim: (claim.start, claim.end))
    return tuple(claim.placed(*folded.span(claim.start, claim.end)) for claim in found)


def disagreements(text: str, *, today: date) -> tuple[Statement, ...]:
    """Return the claims that do not hold."""
    return tuple(claim for claim in statements(text, today=today) if not claim.agrees)


def rate_by_counts(text: str, part: int, whole: int) -> Statement | None:
    """Return the rate that ``text`` names against counts entered as numbers; None if in doubt."""
    folded = fold(text)
    claim = rate_of_counts(folded.text, part, whole)
    return claim and claim.placed(*folded.span(claim.start, claim.end))
