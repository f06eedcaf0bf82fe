"""Two windows wrote the same step: both texts, side by side, for the seller to choose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import Field

from forms.step_form import StepForm, leaves
from kaizen.case import Case

# Words of the program that the page sets anew.
_OWN = frozenset({"csrf_token", "stamp", "revision", "add", "remove", "up", "down", "autosave"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One field with what is stored now and what was typed here.

    ``proposal`` is what will be saved unless the seller changes it: the words of this window, or
    the stored ones where this window holds none. ``options`` are the values of a choice.
    """

    name: str
    label: str
    stored: str
    proposal: str
    was_empty: bool
    rows: int
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ClashPage:
    """Everything the template places: what differs, and all other words that were sent."""

    case: Case
    step: str
    stamp: str
    differences: tuple[Difference, ...]
    same: tuple[tuple[str, str], ...]


def clash_page(
    case: Case, form: StepForm, stored: StepForm, words: MultiDict[str, str]
) -> ClashPage:
    """Return the page for ``form`` as sent and ``stored`` as filled from ``case``."""
    differences = tuple(_differences(form, stored))
    shown = {difference.name for difference in differences}
    same = tuple(
        (name, text)
        for name, text in words.items(multi=True)
        if name not in shown and name not in _OWN and not name.endswith("-new")
    )
    return ClashPage(case, form.step, form.stamp(case), differences, same)


def _differences(form: StepForm, stored: StepForm) -> Iterator[Difference]:
    theirs = {field.name: field for field in leaves(stored)}
    mine = {field.name: field for field in leaves(form)}
    for name in dict.fromkeys((*mine, *theirs)):
        field = mine.get(name)
        if name != "finished" and not _is_same(field, theirs.get(name)):
            yield _difference(name, _text(field), theirs.get(name), field or theirs[name])


def _difference(name: str, typed: str, stored: Field | None, field: Field) -> Difference:
    kept = _text(stored)
    options = tuple((str(c.value), str(c.label)) for c in getattr(field, "choices", None) or ())
    longest = max(typed, kept, key=len)
    return Difference(
        name=name,
        label=_label(name, field),
        stored=dict(options).get(kept, "" if options else kept),
        proposal=typed or kept,
        was_empty=not typed,
        rows=min(14, 1 + longest.count("\n") + len(longest) // 40),
        options=options,
    )


def _is_same(mine: Field | None, theirs: Field | None) -> bool:
    if mine is None or theirs is None or mine.errors:
        return _text(mine) == _text(theirs)
    return (mine.data or None) == (theirs.data or None)


def _text(field: Field | None) -> str:
    if field is None:
        return ""
    if hasattr(field, "_value"):
        return str(field._value())
    return "" if field.data is None else str(field.data)


def _label(name: str, field: Field) -> str:
    parts: Sequence[str] = name.split("-")
    numbered = len(parts) > 2 and parts[1].isdigit()
    label = str(field.label.text)
    return _("%(number)s: %(label)s", number=int(parts[1]) + 1, label=label) if numbered else label
