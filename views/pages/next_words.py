"""What the next thing of a case consists of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NextThing:
    """What to do now: ``short`` for lists, ``sentence`` and ``button`` for the case's own page."""

    short: str
    sentence: str
    button: str
    link: str
