"""What set-up says, in English and Japanese, one line each (``words.json``).

This file must also load on old Pythons, which are told so.
"""

import json
import os
import sys


def sentence(key: str, **values: object) -> str:
    """Return the sentence ``key`` on two lines, English first."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "words.json")
    with open(path, encoding="utf-8") as file:
        lines = json.load(file)[key]
    return "\n".join(line.format(**values) for line in lines)


def say(key: str, **values: object) -> None:
    """Print the sentence ``key`` at once."""
    print(sentence(key, **values), flush=True)


class Stop(Exception):  # noqa: N818 - not a bug: the machine is not ready, and the text says why
    """The program cannot go on; its text says in both languages what to do."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(sentence(key, **values))
        self.key = key
        self.values = values


def survive_narrow_consoles() -> None:
    """Let a console that cannot show Japanese print question marks instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
