"""A copy of the database that is whole, whoever writes meanwhile."""

import os
from pathlib import Path

from sqlalchemy import Engine

from store.problems import StoreProblem, StoreReadOnly, named_problems


def copy_database(engine: Engine, path: Path) -> None:
    """Write a compact copy to ``path``; an older copy there is replaced only by a whole one."""
    if engine.dialect.name != "sqlite":
        raise StoreProblem("This database is copied with its own tool: pg_dump.")
    part = path.with_name(f"{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        with named_problems():
            connection = engine.raw_connection()
            try:
                connection.driver_connection.execute("VACUUM INTO ?", (str(part),))  # type: ignore[union-attr]
            finally:
                connection.close()
        os.replace(part, path)
    except OSError as problem:
        raise StoreReadOnly(f"{path}: {problem.strerror}") from problem
    finally:
        part.unlink(missing_ok=True)
