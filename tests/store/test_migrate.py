"""Migrations go both ways, agree with the tables, and keep what is stored."""

import multiprocessing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from store import CaseStore, StoreTooNew
from store.database import changing_schema, open_engine, reading, writing
from store.migrate import HEAD, alembic_config, migrate, revision_of
from store.tables import METADATA
from tests.builders import a_case


def open_and_close(url: str) -> str:
    store = CaseStore.open(url)
    created = store.create(a_case())
    store.close()
    return created.id


def test_tables_and_migrations_agree(database_url: str) -> None:
    engine = open_engine(database_url)
    migrate(engine)
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_there_is_one_head_and_it_is_written_down(database_url: str) -> None:
    engine = open_engine(database_url)
    with reading(engine) as connection:
        scripts = ScriptDirectory.from_config(alembic_config(connection))
        assert scripts.get_heads() == [HEAD]
    engine.dispose()


def test_every_migration_goes_down_and_up_again(database_url: str) -> None:
    engine = open_engine(database_url)
    migrate(engine)
    with changing_schema(engine) as connection:
        command.downgrade(alembic_config(connection), "base")
    with reading(engine) as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    migrate(engine)
    with reading(engine) as connection:
        assert revision_of(connection) == HEAD
    engine.dispose()


def test_a_failed_migration_leaves_nothing_behind(database_url: str) -> None:
    engine = open_engine(database_url)

    def upgrade_and_fail() -> None:
        with changing_schema(engine) as connection:
            command.upgrade(alembic_config(connection), HEAD)
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        upgrade_and_fail()
    with reading(engine) as connection:
        assert inspect(connection).get_table_names() == []
    engine.dispose()


def test_rebuilding_a_table_keeps_the_rows_that_refer_to_it(database_url: str) -> None:
    store = CaseStore.open(database_url)
    created = store.create(a_case(), key="form")
    store.close()
    engine = open_engine(database_url)
    with changing_schema(engine) as connection:
        connection.execute(text("CREATE TABLE other AS SELECT * FROM cases"))
        connection.execute(text("DROP TABLE cases"))
        connection.execute(text("ALTER TABLE other RENAME TO cases"))
    with reading(engine) as connection:
        kept = connection.execute(text("SELECT case_id FROM idempotency")).scalars().all()
    assert kept == [created.id]
    with reading(engine) as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    engine.dispose()


def test_a_database_of_a_newer_program_is_left_alone(database_url: str) -> None:
    CaseStore.open(database_url).close()
    engine = open_engine(database_url)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreTooNew, match="9999"):
        CaseStore.open(database_url)
    with reading(engine) as connection:
        assert revision_of(connection) == "9999"
    engine.dispose()


def test_four_programs_that_start_together_make_one_database(database_url: str) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        ids = pool.map(open_and_close, [database_url] * 4, chunksize=1)
    store = CaseStore.open(database_url)
    assert {case.id for case in store.cases()} == set(ids)
    store.close()


def test_a_new_database_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "private.sqlite3"
    CaseStore.open(f"sqlite:///{path}").close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_tables_can_be_made_on_postgresql_too() -> None:
    dialect = postgresql.dialect()
    made = "\n".join(
        str(CreateTable(table).compile(dialect=dialect)) for table in METADATA.sorted_tables
    )
    assert "archive JSON NOT NULL" in made
    assert made.count("TIMESTAMP WITH TIME ZONE") == 4
    assert "REFERENCES cases (id) ON DELETE CASCADE" in made
