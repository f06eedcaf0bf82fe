"""Why there is no file, as a value, with a sentence that says what to do."""

import sys
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any


class Reason(StrEnum):
    """What stood in the way of a file."""

    NO_LIBRARY = "no_library"
    TOO_SLOW = "too_slow"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Unavailable:
    """No file: the reason, and the one command to type where a library is missing."""

    reason: Reason
    command: str = ""

    def sentence(self, language: str) -> str:
        """Return what happened and what to do, in one or two sentences."""
        return str(_data()["sentences"][self.reason.value][language])


def no_library() -> Unavailable:
    """Return the value for missing native libraries, with this platform's command."""
    commands = _data()["commands"]
    return Unavailable(Reason.NO_LIBRARY, str(commands.get(sys.platform, commands["linux"])))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
