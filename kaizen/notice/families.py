"""Families of wordings written as patterns: statements, soft signs of a state, acts."""

import re
from functools import cache

from kaizen.notice.scan import Scanner, scanner
from kaizen.notice.signature import patterns

_SLOT = re.compile("<([a-z_]+)>")
_LONGER = ("cannot", "allow")


@cache
def statements() -> Scanner:
    """Return the patterns of ``statements.toml``, their slots filled in."""
    table = patterns("statements")
    slots: dict[str, str] = table["slots"]
    return scanner(
        {
            name: [_filled(one, slots) for one in (*group["ja"], *group["en"])]
            for name, group in table.items()
            if isinstance(group, dict) and "weight" in group
        }
    )


@cache
def cues() -> Scanner:
    """Return the signs of ``cues.toml``, each a family named "<state> <weight> <number>"."""
    return scanner(
        {
            f"{name} {weight} {number}": [one]
            for name, table in patterns("cues").items()
            if isinstance(table, dict)
            for weight, some in table.items()
            for number, one in enumerate(some)
        }
    )


@cache
def acts(language: str) -> Scanner:
    """Return the patterns of acts that take more than a word."""
    table = patterns("acts")[language]
    return scanner({kind: [table[kind]] for kind in _LONGER if kind in table})


@cache
def act_words(language: str) -> dict[str, str]:
    """Return the words for acts with the kind of act each of them tells."""
    stems: dict[str, list[str]] = patterns("acts")[language]["stems"]
    return {word: kind for kind, words in stems.items() for word in words}


def _filled(pattern: str, slots: dict[str, str]) -> str:
    return _SLOT.sub(lambda match: slots[match.group(1)], pattern)
