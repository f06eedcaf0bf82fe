"""Text that remembers which field each of its stretches came from."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters ``start`` to ``end`` of a text were typed into ``field``."""

    start: int
    end: int
    field: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A text and its segments, in order, without overlap."""

    text: str = ""
    segments: tuple[Segment, ...] = ()

    def field_at(self, position: int) -> str | None:
        """Return the field that the character at ``position`` came from, if one did."""
        for segment in self.segments:
            if segment.start <= position < max(segment.end, segment.start + 1):
                return segment.field
        return None

    def __add__(self, other: "Prose") -> "Prose":
        shift = len(self.text)
        moved = tuple(
            Segment(part.start + shift, part.end + shift, part.field) for part in other.segments
        )
        return Prose(self.text + other.text, self.segments + moved)


def plain(text: str) -> Prose:
    """Return words of the program: text that came from no field."""
    return Prose(text)


def typed(text: str, field: str) -> Prose:
    """Return words of the seller, typed into ``field``."""
    return Prose(text, (Segment(0, len(text), field),) if text else ())


def join(parts: Iterable[Prose], separator: str = "") -> Prose:
    """Return the parts that are not empty, with ``separator`` between them."""
    whole = Prose()
    for part in parts:
        if not part.text:
            continue
        if whole.text:
            whole += plain(separator)
        whole += part
    return whole
