"""What a plan tells of an earlier warning, stop or plan, and whether it says why that failed."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from kaizen.dates import month_named
from kaizen.reading.sentences import Sentence, read
from kaizen.reading.vocabulary import found, pattern, without

_NUMBER = re.compile(r"^[\d\W]{0,12}")


def earlier_rounds(original: str, notice_date: date | None, *, months: bool) -> Iterator[Sentence]:
    """Yield the sentences that tell of an earlier round, whose month is not that of the notice.

    Without ``months`` the name of a month says nothing: in a text about what is to come.
    """
    month = notice_date.month if notice_date else 0
    reading = read(original)
    if not found(reading.text, "earlier_round", "again", "event"):
        return
    for sentence in reading.sentences:
        if _is_earlier(sentence.own, month if months else None):
            yield sentence


def says_why(originals: Iterable[str]) -> bool:
    """Tell whether a sentence about something earlier, or the next one, names why it failed."""
    return any(_says_why(original) for original in originals)


@lru_cache(maxsize=32)
def _says_why(original: str) -> bool:
    told = False
    for sentence in read(original).sentences:
        text = sentence.own
        goes_on = told and _goes_on(text)
        told = found(text, "earlier_round", "when", "month", "again", "own_plan")
        if (told or goes_on) and _names_a_reason(text):
            return True
        told = told or goes_on
    return False


def _names_a_reason(text: str) -> bool:
    return found(without(text, "earlier_round", "bare_failure"), "earlier_round", "why")


def _goes_on(text: str) -> bool:
    begins = _NUMBER.match(text)
    start = begins.end() if begins else 0
    return pattern("earlier_round", "goes_on_about").match(text, start) is not None


def _is_earlier(text: str, month: int | None) -> bool:
    again = found(text, "earlier_round", "again")
    if not again and not found(text, "earlier_round", "event"):
        return False
    if found(text, "earlier_round", "not_before"):
        return False
    if again:
        return True
    if found(text, "earlier_round", "when"):
        return True
    months = pattern("earlier_round", "month").finditer(text)
    return month is not None and any(_lies_before(match, month) for match in months)


def _lies_before(match: "re.Match[str]", month: int) -> bool:
    """Tell whether a month is not that of the notice, nor a day shortly before it."""
    name = match["ja"] or match["en"] or match["day"]
    number = int(name) if name.isdigit() else month_named(name)
    near = (month, month - 1 or 12) if match["day"] else (month,)
    return number not in near
