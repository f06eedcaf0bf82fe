"""Full disk, read-only file, held lock, broken file: each has its name, and nothing is lost."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from kaizen.case import Case
from store import (
    CaseStore,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreProblem,
    StoreReadOnly,
)
from store.database import _PRAGMAS, open_engine
from store.migrate import migrate
from store.problems import named
from tests.builders import a_case


def impatient(engine: Engine) -> Engine:
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA busy_timeout=50"))
    return engine


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_engine(database_url)
    migrate(opened)
    opened.dispose()
    yield opened
    opened.dispose()


def integrity(engine: Engine) -> str:
    with closing(sqlite3.connect(str(engine.url.database))) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def limit_pages(engine: Engine, pages: int) -> None:
    engine.dispose()
    event.listen(engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count={pages}"))


def test_a_full_disk_keeps_what_is_stored_and_works_again_with_space(engine: Engine) -> None:
    store = CaseStore(engine)
    created = store.create(a_case())
    limit_pages(engine, 14)
    big = replace(created, note="長" * 200_000)
    with pytest.raises(StoreFull):
        store.save(big)
    assert store.get(created.id) == created
    assert integrity(engine) == "ok"
    limit_pages(engine, 10_000)
    saved = store.save(big)
    assert isinstance(saved, Case)
    assert store.get(created.id) == saved


def test_a_lock_that_is_held_too_long_is_named_busy(engine: Engine) -> None:
    store = CaseStore(impatient(engine))
    created = store.create(a_case())
    with closing(sqlite3.connect(str(engine.url.database), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            store.save(created)
        assert store.get(created.id) == created
        other.execute("ROLLBACK")
    assert isinstance(store.save(created), Case)


def test_a_file_that_is_no_database_is_named_damaged(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite3").write_bytes(b"not a database, but long enough to look at" * 100)
    with pytest.raises(StoreDamaged):
        CaseStore.open(f"sqlite:///{tmp_path / 'x.sqlite3'}")


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnly):
        CaseStore.open(f"sqlite:///{tmp_path / 'missing' / 'x.sqlite3'}")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_a_file_that_cannot_be_written_can_be_read(engine: Engine) -> None:
    store = CaseStore(engine)
    created = store.create(a_case())
    engine.dispose()
    path = Path(str(engine.url.database))
    path.chmod(0o400)
    assert store.get(created.id) == created
    with pytest.raises(StoreReadOnly):
        store.save(created)


def test_a_database_set_to_read_only_is_named(engine: Engine) -> None:
    store = CaseStore(engine)
    created = store.create(a_case())
    engine.dispose()
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA query_only=ON"))
    assert store.get(created.id) == created
    with pytest.raises(StoreReadOnly):
        store.save(created)


class PostgresError(Exception):
    def __init__(self, sqlstate: str) -> None:
        super().__init__("from PostgreSQL")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("53100", StoreFull),
        ("25006", StoreReadOnly),
        ("40P01", StoreBusy),
        ("55P03", StoreBusy),
        ("42601", StoreProblem),
    ],
)
def test_postgresql_states_have_the_same_names(state: str, kind: type[StoreProblem]) -> None:
    assert type(named(PostgresError(state))) is kind


def test_a_problem_repeats_nothing_that_the_seller_wrote(engine: Engine) -> None:
    store = CaseStore(engine)
    created = store.create(a_case())
    limit_pages(engine, 14)
    with pytest.raises(StoreFull) as caught:
        store.save(replace(created, title="秘密の題", note="秘密" * 100_000))
    assert "秘密" not in str(caught.value)


def test_each_connection_is_set_up_to_lose_nothing(engine: Engine) -> None:
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        values = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
        cursor.close()
    assert values == {
        "journal_mode": "truncate",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 20_000,
    }


def test_patience_comes_before_the_first_question_to_the_file() -> None:
    assert _PRAGMAS[0] == "PRAGMA busy_timeout=20000"
