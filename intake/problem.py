"""What keeps a file from being read, as a value with sentences in both languages."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class IntakeProblem:
    """A reason why there is no text, with the remedy in its sentence."""

    key: str
    limit: str = ""

    def sentence(self, language: str) -> str:
        """Return the sentence in ``ja`` or ``en``."""
        text = _texts()[self.key]["en" if language == "en" else "ja"]
        return text.replace("{limit}", self.limit)


@cache
def _texts() -> dict[str, dict[str, str]]:
    with (Path(__file__).parent / "problems.toml").open("rb") as file:
        return tomllib.load(file)
