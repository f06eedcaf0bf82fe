"""Why the store cannot do its work, as exceptions with names that a page can answer."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout


class StoreProblem(Exception):  # noqa: N818 - named like its kinds
    """The database did not do what was asked; nothing was changed."""


class StoreFull(StoreProblem):
    """No space is left; what is stored can still be read."""


class StoreReadOnly(StoreProblem):
    """The file or its folder cannot be written."""


class StoreBusy(StoreProblem):
    """Another process held the database for too long; trying again helps."""


class StoreDamaged(StoreProblem):
    """The file is not a database, or is damaged; a backup helps."""


class StoreTooNew(StoreProblem):
    """The database was written by a newer version of the program."""


# Primary result codes of SQLite (the low byte), and the states of PostgreSQL.
_SQLITE: dict[int, type[StoreProblem]] = {
    sqlite3.SQLITE_BUSY: StoreBusy,
    sqlite3.SQLITE_LOCKED: StoreBusy,
    sqlite3.SQLITE_FULL: StoreFull,
    sqlite3.SQLITE_READONLY: StoreReadOnly,
    sqlite3.SQLITE_PERM: StoreReadOnly,
    sqlite3.SQLITE_CANTOPEN: StoreReadOnly,
    sqlite3.SQLITE_CORRUPT: StoreDamaged,
    sqlite3.SQLITE_NOTADB: StoreDamaged,
}
_POSTGRESQL: dict[str, type[StoreProblem]] = {
    "53100": StoreFull,
    "25006": StoreReadOnly,
    "40P01": StoreBusy,
    "55P03": StoreBusy,
}


@contextmanager
def named_problems() -> Iterator[None]:
    """Raise the database's own errors as a StoreProblem that says what happened."""
    try:
        yield
    except DBAPIError as error:
        raise named(error.orig) from error
    except sqlite3.Error as error:
        raise named(error) from error
    except PoolTimeout as error:
        raise StoreBusy("all connections are in use") from error


def named(error: BaseException | None) -> StoreProblem:
    """Return the problem that a driver's ``error`` stands for."""
    code = getattr(error, "sqlite_errorcode", None)
    state = getattr(error, "sqlstate", None)
    if code is not None:
        kind = _SQLITE.get(code & 0xFF, StoreProblem)
    else:
        kind = _POSTGRESQL.get(state or "", StoreProblem)
    # The driver's words name no values: parameters stay out of logs and pages.
    return kind(str(error))
