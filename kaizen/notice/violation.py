"""Which rules the notice says were broken: one main type and others stated beside it."""

from dataclasses import dataclass

from kaizen.notice.categories import rows
from kaizen.notice.findings import findings, hints
from kaizen.notice.listed_findings import listed_types
from kaizen.notice.metrics import FoundMetric
from kaizen.notice.page import Page
from kaizen.notice.signature import Hit, pattern, patterns

_STATED = 5
"""A phrase of this weight states a violation; lighter ones only speak for a type."""
_LISTED = 0.85
_AGREED = 0.97
_ALONE = 0.78
_UNDECIDED = 0.5
_SILENT = 0.5
_GUESS = 0.4
_GENERIC = ("ip_generic",)
_UNNAMED_RIGHT = "ip_trademark"


@dataclass(frozen=True, slots=True)
class Violations:
    """The main type, the others, their places and how sure the reader is."""

    main: str
    others: tuple[str, ...]
    places: dict[str, tuple[tuple[int, int], ...]]
    confidence: float


def violations(page: Page, metrics: list[FoundMetric]) -> Violations:
    """Return the violation types of the page; ``unknown`` where nothing is stated."""
    found = findings(page, metrics)
    listed = [row.value for row in rows(page) if row.hit in found]
    if listed and len(found) == len(listed):
        return _as_listed(listed, found)
    listed = [] if listed else listed_types(page, found)
    if listed:
        return _as_listed(listed, found)
    scores = _scores(page, found)
    _settle_generic(scores, found)
    if not scores and not rows(page):
        return _hinted(page, metrics)
    if not scores:
        return Violations("unknown", (), {}, _SILENT)
    first = {value: min(hit.end for hit in found if hit.value == value) for value in scores}
    ranked = sorted(scores, key=lambda value: (-scores[value], first[value]))
    main = _main(ranked, scores, first)
    others = _others(main, ranked, scores, found, page)
    where = _where(found, (main, *others))
    return Violations(main, others, where, _confidence(main, others, ranked, scores, found))


def _hinted(page: Page, metrics: list[FoundMetric]) -> Violations:
    """Return the type whose subject is named most, or ``unknown``; either is a guess."""
    found = hints(page, metrics)
    scores = _scores(page, found)
    if not scores:
        return Violations("unknown", (), {}, _SILENT)
    main = max(scores, key=lambda value: scores[value])
    return Violations(main, (), _where(found, (main,)), _GUESS)


def _as_listed(listed: list[str], found: list[Hit]) -> Violations:
    """Return the types of a dashboard, the gravest first, or of a list, in its order."""
    named = [_UNNAMED_RIGHT if value == "ip_generic" else value for value in listed]
    others = tuple(value for value in dict.fromkeys(named) if value != named[0])
    where = _where(found, (named[0], *others))
    return Violations(named[0], others, where, _LISTED)


def _where(found: list[Hit], values: tuple[str, ...]) -> dict[str, tuple[tuple[int, int], ...]]:
    return {
        value: tuple(sorted({(hit.start, hit.end) for hit in found if hit.value == value})[:6])
        for value in values
    }


def _scores(page: Page, found: list[Hit]) -> dict[str, float]:
    """Return how much speaks for each type; words said twice or in two ways count once."""
    scores: dict[str, float] = {}
    seen: set[tuple[str, str]] = set()
    reason = pattern("types", "reason")
    for hit in _apart(found):
        key = (hit.value, page.lower[hit.start : hit.end])
        if key in seen:
            continue
        seen.add(key)
        bonus = 2 if reason.search(page.lower, *page.sentence(hit.start)) else 0
        early = 1 if hit.start < 120 else 0
        repeated = scores.get(hit.value, 0.0)
        gained = hit.weight + bonus + early
        scores[hit.value] = repeated + (gained if not repeated else gained / 3)
    return {value: score for value, score in scores.items() if score >= 3}


def _apart(found: list[Hit]) -> list[Hit]:
    """Return the hits in order; of overlapping ones for the same type only the weightiest."""
    kept: dict[str, list[Hit]] = {}
    for hit in sorted(found, key=lambda hit: hit.start):
        before = kept.setdefault(hit.value, [])
        if not before or hit.start >= before[-1].end:
            before.append(hit)
        elif hit.weight > before[-1].weight:
            before[-1] = hit
    return sorted((hit for hits in kept.values() for hit in hits), key=lambda hit: hit.start)


