"""Official labels and fixed words of a document, by language (data in ``wording.toml``)."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _all() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("wording.toml").read_text("utf-8"))


def word(key: str, language: str, **values: object) -> str:
    """Return the fixed word ``key`` in ``language``, with ``values`` put in."""
    found = str(_all()[language][key])
    return found.format(**values) if values else found


def words(key: str, language: str) -> tuple[str, ...]:
    """Return the list of fixed words ``key`` in ``language``."""
    return tuple(_all()[language][key])
