"""How strongly a measure holds: from "be careful" up to "stop selling"."""

from enum import IntEnum
from functools import lru_cache

from kaizen.reading.vocabulary import found


class Strength(IntEnum):
    """The ladder of measures; only what stands above training holds without goodwill."""

    NONE = 0
    CARE = 1
    TRAINING = 2
    CHECKLIST = 3
    SECOND_PERSON = 4
    RECORDED_INSPECTION = 5
    SYSTEM_CONTROL = 6
    STOP_SELLING = 7


_STEPS = tuple(step for step in reversed(Strength) if step is not Strength.NONE)


@lru_cache(maxsize=1024)
def strength_of(text: str) -> Strength:
    """Return the highest step that a measure (folded, lower case) reaches."""
    for step in _STEPS:
        if found(text, "strength", step.name.lower()):
            return step
    return Strength.NONE


def holds(strength: Strength) -> bool:
    """Tell whether the step is above training."""
    return strength > Strength.TRAINING
