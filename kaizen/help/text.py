"""Reads the help texts: sentences in both languages, and the sources they rest on."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kaizen.violations.violation_type import Wording

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from; without an address it is common practice."""

    key: str
    name: Wording
    address: str


@cache
def load(name: str) -> Mapping[str, Any]:
    """Return the content of one data file of the help."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


def wording(entry: Mapping[str, Any]) -> Wording:
    """Return the sentence of an entry in both languages."""
    return Wording(entry["ja"], entry["en"])


def optional(entry: Mapping[str, Any], key: str) -> Wording | None:
    """Return the sentence under ``key``, or None where there is none."""
    return wording(entry[key]) if key in entry else None


def wordings(entries: Iterable[Mapping[str, Any]]) -> tuple[Wording, ...]:
    """Return the sentences of several entries."""
    return tuple(map(wording, entries))


def sources(keys: Iterable[str]) -> tuple[Source, ...]:
    """Return the named sources, in their order."""
    known = load("sources")
    return tuple(Source(key, wording(known[key]), known[key].get("address", "")) for key in keys)
