"""Words that state what was found, without threats, advice, denials and targets that were met."""

from kaizen.notice.categories import Row, rows
from kaizen.notice.metrics import FoundMetric, violation_of
from kaizen.notice.page import Page
from kaizen.notice.phrase_hits import hits
from kaizen.notice.scenes import scenes_on
from kaizen.notice.signature import Hit, pattern, patterns

_MISSED = 7
_NAMED = 3
_CELL = 24


def findings(page: Page, metrics: list[FoundMetric]) -> list[Hit]:
    """Return every place that speaks for a violation type, with its weight."""
    told = [*hits(page, "violation"), *scenes_on(page)]
    table = rows(page)
    met = [one for one in metrics if not one.misses]
    found = [
        hit
        for hit in told
        if not (_in_row(hit, table) or _is_met(page, hit, met) or _is_aside(page, hit))
    ]
    found += [row.hit for row in table if row.count and row.value != "other"]
    found += [
        Hit(kind, _MISSED if one.misses else _NAMED, one.start, one.end)
        for one in metrics
        if (kind := violation_of(one.metric.key))
        and (one.misses or not _fine(page, one))
        and not _is_denied(page, one.start)
    ]
    return found


def hints(page: Page, metrics: list[FoundMetric]) -> list[Hit]:
    """Return words that only name the subject of a type, for a page that states no violation."""
    met = [one for one in metrics if not one.misses]
    return [
        hit
        for hit in scenes_on(page, hints=True)
        if not (_is_met(page, hit, met) or _is_aside(page, hit))
    ]


def _in_row(hit: Hit, table: list[Row]) -> bool:
    """Tell whether the words are a category of a dashboard, which counts by its number."""
    return any(hit.start < row.end and row.start < hit.end for row in table)


def _is_met(page: Page, hit: Hit, met: list[FoundMetric]) -> bool:
    """Tell whether the words name a figure that meets its target and nobody complains about."""
    return any(
        hit.value == violation_of(one.metric.key)
        and hit.start < one.end
        and one.start < hit.end
        and _fine(page, one)
        for one in met
    )


def _fine(page: Page, one: FoundMetric) -> bool:
    """Tell whether the sentence of a figure that meets its target finds no fault either."""
    return not _said(page, one.start, "fault")


def _is_aside(page: Page, hit: Hit) -> bool:
    """Tell whether the words stand in a threat, an advice or a denial, not in a finding."""
    if _said(page, hit.start, "aside"):
        return True
    if hit.value not in patterns("types")["told_by_denial"] and _is_denied(page, hit.start):
        return True
    if hit.value == "expired" and _said(page, hit.start, "dated_paper"):
        return True
    if hit.value == "identity_kyc" and _said(page, hit.start, "paper_matches"):
        return True
    if hit.value in patterns("types")["of_papers"]:
        return bool(_said(page, hit.start, "required"))
    if hit.value in patterns("types")["performance"]:
        behind = page.lower[hit.end : hit.end + _CELL].partition("\n")[0]
        if pattern("types", "no_figure").match(behind):
            return True
        return bool(_said(page, hit.start, "advice"))
    return False


def _is_denied(page: Page, at: int) -> bool:
    """Tell whether the sentence says of what stands at a place that it does not count."""
    before = _said(page, at, "denied_next")
    if before and before[0] <= at and " but " not in page.lower[before[1] : at]:
        return True
    denied = _said(page, at, "denied")
    return denied is not None and denied[1] >= at


def _said(page: Page, at: int, name: str) -> tuple[int, int] | None:
    """Return where a pattern stands in the sentence around a place; the page keeps the answer."""
    start, end = page.sentence(at)
    known: dict[tuple[str, int], tuple[int, int] | None] = page.kept.setdefault("said", {})
    if (name, start) not in known:
        match = pattern("types", name).search(page.lower, start, end)
        known[name, start] = match.span() if match else None
    return known[name, start]
