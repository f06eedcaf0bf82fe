"""What is taken out of typed text before it is kept: control characters, and nothing else."""

import re
from dataclasses import dataclass

# Line feed and tab are meant; the rest of C0 and C1 prints nowhere and breaks files.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without control characters, and how many were taken out."""

    text: str
    removed: int


def clean(typed: str) -> Cleaned:
    """Return ``typed`` with line ends as line feeds and without control characters."""
    text = typed.replace("\r\n", "\n").replace("\r", "\n")
    kept, removed = _CONTROL.subn("", text)
    return Cleaned(kept, removed)
