"""Every claim of something done, for the seller to confirm one by one before the final files (R53).

A claim that was confirmed and then reworded is another claim: its key changes with its words.
"""

import re
from dataclasses import dataclass
from hashlib import blake2b

from kaizen.item_prose import marked_measures, measure_line
from kaizen.plan import Plan, Progress
from kaizen.reading.measures import read_fix
from kaizen.text import fold

_EXHIBIT = re.compile(
    r"(?:\u8cc7\u6599|\u5225\u7d19|Exhibit |Annex |Attachment )[0-9]{1,3}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that the plan says is done; ``exhibit`` is the document it names, if it does."""

    key: str
    text: str
    exhibit: str


def claims(plan: Plan, language: str) -> tuple[Claim, ...]:
    """Return what ``plan`` says is done: from free words first, then from the fields, each once."""
    found = [*_free(plan.fix_text), *_fields(plan, language)]
    return tuple({claim.key: claim for claim in found}.values())


def _free(text: str) -> list[Claim]:
    folded = fold(text)
    return [
        _claim(" ".join(folded.quote(measure.start, measure.end).split()), "")
        for measure in read_fix(text).measures
        if measure.is_done
    ]


def _fields(plan: Plan, language: str) -> list[Claim]:
    return [
        _claim(measure_line(measure, index, marker, language).text, measure.exhibit)
        for marker, index, measure in marked_measures(plan, Progress.DONE)
    ]


def _claim(text: str, exhibit: str) -> Claim:
    named = _EXHIBIT.search(fold(text).text)
    key = blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
    return Claim(key, text, exhibit or (named.group() if named else ""))
