"""Characters that one button mends (R51, R63, R64): what would change, and the changed text.

Only marks and characters change, never words: each change replaces its own few characters.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from kaizen.plan import Cause, Effect, Measure, Person, Plan, Violation
from kaizen.text import fold
from kaizen.unsafe import MARKUP, SHOUTS, UNSAFE

_Part = TypeVar("_Part", Violation, Cause, Measure, Effect, Person)
_MOST_ROUNDS = 4
_JAPANESE = re.compile("[\u3041-\u30fa\u4e00-\u9fff\uff66-\uff9f]")
_CIRCLED = re.compile("[\u2460-\u2473]")
_LINK = re.compile(r"\[([^\]\n]*)(\]\([^)\n]*\))")
_SEPARATOR_ROW = re.compile(r"[ \t|:-]+")
_QUOTES = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u2039\u203a", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    }
)
# In Japanese text curly double quotes become the quotation marks of that language.
_BRACKETS = {"\u201c": "\u300c", "\u201d": "\u300d"}
_SENTENCE_ENDS = "\u3002.!?\uff01\uff1f"


@dataclass(frozen=True, slots=True)
class Change:
    """Characters ``start`` to ``end`` (``before``) would become ``after``; ``rule`` asks for it."""

    start: int
    end: int
    before: str
    after: str
    rule: str


@dataclass(frozen=True, slots=True)
class FieldChanges:
    """The changes of one form field, with its text before and after them."""

    field: str
    before: str
    after: str
    changes: tuple[Change, ...]


def mend(text: str) -> list[Change]:
    """Return the changes that ``text`` needs, in order, without overlap."""
    found: list[Change] = []
    for change in (*_markup(text), *_characters(text), *_exclamations(text)):
        if change.before != change.after:
            found.append(change)
    found.sort(key=lambda change: (change.start, -change.end))
    chosen: list[Change] = []
    for change in found:
        if not chosen or change.start >= chosen[-1].end:
            chosen.append(change)
    return chosen


def apply(text: str, changes: Iterable[Change]) -> str:
    """Return ``text`` with ``changes`` made; they belong to this very text."""
    parts: list[str] = []
    position = 0
    for change in changes:
        parts.append(text[position : change.start])
        parts.append(change.after)
        position = change.end
    parts.append(text[position:])
    return "".join(parts)


def mended(text: str) -> str:
    """Return ``text`` with every change made, also those that earlier changes uncover."""
    for _ in range(_MOST_ROUNDS):
        changes = mend(text)
        if not changes:
            break
        text = apply(text, changes)
    return text


def changes_of_plan(plan: Plan) -> list[FieldChanges]:
    """Return what mending would change in each field of ``plan``."""
    return [
        FieldChanges(name, text, mended(text), tuple(changes))
        for name, text in fields_of(plan)
        if (changes := mend(text))
    ]


def mend_plan(plan: Plan) -> Plan:
    """Return ``plan`` with every text field mended."""
    return replace(
        plan,
        violation=_mended(plan.violation, "text", "policy", "what"),
        cause_text=mended(plan.cause_text),
        causes=tuple(_mended(cause, "why", "why_unnoticed") for cause in plan.causes),
        fix_text=mended(plan.fix_text),
        measures=tuple(_mended(measure, *_MEASURE) for measure in plan.measures),
        effect_text=mended(plan.effect_text),
        effects=tuple(_mended(effect, *_EFFECT) for effect in plan.effects),
        person=_mended(plan.person, "name", "role"),
    )


_MEASURE = ("what", "who", "when", "record", "criterion", "exhibit")
_EFFECT = ("indicator", "before", "after", "how", "who", "if_missed")


def fields_of(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each text field, named as in the forms."""
    violation = plan.violation
    yield "violation-text", violation.text
    yield "violation-policy", violation.policy
    yield "violation-what", violation.what
    yield "cause_text", plan.cause_text
    for number, cause in enumerate(plan.causes):
        yield f"causes-{number}-why", cause.why
        yield f"causes-{number}-why_unnoticed", cause.why_unnoticed
    yield "fix_text", plan.fix_text
    for number, measure in enumerate(plan.measures):
        yield from ((f"measures-{number}-{key}", getattr(measure, key)) for key in _MEASURE)
    yield "effect_text", plan.effect_text
    for number, effect in enumerate(plan.effects):
        yield from ((f"effects-{number}-{key}", getattr(effect, key)) for key in _EFFECT)
    yield "name", plan.person.name
    yield "role", plan.person.role


