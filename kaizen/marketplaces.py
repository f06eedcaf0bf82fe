"""The marketplaces on which a seller may have been stopped (data in ``marketplaces.toml``)."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def marketplaces() -> tuple[str, ...]:
    """Return the domains of Amazon's stores, Japan first."""
    text = Path(__file__).with_suffix(".toml").read_text("utf-8")
    return tuple(tomllib.loads(text)["domains"])
