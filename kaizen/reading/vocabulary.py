"""Word lists as patterns: one file a subject in ``kaizen/phrases``, one table a meaning.

A table holds ``ja`` and ``en`` lists of regular expressions for folded, lower-case text. Both
languages are always matched together, because sellers mix them. English entries stand alone as
words; each entry begins with a plain character, which lets the matcher skip quickly.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from kaizen.first_characters import alternatives, first_characters
from kaizen.reading.beginnings import Begun, begun

# A shorter text is searched as soon as walked for how its words begin.
_SHORT = 30
# A class such as [0-9] or \d, and "as many as there are".
_ENDLESS = re.compile(r"(\[(?:\\.|[^\]\\])+\]|\\[dsw])([+*])(?![?+])")
_PLAIN = re.compile(r"(?:[^\\()\[\].^$|?*+{}]|\\[^\w])(?![?*+{])")
_ENDS = {"+": "{1,40}", "*": "{0,40}"}
_FOLDER = Path(__file__).parent.parent / "phrases"


@cache
def tables(subject: str) -> dict[str, Any]:
    """Return the tables of ``kaizen/phrases/<subject>.toml``."""
    return tomllib.loads((_FOLDER / f"{subject}.toml").read_text("utf-8"))


@cache
def pattern(subject: str, *keys: str) -> re.Pattern[str]:
    """Return one pattern for all words of the named tables, Japanese and English."""
    parts = _wordings(subject, keys)
    whole = "|".join(f"(?:{part})" for part in parts)
    return re.compile(_look(parts) + f"(?:{whole})")


def _look(parts: list[str]) -> str:
    """Return a look at one character, which skips most of a text, where all beginnings are known.

    Where every entry begins with a plain character the matcher skips by itself, and faster.
    """
    if all(map(_PLAIN.match, (one for part in parts for one in alternatives(part)))):
        return ""
    firsts = [first_characters(part) for part in parts]
    known = [first for first in firsts if first is not None]
    if len(known) < len(firsts):
        return ""
    return f"(?=[{''.join(map(re.escape, sorted(frozenset().union(*known))))}])"


def bounded(entry: str) -> str:
    """Return ``entry`` with an end to each repeated class: "[0-9]+" stops after 40 digits.

    A key held down for a whole page would otherwise be read to its end from every place in it,
    which takes the square of its length.
    """
    return _ENDLESS.sub(lambda found: f"{found[1]}{_ENDS[found[2]]}", entry)


def found(text: str, subject: str, *keys: str) -> bool:
    """Tell whether any word of the named tables stands in ``text`` (folded, lower case)."""
    if len(text) >= _SHORT and text.isascii():
        return _begun(subject, *keys).stands_in(text)
    return pattern(subject, *keys).search(text) is not None


def each(text: str, subject: str, *keys: str) -> Iterator["re.Match[str]"]:
    """Return the matches of the named tables in ``text`` (folded, lower case), in order."""
    if len(text) >= _SHORT and text.isascii() and not _begun(subject, *keys).stands_in(text):
        return iter(())
    return pattern(subject, *keys).finditer(text)


def without(text: str, subject: str, *keys: str) -> str:
    """Return ``text`` with each word of the named tables blanked out."""
    if len(text) >= _SHORT and text.isascii() and not _begun(subject, *keys).stands_in(text):
        return text
    return pattern(subject, *keys).sub(" ", text)


@cache
def _begun(subject: str, *keys: str) -> Begun:
    """Return the same pattern with how its words begin."""
    return begun(pattern(subject, *keys), _wordings(subject, keys))


def _wordings(subject: str, keys: tuple[str, ...]) -> list[str]:
    return [bounded(part) for key in keys for part in _parts(subject, key)]


def _parts(subject: str, key: str) -> list[str]:
    table = tables(subject)[key]
    return [*table.get("ja", ()), *(_alone(entry) for entry in table.get("en", ()))]


def _alone(entry: str) -> str:
    """Return an English entry that matches only as whole words.

    The check on what stands before comes after the first character: so the pattern still begins
    with a plain character. An entry that ends in one open character ("every [a-z]") goes on.
    """
    tail = "" if entry.endswith("]") else "(?![a-z0-9])"
    if entry[0].isalnum():
        return f"{entry[0]}(?<![a-z0-9].){entry[1:]}{tail}"
    return f"(?<![a-z0-9]){entry}{tail}"