def _settle_generic(scores: dict[str, float], found: list[Hit]) -> None:
    """Give "intellectual property" to the right it names, or to trademarks if it names none."""
    generic = scores.pop("ip_generic", None)
    if generic is None:
        return
    named = [value for value in scores if value.startswith("ip_")]
    if named:
        for value in named:
            scores[value] += generic / 2
    elif not any(score >= generic + 2 for score in scores.values()):
        scores["ip_trademark"] = generic
        found += [
            Hit("ip_trademark", 3, hit.start, hit.end) for hit in found if hit.value == "ip_generic"
        ]


def _main(ranked: list[str], scores: dict[str, float], first: dict[str, int]) -> str:
    best = ranked[0]
    family = patterns("types")["family"]
    absorbs = patterns("types")["absorbs"]
    candidates = [best]
    for value in ranked[1:]:
        related = value in absorbs.get(best, ()) or best in absorbs.get(value, ())
        same = family.get(value, value) == family.get(best, best)
        least = max(_STATED, scores[best] * (0.5 if same else 0.6))
        if scores[value] >= least and (same or not related):
            candidates.append(value)
    main = min(candidates, key=lambda value: first[value])
    main = _more_exact(main, ranked, scores)
    weak = patterns("types")["yields"]
    if main in weak:
        stronger = [value for value in ranked if value not in weak and scores[value] >= 5]
        if stronger:
            return stronger[0]
    return main


def _more_exact(main: str, ranked: list[str], scores: dict[str, float]) -> str:
    """Return the type that says the same more exactly, if the notice states it too."""
    absorbs = patterns("types")["absorbs"]
    if main not in patterns("types")["general"]:
        return main
    for value in ranked:
        exact = main in absorbs.get(value, ()) and value not in absorbs.get(main, ())
        if exact and scores[value] >= max(_STATED, 0.45 * scores[main]):
            return value
    return main


def _others(
    main: str, ranked: list[str], scores: dict[str, float], found: list[Hit], page: Page
) -> tuple[str, ...]:
    absorbed = set(patterns("types")["absorbs"].get(main, ()))
    family = patterns("types")["family"]
    kept = []
    for value in ranked:
        if value == main or value in absorbed:
            continue
        same_family = family.get(value, value) == family.get(main, main)
        least = 3 if same_family and family[value] == "ip" else _STATED
        stated = [hit for hit in found if hit.value == value and hit.weight >= least]
        reason = any(_in_reason(page, hit) for hit in stated)
        if value in patterns("types")["yields"]:
            stated = [hit for hit in stated if not _beside(page, hit, (main,), found)]
            reason = bool(stated)
        elif value in patterns("types")["general"]:
            # "goods that infringe rights are prohibited" tells of the rights, not of a second type.
            same = (main, *_GENERIC) if family.get(main) == "ip" else (main,)
            stated = [hit for hit in stated if not _beside(page, hit, same, found)]
        if stated and (same_family or (reason and scores[value] >= 0.45 * scores[main])):
            kept.append(value)
    return tuple(kept)


def _beside(page: Page, hit: Hit, others: tuple[str, ...], found: list[Hit]) -> bool:
    sentence = page.sentence(hit.start)
    return any(one.value in others and page.sentence(one.start) == sentence for one in found)


def _in_reason(page: Page, hit: Hit) -> bool:
    sentence = page.lower[slice(*page.sentence(hit.start))]
    return pattern("types", "reason").search(sentence) is not None


def _confidence(
    main: str,
    others: tuple[str, ...],
    ranked: list[str],
    scores: dict[str, float],
    found: list[Hit],
) -> float:
    best = scores[main]
    rest = [scores[value] for value in ranked if value != main and value not in others]
    margin = best - max(rest, default=0)
    if margin <= 0:
        return _UNDECIDED
    stated = {(hit.weight, hit.start, hit.end) for hit in found if hit.value == main}
    most = _AGREED if len([one for one in stated if one[0] >= _STATED]) > 1 else _ALONE
    return round(min(most, 0.4 + 0.06 * best + 0.03 * margin), 2)
