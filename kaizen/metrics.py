"""The figures by which Amazon measures an account, with their windows, targets and sources.

Everything is data in ``metrics.toml``: Amazon changes these numbers, and sources disagree. A seller
may enter another window or target; ``Metric.adjusted`` gives the metric they then work with.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

LONGEST_WINDOW_DAYS = 400


class Direction(Enum):
    """Which way a metric improves."""

    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence or name in both languages."""

    en: str
    ja: str

    def in_language(self, language: str) -> str:
        """Return the Japanese words for ``"ja"``, the English ones otherwise."""
        return self.ja if language == "ja" else self.en


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What one source says where sources differ."""

    words: Words
    source: str


@dataclass(frozen=True, slots=True)
class Metric:
    """One figure: what counts, over how many days, and what must hold; rates are percentages."""

    key: str
    name: Words
    formula: Words
    counts: Words
    numerator: Words
    denominator: Words
    scope: Words
    consequence: Words
    window_days: int
    other_windows: tuple[int, ...]
    lag_days: int
    target: Decimal
    direction: Direction
    strict: bool
    kind: str
    can_be_forecast: bool
    window_assumed: bool
    violation_type: str | None
    account_health: str | None
    part_of: str | None
    source: str
    as_of: str
    disagreements: tuple[Disagreement, ...]

    @property
    def more_is_better(self) -> bool:
        """Whether the seller wants this figure high (its table counts valid, not defects)."""
        return self.direction is Direction.HIGHER

    def is_met_by(self, rate: Fraction | Decimal) -> bool:
        """Return whether ``rate``, an exact percentage, meets the target."""
        if rate == self.target:
            return not self.strict
        return (rate > self.target) is self.more_is_better

    def adjusted(self, *, window: int | None = None, target: Decimal | None = None) -> "Metric":
        """Return this metric with the seller's own window (days) or target (percent)."""
        return replace(
            self,
            window_days=self.window_days if window is None else window,
            target=self.target if target is None else target,
        )


def all_metrics() -> tuple[Metric, ...]:
    """Return every metric, in the order in which pages list them."""
    return tuple(_by_key().values())


def forecast_metrics() -> tuple[Metric, ...]:
    """Return the metrics of the form "n of m in a window", whose recovery can be computed."""
    return tuple(metric for metric in all_metrics() if metric.can_be_forecast)


def find_metric(key: str) -> Metric | None:
    """Return the metric of that key, or of that violation type; none if there is none."""
    name = key.strip().lower()
    by_key = _by_key()
    if name in by_key:
        return by_key[name]
    return next((metric for metric in by_key.values() if metric.violation_type == name), None)


def smallest_rate(orders: int) -> Fraction | None:
    """Return the smallest rate above zero that ``orders`` orders allow (1/n, as a percentage)."""
    return Fraction(100, orders) if orders > 0 else None


@cache
def _by_key() -> Mapping[str, Metric]:
    text = Path(__file__).with_name("metrics.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    as_of = data["as_of"]
    return {key: _read(key, entry, as_of) for key, entry in data["metric"].items()}


def _read(key: str, entry: Mapping[str, Any], as_of: str) -> Metric:
    return Metric(
        key=key,
        name=Words(**entry["name"]),
        formula=Words(**entry["formula"]),
        counts=Words(**entry["counts"]),
        numerator=Words(**entry["numerator"]),
        denominator=Words(**entry["denominator"]),
        scope=Words(**entry["scope"]),
        consequence=Words(**entry["consequence"]),
        window_days=entry["window_days"],
        other_windows=tuple(entry["other_windows"]),
        lag_days=entry["lag_days"],
        target=Decimal(entry["target"]),
        direction=Direction(entry["direction"]),
        strict=entry["strict"],
        kind=entry["kind"],
        can_be_forecast=entry["forecast"],
        window_assumed=entry.get("window_assumed", False),
        violation_type=entry.get("violation_type"),
        account_health=entry.get("account_health"),
        part_of=entry.get("part_of"),
        source=entry["source"],
        as_of=entry.get("as_of", as_of),
        disagreements=tuple(
            Disagreement(Words(item["en"], item["ja"]), item["source"])
            for item in entry.get("disagreements", ())
        ),
    )
