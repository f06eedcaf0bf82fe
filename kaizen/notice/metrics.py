"""Measured figures of a notice: which metric, its value, target, window and category."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kaizen.notice.metric_data import keys_by_name, metric_data
from kaizen.notice.model import NoticeMetric
from kaizen.notice.page import Page
from kaizen.notice.signature import pattern
from kaizen.notice.words import words_on

_NUMBER = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,3})?) ?(?:%|percent)")
_REACH = 170


@dataclass(frozen=True, slots=True)
class FoundMetric:
    """A metric, the place of its name to its value, and whether it missed its target."""

    metric: NoticeMetric
    start: int
    end: int
    misses: bool


def violation_of(key: str) -> str | None:
    """Return the violation type that goes with a metric, or ``None``."""
    kind: str | None = metric_data()["metric"][key].get("violation")
    return kind


def metrics(page: Page) -> list[FoundMetric]:
    """Return every metric for which the notice gives a value, in order of mention."""
    names = _names(page)
    found: dict[str, FoundMetric] = {}
    for same_ends in (True, False):
        for index, (start, end, key) in enumerate(names):
            if key in found:
                continue
            one = _read(page, key, start, end, _limit(page, names, index, same_ends=same_ends))
            if one:
                found[key] = one
    return sorted(found.values(), key=lambda one: one.start)


def _limit(page: Page, names: list[tuple[int, int, str]], index: int, *, same_ends: bool) -> int:
    """Return where the words about a metric end: at the next name, its own too if ``same_ends``."""
    _, end, key = names[index]
    following = (at for at, _, other in names[index + 1 :] if same_ends or other != key)
    return min(next(following, len(page.text)), end + _REACH)


def _read(page: Page, key: str, start: int, end: int, limit: int) -> FoundMetric | None:
    if key == "ahr":
        return _score(page, key, start, end)
    return _rate(page, key, start, end, limit)


def _names(page: Page) -> list[tuple[int, int, str]]:
    keys, places = keys_by_name(), words_on(page)
    found = [
        (at, at + len(name), key)
        for name in keys.keys() & places.keys()
        for key in keys[name]
        for at in places[name]
    ]
    found.sort(key=lambda one: (one[0], -one[1]))
    kept: list[tuple[int, int, str]] = []
    for one in found[:200]:
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _rate(page: Page, key: str, start: int, end: int, limit: int) -> FoundMetric | None:
    region = page.lower[end:limit]
    value: Decimal | None = None
    target: Decimal | None = None
    finish, previous = end, 0
    for match in _NUMBER.finditer(region):
        before = region[max(previous, match.start() - 30) : match.start()]
        after = region[match.end() : match.end() + 12]
        number = Decimal(match.group(1))
        if _is_target(before, after):
            target = number if target is None else target
        elif value is None:
            value, finish = number, end + match.end()
        previous = match.end()
    if value is None:
        value = _value_before(page, start)
    if value is None:
        return None
    entry = metric_data()["metric"][key]
    window = _window(page, start, finish) or entry["window_days"]
    stated = target if target is not None else Decimal(str(entry["target"]))
    metric = NoticeMetric(key, value, stated, "%", window, _category(page, start, limit))
    misses = value < stated if entry["more_is_better"] else value >= stated
    return FoundMetric(metric, start, finish, misses)


def _is_target(before: str, after: str) -> bool:
    return bool(
        pattern("metrics", "target_before").search(before)
        or pattern("metrics", "target_after").match(after)
    )


def _value_before(page: Page, start: int) -> Decimal | None:
    line, _ = page.unit(start)
    found = None
    for match in _NUMBER.finditer(page.lower[max(line, start - 14) : start]):
        found = Decimal(match.group(1))
    return found


def _window(page: Page, start: int, finish: int) -> int | None:
    line, line_end = page.sentence(start)
    around = page.lower[max(line, start - 24) : min(line_end, finish + 50)]
    match = pattern("metrics", "window").search(around)
    return int(match.group(1) or match.group(2)) if match else None


def _category(page: Page, start: int, limit: int) -> str | None:
    match = pattern("metrics", "category").search(page.text[start:limit])
    if match is None:
        return None
    return next(group for group in match.groups() if group).strip()


def _score(page: Page, key: str, start: int, end: int) -> FoundMetric | None:
    match = pattern("metrics", "score").match(page.lower[end : end + 60])
    if match is None:
        return None
    value = Decimal(match.group(1))
    entry = metric_data()["metric"][key]
    target = Decimal(str(entry["target"]))
    metric = NoticeMetric(key, value, target, entry["unit"], entry["window_days"])
    return FoundMetric(metric, start, end + match.end(), value < target)
