"""The figures of a plan, computed again: those that do not come out are said like findings.

They are no rules: a rule says what a reviewer would miss, this says what two readers with a pocket
calculator would agree on. They advise and hold nothing back, and may be left with a reason.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from kaizen.arithmetic import Kind, Statement, rate_by_counts, statements
from kaizen.case import Waiver
from kaizen.dates import write_day
from kaizen.finding import Finding, Severity
from kaizen.plan import Item
from kaizen.prose import typed
from kaizen.review_context import ItemText, Review

_LONGEST_QUOTE = 90
# A day that does not exist is what the rules about items 5 and 6 are for.
_JUDGED_BY_RULES = (Item.IMPLEMENTATION_DATE, Item.EFFECT_MONTH)


@dataclass(frozen=True, slots=True)
class RightFigure:
    """A figure that comes out: the seller's words, and how it was computed."""

    item: str
    quote: str
    working: str


@dataclass(frozen=True, slots=True)
class WrongFigure:
    """A figure that does not come out: what is claimed, what is computed, and the finding."""

    kind: Kind
    claimed: str
    computed: str
    working: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a plan that can be computed."""

    wrong: tuple[WrongFigure, ...]
    right: tuple[RightFigure, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what does not come out, as findings without a rule."""
        return tuple(figure.finding for figure in self.wrong)


def figures(review: Review, *, language: str, waivers: Sequence[Waiver] = ()) -> Figures:
    """Return the figures of all items, in the order of the plan, said in ``language``."""
    reasons = {waiver.key: waiver.reason for waiver in waivers}
    wrong, right = [], []
    for written in map(partial(_as_typed, review), review.written()):
        for claim in _claims(review, written):
            if claim.agrees:
                quote = _quote(written, claim)
                working = _say(claim, "right", quote, language)
                right.append(RightFigure(written.item.value, quote, working))
            elif claim.kind is not Kind.NO_SUCH_DAY or written.item not in _JUDGED_BY_RULES:
                wrong.append(_wrong(written, claim, language, reasons))
    return Figures(tuple(wrong), tuple(right))


def figures_as_json(found: Figures) -> dict[str, object]:
    """Return what ``flask plan review --json`` adds to the findings of the rules."""
    return {
        "arithmetic": [
            {
                "kind": figure.kind.value,
                "item": figure.finding.place.item,
                "start": figure.finding.place.start,
                "end": figure.finding.place.end,
                "text": figure.finding.text,
                "claimed": figure.claimed,
                "computed": figure.computed,
                "working": figure.working,
                "message": figure.finding.message,
                "how": figure.finding.how,
                "waived": figure.finding.reason,
            }
            for figure in found.wrong
        ],
        "figures_checked": len(found.wrong) + len(found.right),
    }


def _as_typed(review: Review, written: ItemText) -> ItemText:
    """Return item 5 as it was typed: its weekday is not printed, and may still be a slip."""
    typed_day = review.plan.implementation_date
    if written.item is not Item.IMPLEMENTATION_DATE or not typed_day.strip():
        return written
    return ItemText(written.item, typed(typed_day, written.prose.field_at(0) or ""))


def _claims(review: Review, written: ItemText) -> Iterator[Statement]:
    found = statements(written.text, today=review.today)
    yield from found
    counts = review.plan.violation
    if written.item is not Item.VIOLATION or counts.count is None or not counts.total:
        return
    # Counts that were entered as numbers, against the rate that the words beside them name.
    claim = rate_by_counts(written.text, counts.count, counts.total)
    if claim and not any(one.start < claim.end and claim.start < one.end for one in found):
        yield claim


def _wrong(
    written: ItemText, claim: Statement, language: str, reasons: Mapping[str, str]
) -> WrongFigure:
    quote, texts = _quote(written, claim), _texts()[language][claim.kind.value]
    part = "wrong_month" if "wrong_month" in texts and claim.computed else "wrong"
    key = f"figures/{written.item.value}/{claim.kind.value}/{quote[:60]}"
    finding = Finding(
        id="",
        slug=f"figures-{claim.kind.value.replace('_', '-')}",
        severity=Severity.WARN,
        place=written.typed_place(claim.start, claim.end),
        text=written.text[claim.start : claim.end],
        message=_say(claim, part, quote, language),
        why=_texts()[language]["why"],
        how=_say(claim, "how", quote, language),
        waivable=True,
        key=key,
        reason=reasons.get(key),
    )
    working = _say(claim, "right", quote, language) if claim.kind is not Kind.ORDER else ""
    return WrongFigure(claim.kind, claim.claimed, claim.computed, working, finding)


def _quote(written: ItemText, claim: Statement) -> str:
    words = " ".join(written.text[claim.start : claim.end].split())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}\u2026"


def _say(claim: Statement, part: str, quote: str, language: str) -> str:
    texts = _texts()[language]
    days = [write_day(day, language) for day in claim.days]
    template: str = texts[claim.kind.value][part]
    return template.format(
        quote=quote,
        claimed=claim.claimed,
        computed=claim.computed,
        working=claim.working,
        shorter=int(claim.computed) - 1 if claim.kind is Kind.PERIOD else "",
        first=days[0] if days else "",
        last=days[-1] if days else "",
        weekday=texts["weekdays"][claim.days[0].weekday()] if claim.days else "",
    )


@cache
def _texts() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name("figures.toml").read_text("utf-8"))
