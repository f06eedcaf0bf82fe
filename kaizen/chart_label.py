"""Where the label of the target stands on its line: where no curve and no upright line runs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kaizen.chart_scale import Frame

# Steps along the line, and how near a curve may come to the letters.
_STEP, _NEAR = 10.0, 2.0
_MOST_ROWS = 3
# An upright line through the letters is as bad as this many points of a curve.
_UPRIGHT = 6


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """The upper left corner of a label, and how many rows it stands away from its line."""

    left: float
    top: float
    rows: int


def place_label(
    frame: Frame,
    line: float,
    width: float,
    height: float,
    *,
    wants_below: bool,
    curves: Sequence[tuple[float, float]],
    uprights: Sequence[float],
) -> LabelPlace:
    """Return the freest place along a level ``line``; of equal ones the leftmost, as wanted."""
    drawn = list(_between(curves))
    places = list(_places(frame, line, width, height, wants_below))
    return min(places, key=lambda place: _crowd(place, width, height, drawn, uprights))


def _between(curves: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield the points of the curves, and points between neighbours that lie close together."""
    yield from curves
    for (x1, y1), (x2, y2) in pairwise(curves):
        if 0 < x2 - x1 < _STEP:
            yield from ((x1 + (x2 - x1) * n / 4, y1 + (y2 - y1) * n / 4) for n in (1, 2, 3))


def _places(
    frame: Frame, line: float, width: float, height: float, wants_below: bool
) -> Iterator[LabelPlace]:
    for rows in range(_MOST_ROWS):
        for is_below in (wants_below, not wants_below):
            top = line + 1 + rows * height if is_below else line - 1 - (rows + 1) * height
            if not frame.top <= top <= frame.bottom - height:
                continue
            left = frame.left + 4
            while left + width <= frame.right:
                yield LabelPlace(left, top, rows)
                left += _STEP
            yield LabelPlace(frame.right - width, top, rows)


def _crowd(
    place: LabelPlace,
    width: float,
    height: float,
    curves: Sequence[tuple[float, float]],
    uprights: Sequence[float],
) -> int:
    """Return how much runs through the letters, and what the way to the line counts."""
    top, bottom = place.top - _NEAR, place.top + height + _NEAR
    left, right = place.left - _NEAR, place.left + width + _NEAR
    touched = sum(left < x < right and top < y < bottom for x, y in curves)
    return touched + _UPRIGHT * sum(left < x < right for x in uprights) + place.rows