def _mended(part: _Part, *names: str) -> _Part:
    changed: dict[str, Any] = {name: mended(getattr(part, name)) for name in names}
    return replace(part, **changed)


def _markup(text: str) -> Iterator[Change]:
    for match in MARKUP.finditer(text):
        for start, end, after in _pieces(match.group(), text, match.start()):
            first, last = match.start() + start, match.start() + end
            yield Change(first, last, text[first:last], after, "R63")


def _pieces(mark: str, text: str, at: int) -> Iterator[tuple[int, int, str]]:
    """Yield the parts of one piece of markup that change; what it encloses stays."""
    size = len(mark)
    if mark.isspace():
        yield 0, size, " "
    elif link := _LINK.fullmatch(mark):
        yield 0, 1, ""
        yield link.start(2), size, ""
    elif mark.lstrip().startswith("|"):
        yield from _table_row(mark, text)
    elif mark[:2] in ("**", "__") and len(set(mark)) > 1:
        yield 0, 2, ""
        yield size - 2, size, ""
    elif mark.startswith("`"):
        ticks = len(mark) - len(mark.lstrip("`"))
        yield 0, ticks, ""
        if len(mark) > ticks:
            yield size - ticks, size, ""
    elif mark.lstrip()[:1] in "*\u25cf\u25cb\u25ef" and mark.strip(" \t*\u25cf\u25cb\u25ef") == "":
        bullet = "\u30fb" if _JAPANESE.search(text) else "- "
        yield 0, size, "" if len(mark.strip()) > 1 else bullet
    else:
        yield 0, size, ""


def _table_row(row: str, text: str) -> Iterator[tuple[int, int, str]]:
    if _SEPARATOR_ROW.fullmatch(row):
        yield 0, len(row), ""
        return
    between = "\u3001" if _JAPANESE.search(text) else ", "
    bars = list(re.finditer(r"[ \t]*\|[ \t]*", row))
    for bar in bars:
        edge = bar.start() == 0 or bar.end() == len(row)
        yield bar.start(), bar.end(), "" if edge else between


def _characters(text: str) -> Iterator[Change]:
    for match in UNSAFE.finditer(text):
        written = match.group()
        yield Change(match.start(), match.end(), written, _ordinary(match, text), "R64")


def _ordinary(match: re.Match[str], text: str) -> str:
    written = match.group()
    if _CIRCLED.fullmatch(written):
        number = unicodedata.normalize("NFKC", written)
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        return f"({number})" if line.strip() else f"{number}."
    if written[0] in _PRIVATE:
        return written
    if written in _BRACKETS and _JAPANESE.search(text):
        return _BRACKETS[written]
    return fold(written.translate(_QUOTES)).text


_PRIVATE = frozenset(map(chr, range(0xE000, 0xF900)))


def _exclamations(text: str) -> Iterator[Change]:
    for match in SHOUTS.finditer(text):
        written = match.group()
        before = text[: match.start()].rstrip()[-1:]
        after = text[match.end() :].lstrip(" ")[:1]
        if "?" in written or "\uff1f" in written:
            ending = written[0]
        elif not written.strip("!\uff01\u203c\u2049"):
            enough = before in _SENTENCE_ENDS or (after and after in _SENTENCE_ENDS)
            ending = "" if enough else _full_stop(before)
        else:
            ending = ""
        yield Change(match.start(), match.end(), written, ending, "R51")


def _full_stop(before: str) -> str:
    return "." if before.isascii() else "\u3002"
