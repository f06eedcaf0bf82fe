"""Why accounts are stopped: the catalogue by group, and what has changed since older advice."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kaizen.help.text import Source, load, optional, sources, wording
from kaizen.metrics import Metric, all_metrics
from kaizen.violations.violation_type import Wording

# Figures of other countries and programmes stop no account at Amazon.co.jp.
_METRICS = ("odr", "cancel_rate", "lsr", "vtr", "otdr", "rdr", "policy_counts", "ahr")


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason, what it means, and where it is said."""

    name: Wording
    text: Wording
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Reasons of one kind; the group ``metrics`` has figures in place of reasons."""

    key: str
    heading: Wording
    intro: Wording | None
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What older advice says, and what holds today."""

    old: Wording
    now: Wording
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The whole page."""

    title: Wording
    lead: Wording
    groups: tuple[Group, ...]
    changes: tuple[Change, ...]
    pages: tuple[str, ...]
    as_of: str


@cache
def catalogue() -> Catalogue:
    """Return the catalogue of causes."""
    data = load("causes")
    return Catalogue(
        title=wording(data["title"]),
        lead=wording(data["lead"]),
        groups=tuple(map(_group, data["group"])),
        changes=tuple(
            Change(wording(entry["old"]), wording(entry["now"]), sources(entry["sources"]))
            for entry in data["change"]
        ),
        pages=tuple(data["pages"]),
        as_of=data["as_of"],
    )


def metrics_that_stop() -> tuple[Metric, ...]:
    """Return the figures that sellers ask about, in the order of the program."""
    return tuple(metric for metric in all_metrics() if metric.key in _METRICS)


def _group(entry: Mapping[str, Any]) -> Group:
    return Group(
        key=entry["key"],
        heading=wording(entry["heading"]),
        intro=optional(entry, "intro"),
        causes=tuple(map(_cause, entry["cause"])),
    )


def _cause(entry: Mapping[str, Any]) -> Cause:
    text = Wording(entry["text_ja"], entry["text_en"])
    return Cause(wording(entry), text, sources(entry["sources"]))
