"""Brings a database to the schema of this program; safe when several programs start at once."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from store.database import changing_schema, reading
from store.problems import StoreTooNew

if TYPE_CHECKING:
    from alembic.config import Config

# The newest file in migrations/versions. Written here so that a start need not load Alembic, and
# so that two changes that both add a migration meet in one line.
HEAD = "0001"
_FOLDER = Path(__file__).with_name("migrations")
# Any number that is ours: PostgreSQL lets one holder of it through at a time.
_ADVISORY_LOCK = 0x6B61697A


def migrate(engine: Engine) -> None:
    """Create the tables, or change them to the newest form; returns at once where they are."""
    with reading(engine) as connection:
        if revision_of(connection) == HEAD:
            return
    # The lock is the database's own: on SQLite the transaction holds the write lock from its
    # first line, so of several programs that start together one migrates and the others wait.
    with changing_schema(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
        _upgrade(connection)


def revision_of(connection: Connection) -> str | None:
    """Return the version of the schema, or nothing in a new database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def alembic_config(connection: Connection) -> "Config":
    """Return what Alembic's commands need to work inside the transaction of ``connection``."""
    # Alembic takes a while to load and is needed on the first start only.
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.script import ScriptDirectory

    config, present = alembic_config(connection), revision_of(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if present is not None and present not in known:
        raise StoreTooNew(f"version {present} is newer than {HEAD}, which this program knows")
    command.upgrade(config, HEAD)
