"""Case ↔ plain data that JSON can hold; reads the flat seven-field form too.

The archive: ``{"format": "kaizen-case", "version": 1, …}``. The flat form: the seven
fields as texts, and optionally ``today``, ``attachments``, ``store``, ``notice_date``.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from kaizen.case import Case, Details, Exhibit, Language
from kaizen.dates import day_of
from kaizen.item_prose import item_prose
from kaizen.limits import PLAN_CHARACTERS, PLAN_LINES
from kaizen.plain import PlainError, from_plain, to_plain
from kaizen.plan import Item, Person, Plan, Violation
from kaizen.text import fold
from kaizen.violations import violation_type

FORMAT = "kaizen-case"
VERSION = 1
# Values that belong to one store and not to the case.
_LOCAL = ("id", "revision", "created_at", "changed_at")
_HALF = re.compile("[\ud800-\udfff]")
# One entry for each older version: changes its data into the next version's.
_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A case read from outside, with the day on which it says it is reviewed."""

    case: Case
    today: date | None


@dataclass(frozen=True, slots=True)
class ArchiveProblem:
    """Why data are no case: where, what is wrong, and what to do (English, for one line)."""

    place: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}. {self.remedy}"


def write_archive(case: Case) -> dict[str, Any]:
    """Return ``case`` as the archive's plain data."""
    data = {k: v for k, v in to_plain(case).items() if k not in _LOCAL}
    return {"format": FORMAT, "version": VERSION, **data}


def read_json(text: str) -> Loaded | ArchiveProblem:
    """Return the case in a JSON text, or what is wrong with it."""
    try:
        data = _with_whole_characters(json.loads(text))
    except ValueError as problem:
        line = getattr(problem, "lineno", 1)
        return ArchiveProblem(f"line {line}", "this is not JSON", "Choose a file saved as a case.")
    except RecursionError:
        return ArchiveProblem("line 1", "nested too deeply", "Choose a file saved as a case.")
    loaded = read_archive(data)
    # Only here: what was stored once must come back, whatever its size.
    return _limited(loaded) if isinstance(loaded, Loaded) else loaded


def _with_whole_characters(data: Any) -> Any:
    """Replace halves of characters, which JSON can name but no page and no file can hold."""
    if isinstance(data, str):
        return data if data.isascii() else _HALF.sub("\ufffd", data)
    if isinstance(data, list):
        return [_with_whole_characters(entry) for entry in data]
    if isinstance(data, dict):
        return {_with_whole_characters(k): _with_whole_characters(v) for k, v in data.items()}
    return data


def read_archive(data: object) -> Loaded | ArchiveProblem:
    """Return the case in plain data (archive or flat), or what is wrong with them."""
    if not isinstance(data, dict):
        return ArchiveProblem("top level", "not an object", "Give one case in braces.")
    if "format" not in data:
        return _read_flat(data)
    if data["format"] != FORMAT:
        return ArchiveProblem("format", "not a case of this program", f"Expected {FORMAT}.")
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        return ArchiveProblem("version", "not a whole number", f"Expected {VERSION}.")
    if version > VERSION:
        return ArchiveProblem("version", f"{version} is newer than this program", "Update it.")
    for step in range(version, VERSION):
        data = _UPGRADES[step](data)
    known = {f.name for f in fields(Case)} - set(_LOCAL)
    try:
        case = from_plain(Case, {key: data[key] for key in known if key in data})
    except PlainError as problem:
        return ArchiveProblem(problem.place, str(problem), "Save the case again and retry.")
    return Loaded(_of_known_type(case), None)


def _of_known_type(case: Case) -> Case:
    """Leave out a type of violation that this version does not know: the seller chooses again."""
    key = case.details.violation_type
    if not key or violation_type(key).key == key:
        return case
    return case.with_details(replace(case.details, violation_type=""))


def _read_flat(data: dict[str, Any]) -> Loaded | ArchiveProblem:
    for item in Item:
        if not isinstance(data.get(item.value, ""), str | None):
            return ArchiveProblem(item.value, "should be text or null", "Put it in quotes.")
    texts = {item: data.get(item.value) or "" for item in Item}
    if not any(item.value in data for item in Item):
        wanted = ", ".join(item.value for item in Item)
        return ArchiveProblem("top level", "none of the seven items", f"Expected: {wanted}.")
    attachments = data.get("attachments")
    if attachments is not None and not _is_texts(attachments):
        return ArchiveProblem("attachments", "should be a list of file names", "Put it in [ ].")
    for key in ("today", "notice_date", "store"):
        if not isinstance(data.get(key), str | None):
            return ArchiveProblem(key, "should be text", "Put it in quotes.")
    today = _day(data, "today")
    notice_date = _day(data, "notice_date")
    for key, day in (("today", today), ("notice_date", notice_date)):
        if data.get(key) and day is None:
            return ArchiveProblem(key, "not a date", "Write it as 2026-11-30.")
    case = Case(
        language=language_of("".join(texts.values())),
        details=Details(store=data.get("store") or "", notice_date=notice_date),
        plan=_flat_plan(texts),
        exhibits=None if attachments is None else tuple(Exhibit(name=n) for n in attachments),
    )
    return Loaded(case, today)


def _is_texts(data: object) -> bool:
    return isinstance(data, list) and all(isinstance(entry, str) for entry in data)


def _day(data: dict[str, Any], key: str) -> date | None:
    return day_of(data.get(key) or "")


def _flat_plan(texts: dict[Item, str]) -> Plan:
    return Plan(
        violation=Violation(text=texts[Item.VIOLATION]),
        cause_text=texts[Item.CAUSE],
        fix_text=texts[Item.FIX],
        effect_text=texts[Item.EFFECT],
        implementation_date=texts[Item.IMPLEMENTATION_DATE],
        effect_month=texts[Item.EFFECT_MONTH],
        person=read_person(texts[Item.RESPONSIBLE_PERSON]),
    )


def read_person(written: str) -> Person:
    """Return name and role where they print exactly as ``written``; else all of it as the name."""
    bracketed = re.fullmatch(r"([^()]{1,100})\(([^()]{1,100})\)", written)
    if bracketed:
        return Person(*bracketed.groups())
    name, comma, role = written.partition(", ")
    if comma and role and name.isascii() and "," not in role:
        return Person(name, role)
    return Person(written)


def language_of(text: str) -> Language:
    """Return Japanese where kana or kanji are found, else English."""
    return (
        Language.JA if re.search("[\u3041-\u30fa\u4e00-\u9fff]", fold(text).text) else Language.EN
    )


def _limited(loaded: Loaded) -> Loaded | ArchiveProblem:
    language = str(loaded.case.language)
    texts = [item_prose(loaded.case.plan, item, language).text for item in Item]
    size, lines = sum(map(len, texts)), sum(text.count("\n") for text in texts)
    if lines > PLAN_LINES:
        remedy = f"Shorten it to {PLAN_LINES:,} lines."
        return ArchiveProblem("plan", f"{lines:,} lines are too many", remedy)
    if size > PLAN_CHARACTERS:
        remedy = f"Shorten it to {PLAN_CHARACTERS:,} characters."
        return ArchiveProblem("plan", f"{size:,} characters are too many", remedy)
    return loaded
