"""What to do first with a notice, what to know, and the words in it that need explaining."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kaizen.instrument import Instrument, Recommendation
from kaizen.notice.model import Notice, Status
from kaizen.notice_words import document_name
from kaizen.papers_asked import EXPLANATION, PLAN, RETRACTION, asked_keys, is_optional
from kaizen.text import fold
from kaizen.violations import document_keys, evidence

_HANDY_DAYS = 2
_SLOW_DAYS = 3
_MOST = 3
_READ = 40_000
_STOPPED = (Status.UNDER_REVIEW, Status.SUSPENDED, Status.DEACTIVATED, Status.MFN_RESTRICTED)
_PLANS = (Instrument.PLAN_SEVEN, Instrument.PLAN_THREE)
_NOTES = (Instrument.DOCUMENTS_WITH_NOTE, Instrument.EXPLANATION)


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """Actions in order, facts to know, and terms with what they mean."""

    actions: tuple[str, ...]
    facts: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]


def first_steps(text: str, notice: Notice, fits: Recommendation, language: str) -> FirstSteps:
    """Return what to do first with the notice in ``text``, answered by ``fits``."""
    plain = fold(text[:_READ]).text.lower()
    words = _Words(language)
    return FirstSteps(
        actions=tuple(_actions(plain, notice, fits, words))[:_MOST],
        facts=tuple(_facts(plain, notice, words)),
        terms=tuple(_terms(plain, notice, language)),
    )


class _Words:
    """The sentences of one language."""

    def __init__(self, language: str) -> None:
        self.language = language if language == "en" else "ja"

    def action(self, key: str, **values: object) -> str:
        """Return one action."""
        return str(_data()["action"][key][self.language]).format(**values)

    def fact(self, key: str, **values: object) -> str:
        """Return one fact."""
        return str(_data()["fact"][key][self.language]).format(**values)

    def listed(self, keys: Sequence[str], *, with_days: bool = True) -> str:
        """Return papers with the days they take."""
        return self.comma.join(self._paper(key, with_days=with_days) for key in keys)

    @property
    def comma(self) -> str:
        """Return what stands between the entries of a list."""
        return ", " if self.language == "en" else "\u3001"

    def _paper(self, key: str, *, with_days: bool) -> str:
        name = document_name(key, self.language)
        if not with_days or key not in document_keys():
            return name
        pattern = str(_data()["paper_days"][self.language])
        return pattern.format(paper=name, days=evidence(key).lead_days)


def _actions(plain: str, notice: Notice, fits: Recommendation, words: _Words) -> Iterator[str]:
    if notice.suspicious:
        yield words.action("suspicious")
        return
    if fits.instrument is Instrument.WHOLE_NOTICE:
        yield words.action("paste")
        yield words.action("mail")
        return
    if notice.complainants and fits.instrument in (*_PLANS, *_NOTES):
        yield words.action("owners", names=words.comma.join(notice.complainants[:4]))
    yield from _papers(notice, words)
    if notice.status in _STOPPED and _says("ship", plain):
        yield words.action("ship")
    if fits.instrument in _PLANS:
        yield from list(_matters(notice, words)) or [words.action("why")]
    elif fits.instrument is Instrument.EXPLANATION:
        yield words.action("explain")
    elif fits.instrument is Instrument.DOCUMENTS_WITH_NOTE:
        yield words.action("note")


def _papers(notice: Notice, words: _Words) -> Iterator[str]:
    groups = [keys for keys in asked_keys(notice) if not _is_written(keys, notice)]
    several = [keys for keys in groups if len(keys) > 1]
    for keys in several[:1]:
        handy = [key for key in keys if _days(key) <= _HANDY_DAYS]
        if handy:
            yield words.action("handy", papers=words.listed(handy[:3], with_days=False))
        else:
            yield words.action("one_of", papers=words.listed(sorted(keys, key=_days)))
    slow = [keys[0] for keys in groups if len(keys) == 1 and _days(keys[0]) >= _SLOW_DAYS]
    if slow:
        yield words.action("slow", papers=words.listed(sorted(slow, key=_days, reverse=True)))


def _is_written(keys: Sequence[str], notice: Notice) -> bool:
    """Tell whether the seller writes it, or others decide about it."""
    return keys[0] in (PLAN, EXPLANATION, RETRACTION) or is_optional(notice, keys[0])


def _matters(notice: Notice, words: _Words) -> Iterator[str]:
    if notice.order_ids:
        yield words.action("orders", count=len(notice.order_ids))
    if notice.asins:
        yield words.action("products", count=len(notice.asins))


def _facts(plain: str, notice: Notice, words: _Words) -> Iterator[str]:
    for key in ("money", "fba"):
        if _says(key, plain):
            yield words.fact(key)
    for keys in asked_keys(notice):
        if len(keys) > 1:
            yield words.fact("one_of", papers=words.listed(keys, with_days=False))
    if RETRACTION in notice.documents_requested:
        yield words.fact("retraction")


def _terms(plain: str, notice: Notice, language: str) -> Iterator[tuple[str, str]]:
    for term in _data()["term"]:
        is_asked = term.get("paper") in notice.documents_requested
        if is_asked or ("in_text" in term and re.search(term["in_text"], plain)):
            name, meaning = term["en" if language == "en" else "ja"]
            yield name, meaning


def _days(key: str) -> int:
    return evidence(key).lead_days if key in document_keys() else 0


def _says(key: str, plain: str) -> bool:
    return re.search(_data()["says"][key], plain) is not None


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
