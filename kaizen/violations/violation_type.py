"""The kinds of violation as data: questions, what reviewers look for, evidence, refusals."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILES = ("supply", "rights", "products", "listing", "metrics", "conduct", "account")
STEPS = ("violation", "cause", "fix", "effect")
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence in both languages."""

    ja: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the sentence in ``ja`` or ``en``."""
        return self.en if language == "en" else self.ja


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document the type usually needs, with the calendar days it takes to get it."""

    key: str
    name: Wording
    lead_days: int


@dataclass(frozen=True, slots=True)
class ViolationType:
    """One kind of violation; ``questions`` are by step and always questions to the seller."""

    key: str
    name: Wording
    answer_mode: str
    questions: dict[str, tuple[Wording, ...]]
    wants: tuple[Wording, ...]
    evidence: tuple[Evidence, ...]
    refused: tuple[Wording, ...]
    source: str
    as_of: str

    @property
    def lead_days(self) -> int:
        """Return the days the slowest document takes."""
        return max((one.lead_days for one in self.evidence), default=0)


@cache
def all_types() -> tuple[ViolationType, ...]:
    """Return every violation type in the order of the files."""
    return tuple(_type(key, entry) for name in FILES for key, entry in _load(name).items())


@cache
def _by_key() -> dict[str, ViolationType]:
    return {one.key: one for one in all_types()}


def violation_type(key: str) -> ViolationType:
    """Return the type of this key; an unknown key is the type ``unknown``."""
    return _by_key().get(key) or _by_key()["unknown"]


@cache
def evidence(key: str) -> Evidence:
    """Return name and lead time of a document key of the notice vocabulary."""
    entry = _load("evidence")["document"][key]
    return Evidence(key, _wording(entry), entry["days"])


def document_keys() -> tuple[str, ...]:
    """Return every document key a notice can ask for."""
    return tuple(_load("evidence")["document"])


@cache
def _load(name: str) -> dict[str, Any]:
    with (_FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _type(key: str, entry: dict[str, Any]) -> ViolationType:
    return ViolationType(
        key=key,
        name=_wording(entry["name"]),
        answer_mode=entry["answer_mode"],
        questions={step: _wordings(entry[step]) for step in STEPS},
        wants=_wordings(entry["wants"]),
        evidence=tuple(evidence(document) for document in entry["documents"]),
        refused=_wordings(entry["refused"]),
        source=entry["source"],
        as_of=entry["as_of"],
    )


def _wording(entry: dict[str, Any]) -> Wording:
    return Wording(entry["ja"], entry["en"])


def _wordings(entries: list[dict[str, Any]]) -> tuple[Wording, ...]:
    return tuple(map(_wording, entries))
