"""The text of a mail file: the headers that matter and the readable body."""

import re
from email import message_from_bytes
from email.header import Header, decode_header
from email.message import Message
from typing import cast

from intake.encoding import decode_as
from intake.html_text import html_text
from intake.problem import IntakeProblem

HEADERS = ("From", "Date", "Subject", "To")
_LEAST = 40
"""A plain part shorter than this only says "see the HTML version"."""
# The library reads long headers in quadratic time: minutes for what fits into a small file.
_LONGEST_HEADER = 2_000
_KINDS = re.compile(
    rb"(?mi)^content-(?:type|disposition)[ \t]{0,9}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*"
)


def mail_text(data: bytes) -> str | IntakeProblem:
    """Return From, Date, Subject and To as lines, an empty line, then the body."""
    if any(len(match.group()) > _LONGEST_HEADER for match in _KINDS.finditer(data)):
        return IntakeProblem("broken_mail")
    try:
        return _read(message_from_bytes(data))
    except RecursionError:  # parts within parts, a thousand deep
        return IntakeProblem("broken_mail")


def _read(message: Message) -> str:
    head = [f"{name}: {value}" for name in HEADERS if (value := _header(message, name))]
    bodies = [body.strip() for body in _bodies(message) if body.strip()]
    return "\n".join(head) + "\n\n" + "\n\n".join(bodies) if bodies or head else ""


def _header(message: Message, name: str) -> str:
    raw = _short_header(message, name)
    if raw is None:
        return ""
    try:
        pieces = decode_header(raw)
    except (ValueError, LookupError):
        return " ".join(str(raw).split())
    text = "".join(
        piece if isinstance(piece, str) else decode_as(piece, charset) for piece, charset in pieces
    )
    return " ".join(text.split())


def _short_header(message: Message, name: str) -> Header | str | None:
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            short = str(value)[:_LONGEST_HEADER]
            return cast(Header | str, message.policy.header_fetch_parse(name, short))
    return None


def _bodies(message: Message) -> list[str]:
    """Return the body of the mail and of mails attached to it."""
    plain: list[str] = []
    rich: list[str] = []
    for part in message.walk():
        kind = part.get_content_type()
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        text = _part_text(part)
        if kind == "text/plain":
            plain.append(text)
        elif kind == "text/html":
            rich.append(html_text(text))
    readable = "\n\n".join(plain).strip()
    if rich and len(readable) < max(_LEAST, len("".join(rich)) // 8):
        return rich
    return [readable] if readable else rich


def _part_text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    return decode_as(payload, part.get_content_charset())
