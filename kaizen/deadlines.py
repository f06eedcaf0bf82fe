"""Deadlines in calendar days, Japanese time, and the same as a calendar file (RFC 5545)."""

from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

# Japan has no summer time, and Windows has no table of zones.
JAPAN = timezone(timedelta(hours=9), "JST")
_LONGEST_LINE = 75
_REMINDERS = (3, 1)


class Urgency(StrEnum):
    """How close a deadline is."""

    OVERDUE = "overdue"
    TODAY = "today"
    URGENT = "urgent"
    SOON = "soon"
    CALM = "calm"


def japanese_day(moment: datetime) -> date:
    """Return the day it is in Japan at an aware moment."""
    return moment.astimezone(JAPAN).date()


def days_left(deadline: date, today: date) -> int:
    """Return calendar days from ``today`` to the deadline; negative once it has passed."""
    return (deadline - today).days


def urgency(deadline: date, today: date) -> Urgency:
    """Return how close the deadline is: three days are urgent, a week is soon."""
    left = days_left(deadline, today)
    if left < 0:
        return Urgency.OVERDUE
    if left == 0:
        return Urgency.TODAY
    if left <= 3:
        return Urgency.URGENT
    return Urgency.SOON if left <= 7 else Urgency.CALM


def calendar(
    deadline: date, *, case_id: str, summary: str, description: str, stamp: datetime
) -> str:
    """Return an ``.ics`` text with the deadline as a whole day and two reminders.

    ``case_id`` lets the entry replace an earlier one of the same case; ``stamp`` is an aware
    moment.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kaizen Plan//Deadline//JA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{_escaped(case_id)}-deadline@kaizen-plan.invalid",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{deadline:%Y%m%d}",
        f"DTEND;VALUE=DATE:{deadline + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(summary)}",
        f"DESCRIPTION:{_escaped(description)}",
        "TRANSP:TRANSPARENT",
        *(line for days in _REMINDERS for line in _alarm(days, summary)),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(_folded(line) + "\r\n" for line in lines)


def _alarm(days: int, summary: str) -> list[str]:
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(summary)}",
        f"TRIGGER:-P{days}D",
        "END:VALARM",
    ]


def _escaped(text: str) -> str:
    plain = "".join(character for character in text if character >= " " or character == "\n")
    for mark in ("\\", ";", ","):
        plain = plain.replace(mark, "\\" + mark)
    return plain.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return the line broken at 75 octets, never inside a character."""
    parts: list[str] = []
    part, size, limit = "", 0, _LONGEST_LINE
    for character in line:
        octets = len(character.encode())
        if size + octets > limit:
            parts.append(part)
            part, size, limit = "", 0, _LONGEST_LINE - 1
        part += character
        size += octets
    return "\r\n ".join([*parts, part])
