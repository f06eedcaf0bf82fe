"""The review: every rule looks at the plan, and what they find is said in one language."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kaizen.case import Waiver
from kaizen.dates import day_of, month_of, write_day, write_month
from kaizen.finding import Finding, Hit, OtherPlace, Severity
from kaizen.plan import Item
from kaizen.review_context import ItemText, Review
from kaizen.rule import Rule
from kaizen.rules import ALL
from kaizen.wording import words

# Rules give days and months in ISO form, whatever the language of the message will be.
_COMPUTED = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_ORDER = {severity: rank for rank, severity in enumerate(Severity)}
_PLACES = {item.value: rank for rank, item in enumerate(Item)}


def review_plan(
    review: Review,
    *,
    language: str,
    waivers: Sequence[Waiver] = (),
    rules: Iterable[Rule] = ALL,
) -> list[Finding]:
    """Return the findings in ``language``, by item, worst first; one for each habit."""
    reasons = {waiver.key: waiver.reason for waiver in waivers}
    findings = []
    for rule in rules:
        habits: dict[tuple[str, str], list[Hit]] = {}
        for hit in rule.check(review):
            habits.setdefault((hit.place.item, hit.variant), []).append(hit)
        for hits in habits.values():
            # The heaviest place of a habit speaks for it, else the first.
            heaviest = min(hits, key=lambda hit: _ORDER[hit.severity or rule.severity])
            finding = _finding(rule, heaviest, review, language, reasons)
            others = tuple(
                _other(rule, hit, review, language, finding.text)
                for hit in hits
                if hit is not heaviest
            )
            findings.append(replace(finding, others=others))
    return sorted(findings, key=_rank)


def blockers(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that hold back the final files."""
    return [finding for finding in findings if finding.holds_back]


def is_complete(review: Review) -> bool:
    """Tell whether all seven items say something."""
    return not any(hit for rule in ALL if rule.id == "R01" for hit in rule.check(review))


def findings_as_json(findings: Sequence[Finding], *, complete: bool) -> dict[str, object]:
    """Return the review as the contract of ``flask plan review --json``."""
    return {
        "findings": [
            {
                "id": finding.id,
                "slug": finding.slug,
                "severity": finding.severity.value,
                "item": finding.place.item,
                "start": finding.place.start,
                "end": finding.place.end,
                "text": finding.text,
                "message": finding.message,
                "why": finding.why,
                "how": finding.how,
                "waivable": finding.waivable,
                "waived": finding.reason,
                "more": finding.more,
            }
            for finding in findings
        ],
        "complete": complete,
        "blocked": bool(blockers(findings)),
    }


def _other(rule: Rule, hit: Hit, review: Review, language: str, told: str) -> OtherPlace:
    """Return a further place; where its words tell nothing beside ``told``, with its sentence."""
    quote = _quote(review, hit)
    if quote.strip() and quote != told:
        return OtherPlace(hit.place, quote)
    return OtherPlace(hit.place, quote, _finding(rule, hit, review, language, {}).message)


def _finding(
    rule: Rule, hit: Hit, review: Review, language: str, reasons: dict[str, str]
) -> Finding:
    quote = _quote(review, hit)
    key = f"{rule.id}/{hit.place.item}/{hit.variant}/{' '.join(quote.split())[:60]}"
    guide = rule.guide(language)
    values = {key: _said(value, language) for key, value in hit.values.items()} | {"quote": quote}
    if values.get("item") in _PLACES:
        values["item"] = words("items", language)[_PLACES[values["item"]]]
    message = guide.messages[f"message_{hit.variant}" if hit.variant else "message"]
    return Finding(
        id=rule.id,
        slug=rule.slug,
        severity=hit.severity or rule.severity,
        place=hit.place,
        text=quote,
        message=message.format(**values),
        why=guide.why.format(**values),
        how=guide.how_of(hit.variant).format(**values),
        waivable=rule.waivable,
        key=key,
        reason=reasons.get(key) if rule.waivable else None,
    )


def _said(value: str, language: str) -> str:
    """Return a day or month that a rule computed as ``language`` writes it; words stay."""
    if not _COMPUTED.fullmatch(value):
        return value
    day, month = day_of(value), month_of(value)
    if day is not None:
        return write_day(day, language)
    return write_month(month, language) if month is not None else value


def _quote(review: Review, hit: Hit) -> str:
    text: ItemText | None = next(
        (text for item, text in review.items.items() if item.value == hit.place.item), None
    )
    return text.text[hit.place.start : hit.place.end] if text else ""


def _rank(finding: Finding) -> tuple[int, int, int, str]:
    place = _PLACES.get(finding.place.item, len(_PLACES))
    return place, _ORDER[finding.severity], finding.place.start, finding.id
