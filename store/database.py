"""Opens the database, so that an acknowledged save survives and no update is lost."""

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event, make_url

from store.problems import named_problems

BUSY_SECONDS = 20
# Why not the defaults: SQLite with synchronous=NORMAL can lose a saved draft in a power cut, and
# write-ahead logging spreads the data over three files, which a synchronised folder tears apart.
# Deleting the journal is the moment of a save, and SQLite waits for the disk after emptying it, not
# after deleting it: a power cut right after "saved" could bring the deleted journal back.
# The patience comes first: the others ask the file already.
_PRAGMAS = (
    f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}",
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
)

# Between processes SQLite gives the turn to write, by trying again after ever longer sleeps. Within
# one process a lock hands it on at once: twenty people who save together wait a tenth as long.
_TURN = threading.Lock()


def open_engine(url: str) -> Engine:
    """Return an engine for ``url``; nothing is connected yet."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(address, pool_pre_ping=True, json_serializer=json_text)
    _make_private(address.database)
    engine = create_engine(address, json_serializer=json_text)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def json_text(value: object) -> str:
    """Return ``value`` as JSON with Japanese as it is.

    Escaped it would be twice as long, and a save writes and waits for every page of it.
    """
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half a character, which only an escape can hold
        return json.dumps(value)
    return text


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a transaction that writes; it is stored when the block ends, or not at all."""
    with _turn(), named_problems(), engine.begin() as connection:
        yield connection


@contextmanager
def _turn() -> Iterator[None]:
    """Wait for this process's turn to write; never longer than SQLite itself would."""
    has_turn = _TURN.acquire(timeout=BUSY_SECONDS)
    try:
        yield
    finally:
        if has_turn:
            _TURN.release()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a transaction that only reads, so that it never waits for a writer's turn."""
    with named_problems(), engine.connect() as connection:
        yield connection.execution_options(only_reads=True)


@contextmanager
def changing_schema(engine: Engine) -> Iterator[Connection]:
    """Give a transaction that may rebuild tables; stored when the block ends, or not at all."""
    with named_problems(), engine.connect() as connection:
        # Foreign keys are off on this connection, so it must not go back to the pool.
        connection.detach()
        connection = connection.execution_options(changes_schema=True)
        with connection.begin():
            yield connection


def _make_private(path: str | None) -> None:
    """Let nobody else on the machine read a new database; SQLite itself would."""
    if path and not Path(path).exists():
        # A folder that cannot be written is said by the first transaction, with its own words.
        with suppress(OSError):
            Path(path).touch(mode=0o600)


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver would begin transactions by itself, too late and without the write lock.
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma).close()


def _begin(connection: Connection) -> None:
    # IMMEDIATE takes the write lock first: a transaction that reads and then writes cannot find
    # that somebody else wrote in between (with the default, updates are lost or refused).
    options = connection.get_execution_options()
    if options.get("changes_schema", False):
        # Rebuilding a table drops the old one, which would delete the rows that refer to it.
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    only_reads = options.get("only_reads", False)
    _at_once(connection, "BEGIN" if only_reads else "BEGIN IMMEDIATE")


def _at_once(connection: Connection, command: str) -> None:
    """Give a command to the driver itself: the way through SQLAlchemy costs more than SQLite."""
    driver = cast(sqlite3.Connection, connection.connection.dbapi_connection)
    driver.execute(command).close()
