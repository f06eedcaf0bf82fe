"""The pasted notice cut into pieces, so that a template can mark what was relied on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kaizen.notice import Notice, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the original; ``numbers`` are the marks it carries, none for plain text.

    ``anchors`` are the marks that begin here: a page may jump to them.
    """

    text: str
    numbers: tuple[int, ...] = ()
    anchors: tuple[int, ...] = ()


def numbered(notice: Notice, keys: Sequence[str]) -> dict[str, int]:
    """Return a number for each key with evidence, in the order in which it stands in the text."""
    first = {
        key: min(span.start for span in notice.evidence[key])
        for key in keys
        if notice.evidence.get(key)
    }
    return {key: n + 1 for n, key in enumerate(sorted(first, key=lambda key: first[key]))}


def pieces(text: str, notice: Notice, numbers: dict[str, int]) -> tuple[Piece, ...]:
    """Return ``text`` whole, cut where evidence begins or ends."""
    spans = [(span, numbers[key]) for key in numbers for span in notice.evidence.get(key, ())]
    cuts = sorted({0, len(text), *(c for span, _n in spans for c in (span.start, span.end))})
    begun: set[int] = set()
    found = []
    for start, end in pairwise(cuts):
        carried = tuple(sorted({n for span, n in spans if _covers(span, start, end)}))
        anchors = tuple(n for n in carried if n not in begun)
        begun.update(anchors)
        found.append(Piece(text[start:end], carried, anchors))
    return tuple(found)


def _covers(span: Span, start: int, end: int) -> bool:
    return span.start <= start and end <= span.end
