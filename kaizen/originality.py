"""Sentences taken over from the program's own examples, with their invented facts."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kaizen.text import fold
from kaizen.voice import lowered, sentence_spans

_RULES = Path(__file__).with_name("rules")
_MARKER = re.compile(r"^(?:\(?\d{1,2}[.)]|[a-z][.)])\s*")
_BLANK = re.compile(r"[\s\u3001\u3002,.]+")
# A short sentence, or one without a number, may well be anybody's own.
_SHORTEST = 14


def copied_places(original: str) -> tuple[tuple[int, int], ...]:
    """Return places (in the folded text) of sentences that stand in an example."""
    text = lowered(fold(original).text)
    known = _examples()
    return tuple(
        (start, end)
        for start, end in sentence_spans(text)
        if (bare := _bare(text[start:end])) and bare in known
    )


@cache
def _examples() -> frozenset[str]:
    return frozenset(
        bare
        for example in _texts()
        for start, end in sentence_spans(example)
        if len(bare := _bare(example[start:end])) >= _SHORTEST
        and any(character.isdigit() for character in bare)
    )


def _texts() -> Iterator[str]:
    for path in sorted(_RULES.glob("*.toml")):
        for rule in tomllib.loads(path.read_text("utf-8")).values():
            for language in ("ja", "en"):
                for name in ("weak", "better"):
                    yield lowered(fold(rule.get(language, {}).get(name, "")).text)


def _bare(sentence: str) -> str:
    return _BLANK.sub("", _MARKER.sub("", sentence))
