"""Reading the entries of a list back: each beside the stored entry it came from."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from wtforms import Form
from wtforms.fields import FieldList

from forms.arrange import Arranged

T = TypeVar("T")


def read_entries(
    field: FieldList,
    arranged: Arranged | None,
    stored: Sequence[T],
    read: Callable[[Form, T], T],
    blank: T,
    *,
    keep_blank: bool = False,
) -> tuple[tuple[T, ...], dict[int, int]]:
    """Return the entries without blank ones, and how stored numbers (from 1) have changed.

    ``keep_blank`` keeps emptied entries in their places while the page is still open. A list that
    cannot be stored as a whole stays as it was.
    """
    if any(isinstance(error, str) or not isinstance(error, dict) for error in field.errors):
        return tuple(stored), {n: n for n in range(1, len(stored) + 1)}
    origins = arranged.origins if arranged else tuple(range(len(field.entries)))
    values: list[T] = []
    numbers: dict[int, int] = {}
    for entry, origin in zip(field.entries, origins, strict=False):
        place = origin if origin is not None and origin < len(stored) else None
        value = read(entry.form, blank if place is None else stored[place])
        if value == blank and not (keep_blank and place is not None):
            continue
        values.append(value)
        if place is not None:
            numbers[place + 1] = len(values)
    return tuple(values), numbers
