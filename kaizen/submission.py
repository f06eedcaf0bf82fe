"""How and where an answer is handed in, step by step (data in ``submission.toml``)."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def submission_steps(channel: str | None, language: str) -> tuple[str, ...]:
    """Return the steps for the notice's ``channel`` (None: no notice, or it names none)."""
    texts = _data()[language]
    places = texts["channels"].get(channel or "unknown", texts["channels"]["unknown"])
    return (texts["open"], *places, texts["paste"], texts["check"], texts["wait"])


def screen_names_change(language: str) -> str:
    """Return the sentence that the notice's own words win over the steps."""
    return str(_data()[language]["names_change"])
