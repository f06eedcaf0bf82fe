"""Item 2 as causes: the numbered or separate points that say why it happened."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kaizen.reading.passages import Passage, read_points
from kaizen.reading.vocabulary import found

_LABEL = re.compile(
    r"^(?:[(\[]?(?:\u539f\u56e0|\u8981\u56e0|\u7406\u7531|root cause|cause|reason|factor)?\s?"
    r"(?:\d{1,2}|[a-h](?![a-z]))?[)\].:\u3001]?\s?(?:\([^()]{0,40}\))?[:.]?\s*)"
)

# Causes are compared with everything else in the plan: more than a person weighs would cost a lot.
MOST = 60


@dataclass(frozen=True, slots=True)
class WrittenCause:
    """One cause as written; ``number`` counts from 1, ``is_numbered`` tells who numbered it."""

    passage: Passage
    number: int
    is_numbered: bool
    text: str
    core: str

    @property
    def start(self) -> int:
        """Where the cause begins in the folded text."""
        return self.passage.start

    @property
    def end(self) -> int:
        """Where the cause ends in the folded text."""
        return self.passage.end


@lru_cache(maxsize=256)
def read_causes(original: str) -> tuple[WrittenCause, ...]:
    """Return the causes of a text of item 2, without lead-in and without the owning sentence."""
    points = [point for point in read_points(original) if not _is_frame(point)]
    numbered = [point for point in points if point.marker]
    chosen = numbered if len(numbered) > 1 else points
    return tuple(
        WrittenCause(point, number, bool(point.marker), point.text, _core(point))
        for number, point in enumerate(chosen[:MOST], start=1)
    )


def _core(point: Passage) -> str:
    sentences = [s.text for s in point.sentences if not found(s.text, "causes", "owning")]
    return _LABEL.sub("", "\n".join(sentences), count=1).strip()


def _is_frame(point: Passage) -> bool:
    """Tell whether a point only introduces the causes or owns them, be it numbered too."""
    tables = ("owning",) if point.marker else ("owning", "lead_in")
    return all(found(sentence.text, "causes", *tables) for sentence in point.sentences)
