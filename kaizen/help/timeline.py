"""What happened in a takeover, row by row, as the lines of a message and of item 1 of a plan."""

from collections.abc import Iterable
from dataclasses import dataclass

from kaizen.case import Case, Details, Language
from kaizen.help.text import load
from kaizen.plan import Plan, Violation

_TYPE = "compromised_account"


@dataclass(frozen=True, slots=True)
class Event:
    """One row in the seller's words: when, what happened, and how it was noticed."""

    when: str = ""
    what: str = ""
    noticed: str = ""

    def is_empty(self) -> bool:
        """Tell whether nothing was written."""
        return self == Event()


def write_timeline(events: Iterable[Event], language: str) -> str:
    """Return one line an event, in the order given, without what was left open."""
    return "\n".join(_line(event, language) for event in events if not event.is_empty())


def case_of_takeover(
    events: Iterable[Event], *, store: str = "", done: str = "", language: str
) -> Case:
    """Return a case with what happened in item 1 and what was done in item 3, in own words."""
    text = write_timeline(events, language)
    return Case(
        language=Language(language),
        details=Details(store=store, violation_type=_TYPE),
        plan=Plan(violation=Violation(text=text), fix_text=done),
    )


def _line(event: Event, language: str) -> str:
    said = " ".join(part for part in (event.when, event.what) if part)
    if not event.noticed:
        return f"- {said}"
    pattern = str(load("takeover")["noticed"][language])
    if not said:
        return f"- {event.noticed}"
    return f"- {said}{pattern.format(noticed=event.noticed)}"
