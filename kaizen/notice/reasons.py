"""Why a mail may not be from Amazon, in words."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _reasons() -> dict[str, Any]:
    with (Path(__file__).parent / "reasons.toml").open("rb") as file:
        return tomllib.load(file)


def reason_text(reason: str, language: str) -> str:
    """Return the sentence for a reason key in ``ja`` or ``en``."""
    return str(_reasons()[reason]["en" if language == "en" else "ja"])
