"""What the values of a notice are called, by language (data in ``notice_words.toml``)."""

import tomllib
from functools import cache
from pathlib import Path

from kaizen.violations import document_keys, evidence


@cache
def _data() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def key_name(key: str, language: str) -> str:
    """Return what a key of the reading is called, such as the deadline."""
    return _data()[language]["keys"][key]


def status_name(status: str, language: str) -> str:
    """Return what the state of the account is called."""
    return _data()[language]["status"][status]


def document_name(document: str, language: str) -> str:
    """Return what an asked document is called; a key of a newer version stays a key."""
    known = document in document_keys()
    return evidence(document).name.in_language(language) if known else document


def channel_name(channel: str | None, language: str, button: str = "") -> str:
    """Return what the place to answer is called, with the button as the notice names it."""
    place = _data()[language]["places"].get(channel or "", "")
    if button and place:
        return place.format(button=button)
    names = _data()[language]["channels"]
    return names.get(channel or "none", names["none"])


def clock_name(kind: str, language: str) -> str:
    """Return what another clock is about."""
    names = _data()[language]["clocks"]
    return names.get(kind, names["other"])


def choices(group: str, language: str) -> tuple[tuple[str, str], ...]:
    """Return all (key, name) of ``status``, ``channels`` or ``clocks``, in written order."""
    return tuple(_data()[language][group].items())
