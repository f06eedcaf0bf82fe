"""The words of ``words.toml``, and patterns that several readers share."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

NUMBER = r"\d{1,3}(?:,\d{3}){1,3}|\d{1,9}"
# Not inside an id or a longer number, and not the end of a range.
NUMBER_BEGINS = r"(?<![\d.,/A-Za-z~\u301c-])"


@cache
def words() -> dict[str, Any]:
    """Return the words around numbers."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def any_of(listed: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first; blanks match any blanks."""
    ordered = sorted(listed, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"


@cache
def unit() -> str:
    """Return the pattern of a unit; "the third" is no count of three."""
    return any_of(words()["units"])


@cache
def percentage() -> str:
    """Return the pattern of a percentage that is a share: no limit, no change."""
    about, sign = any_of(words()["about"]), any_of(words()["percent"])
    limits = any_of(words()["not_a_share"])
    return (
        rf"(?P<about>{about}\s?)?(?<![\d.,~\u301c-])(?P<percent>\d{{1,3}}(?:\.\d{{1,6}})?)\s?{sign}"
        rf"(?!\s?{limits})"
    )


def as_number(written: str) -> int:
    """Return a whole number written with or without thousands marks."""
    return int(written.replace(",", ""))
