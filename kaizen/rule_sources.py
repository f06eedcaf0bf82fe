"""What the advice of a rule rests on, by the codes of its ``source`` list."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_INFERENCE = "inference"


@dataclass(frozen=True, slots=True)
class RuleSource:
    """One source: its code, what kind of page it is, and the addresses (none for practice)."""

    code: str
    kind: str
    addresses: tuple[str, ...]


def rule_sources(codes: Iterable[str], language: str) -> tuple[RuleSource, ...]:
    """Return the sources behind ``codes``, in their order; an unknown code is a KeyError."""
    return tuple(_source(code, language) for code in codes)


def _source(code: str, language: str) -> RuleSource:
    data = _data()
    letter = "I" if code == _INFERENCE else code[0]
    needs_page = len(code) > 1 and code != _INFERENCE
    addresses = tuple(data["addresses"][code]) if needs_page else ()
    return RuleSource("" if not needs_page else code, data["kinds"][letter][language], addresses)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
