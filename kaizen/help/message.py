"""Messages to Amazon, composed from what the seller fills in and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

from kaizen.help.text import load, wording, wordings
from kaizen.violations.violation_type import Wording


@dataclass(frozen=True, slots=True)
class Message:
    """One kind of message: where it goes, what it asks of the seller, and its paragraphs."""

    key: str
    title: Wording
    place: Wording
    fields: tuple[str, ...]
    paragraphs: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """A message ready to copy, and the keys of what the seller left open."""

    text: str
    missing: tuple[str, ...]


def compose_message(message: Message, values: Mapping[str, str], language: str) -> Composed:
    """Return ``message`` with the seller's ``values``; a line whose value is open is left out."""
    filled = {key: text.strip() for key, text in values.items() if text.strip()}
    paragraphs = (_paragraph(part.in_language(language), filled) for part in message.paragraphs)
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    missing = tuple(key for key in message.fields if key not in filled)
    return Composed(f"{text}\n", missing)


def find_message(key: str) -> Message:
    """Return the message of this key."""
    return _messages()[key]


def message_keys() -> tuple[str, ...]:
    """Return the keys of all messages."""
    return tuple(_messages())


def places_in(text: str) -> tuple[str, ...]:
    """Return the names of the values that stand in a line or paragraph."""
    return tuple(name for _, name, _, _ in Formatter().parse(text) if name)


def _paragraph(text: str, filled: Mapping[str, str]) -> str:
    wanted = places_in(text)
    if wanted and not any(name in filled for name in wanted):
        return ""
    lines = (line for line in text.split("\n") if all(name in filled for name in places_in(line)))
    return "\n".join(line.format_map(filled) for line in lines)


@cache
def _messages() -> Mapping[str, Message]:
    return {key: _message(key, entry) for key, entry in load("messages").items()}


def _message(key: str, entry: Mapping[str, Any]) -> Message:
    return Message(
        key=key,
        title=wording(entry["title"]),
        place=wording(entry["place"]),
        fields=tuple(entry["fields"]),
        paragraphs=wordings(entry["paragraphs"]),
    )
