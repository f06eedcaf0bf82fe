"""The store of cases: create, read, save, copy, delete and restore."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import (
    ColumnElement,
    Engine,
    Select,
    Text,
    bindparam,
    cast,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from kaizen.case import Case, Status
from store.backup import copy_database
from store.database import open_engine, reading, writing
from store.migrate import migrate
from store.outcomes import Conflict, Gone, Summary
from store.rows import case_of, stored_time, values_of
from store.tables import CASES, IDEMPOTENCY


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    """Return an id nobody can guess, which no command takes for an option: never "-" in front."""
    while True:
        made = secrets.token_urlsafe(12)
        if made[0].isalnum():
            return made


class CaseStore:
    """All cases of one database. Every method is one transaction; all may raise StoreProblem."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime] = _now) -> None:
        self._engine = engine
        self._clock = clock

    @classmethod
    def open(cls, url: str) -> Self:
        """Return the store of the database at ``url``, created or brought up to date first."""
        engine = open_engine(url)
        migrate(engine)
        return cls(engine)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def create(self, case: Case, *, key: str | None = None) -> Case:
        """Store a new case and return it with its id; the same ``key`` returns the same case."""
        try:
            return self._create(case, key)
        except IntegrityError:
            # Another process used the key between our look and our insert (not on SQLite).
            return self._create(case, key)

    def get(self, case_id: str) -> Case | None:
        """Return the case, or nothing where it does not exist or was deleted."""
        with reading(self._engine) as connection:
            row = connection.execute(_ONE, {"wanted": case_id}).first()
        return case_of(row) if row else None

    def cases(self) -> list[Case]:
        """Return all cases, the one changed last first."""
        query = _WHOLE.where(CASES.c.deleted_at.is_(None)).order_by(*_LATEST_FIRST)
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return [case_of(row) for row in rows]

    def summaries(self, *, deleted: bool = False) -> list[Summary]:
        """Return a line for each case (or for each deleted case), the one changed last first."""
        wanted = CASES.c.deleted_at.is_not(None) if deleted else CASES.c.deleted_at.is_(None)
        query = select(*_LINE).where(wanted).order_by(*_LATEST_FIRST)
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return [
            Summary(
                id=row.id,
                revision=row.revision,
                title=row.title,
                status=Status(row.status),
                created_at=stored_time(row.created_at),
                changed_at=stored_time(row.changed_at),
                deleted_at=row.deleted_at and stored_time(row.deleted_at),
            )
            for row in rows
        ]

    def save(self, case: Case) -> Case | Conflict | Gone:
        """Store ``case`` if nobody saved since its revision; return it with the next revision."""
        saved = replace(case, revision=case.revision + 1, changed_at=self._clock())
        values = values_of(saved)
        made_from = {"wanted": values.pop("id"), "made_from": case.revision}
        with writing(self._engine) as connection:
            if connection.execute(_SAVE, values | made_from).rowcount == 1:
                return saved
            row = connection.execute(_WHOLE.where(CASES.c.id == case.id)).first()
        if row is None or row.deleted_at is not None:
            return Gone(case.id, can_restore=row is not None)
        return Conflict(case_of(row))

    def rename(self, case_id: str, title: str) -> Case | None:
        """Give the case another title; nothing where it does not exist."""
        while (current := self.get(case_id)) is not None:
            match self.save(replace(current, title=title)):
                case Case() as saved:
                    return saved
                case Gone():
                    return None
        return None

    def duplicate(
        self, case_id: str, *, title: str | None = None, key: str | None = None
    ) -> Case | None:
        """Store a copy under a new id, with nothing handed in; nothing where the case is gone."""
        current = self.get(case_id)
        if current is None:
            return None
        copy = current.copied()
        return self.create(replace(copy, title=current.title if title is None else title), key=key)

    def delete(self, case_id: str) -> bool:
        """Hide the case until it is restored or purged; tell whether it was there."""
        return self._mark(case_id, self._clock())

    def restore(self, case_id: str) -> bool:
        """Bring a deleted case back; tell whether there was one."""
        return self._mark(case_id, None)

    def purge_deleted(self, *, before: datetime) -> int:
        """Erase what was deleted before a moment; return how many cases that were."""
        with writing(self._engine) as connection:
            old = select(CASES.c.id).where(CASES.c.deleted_at < before)
            connection.execute(delete(IDEMPOTENCY).where(IDEMPOTENCY.c.case_id.in_(old)))
            return connection.execute(delete(CASES).where(CASES.c.deleted_at < before)).rowcount

    def backup(self, path: Path) -> None:
        """Write a copy of the whole database to ``path``, also while others write."""
        copy_database(self._engine, path)

    def _create(self, case: Case, key: str | None) -> Case:
        now = self._clock()
        fresh = replace(case, id=_new_id(), revision=1, created_at=now, changed_at=now)
        with writing(self._engine) as connection:
            if key is not None:
                known = _WHOLE.join(IDEMPOTENCY).where(IDEMPOTENCY.c.key == key)
                row = connection.execute(known).first()
                if row is not None:
                    return case_of(row)
            connection.execute(insert(CASES).values(values_of(fresh)))
            if key is not None:
                used = {"key": key, "case_id": fresh.id, "created_at": now}
                connection.execute(insert(IDEMPOTENCY).values(used))
        return fresh

    def _mark(self, case_id: str, moment: datetime | None) -> bool:
        was_deleted = CASES.c.deleted_at.is_not(None)
        wanted = ~was_deleted if moment else was_deleted
        command = update(CASES).where(CASES.c.id == case_id, wanted).values(deleted_at=moment)
        with writing(self._engine) as connection:
            return connection.execute(command).rowcount == 1


_LINE: list[ColumnElement[Any]] = [column for column in CASES.c if column.name != "archive"]
_WHOLE: Select[Any] = select(*_LINE, cast(CASES.c.archive, Text).label("archive"))
_LATEST_FIRST = (CASES.c.changed_at.desc(), CASES.c.id)
# What every page and every save asks, built once: building costs more than SQLite's answer.
_THERE = (CASES.c.id == bindparam("wanted"), CASES.c.deleted_at.is_(None))
_ONE = _WHOLE.where(*_THERE)
_SAVE = update(CASES).where(*_THERE, CASES.c.revision == bindparam("made_from"))
