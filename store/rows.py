"""Case ↔ one row of the table."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from kaizen.archive import ArchiveProblem, read_archive, write_archive
from kaizen.case import Case
from store.problems import StoreDamaged

# Every page and save of a step reads the same case; a few people write in a few cases.
_KEPT = 64


def values_of(case: Case) -> dict[str, Any]:
    """Return the columns of ``case``."""
    return {
        "id": case.id,
        "revision": case.revision,
        "title": _storable(case.title),
        "status": case.status.value,
        "created_at": case.created_at,
        "changed_at": case.changed_at,
        "archive": write_archive(case),
    }


def case_of(row: Row[Any]) -> Case:
    """Return the case in ``row``; archives of every released version can be read.

    The archive comes as its text: the same text is the same case, whoever asks.
    """
    return replace(
        _read(row.archive),
        id=row.id,
        revision=row.revision,
        created_at=stored_time(row.created_at),
        changed_at=stored_time(row.changed_at),
    )


@lru_cache(maxsize=_KEPT)
def _read(archive: str) -> Case:
    try:
        loaded = read_archive(json.loads(archive))
    except ValueError as problem:
        raise StoreDamaged(str(problem)) from problem
    if isinstance(loaded, ArchiveProblem):
        raise StoreDamaged(str(loaded))
    return loaded.case


def stored_time(moment: datetime) -> datetime:
    """Return a stored moment with its time zone, which SQLite does not keep (it is UTC)."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _storable(title: str) -> str:
    """Return the title without what no database keeps; the archive holds it unchanged."""
    return title.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
