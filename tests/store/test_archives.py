"""What any released version wrote can still be read; a new version adds its file here."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from kaizen.archive import VERSION, write_archive
from kaizen.limits import PLAN_CHARACTERS
from store import CaseStore, StoreDamaged
from store.database import open_engine, writing
from store.tables import CASES
from tests.builders import a_case

ARCHIVES = sorted(Path(__file__).with_name("archives").glob("v*.json"))


def put(url: str, case_id: str, archive: Any) -> None:
    engine = open_engine(url)
    with writing(engine) as connection:
        connection.execute(update(CASES).where(CASES.c.id == case_id).values(archive=archive))
    engine.dispose()


def put_text(url: str, case_id: str, text: str) -> None:
    with sqlite3.connect(url.removeprefix("sqlite:///")) as opened:
        opened.execute("UPDATE cases SET archive = ? WHERE id = ?", (text, case_id))
    opened.close()


def holds(new: Any, old: Any) -> bool:
    """Tell whether everything in ``old`` is in ``new``; newer versions may say more."""
    if isinstance(old, dict):
        return all(key in new and holds(new[key], value) for key, value in old.items())
    if isinstance(old, list):
        return len(new) == len(old) and all(map(holds, new, old))
    return new == old


def test_every_version_up_to_this_one_has_its_file() -> None:
    assert [file.stem for file in ARCHIVES] == [f"v{n}" for n in range(1, VERSION + 1)]


@pytest.mark.parametrize("file", ARCHIVES, ids=lambda file: file.stem)
def test_a_released_archive_is_read_without_loss(
    store: CaseStore, database_url: str, file: Path
) -> None:
    case, archive = store.create(a_case()), json.loads(file.read_text("utf-8"))
    put(database_url, case.id, archive)
    found = store.get(case.id)
    assert found is not None
    archive.pop("version")
    assert holds(write_archive(found), archive)


def test_an_archive_that_cannot_be_read_is_named_damaged(
    store: CaseStore, database_url: str
) -> None:
    case = store.create(a_case())
    put(database_url, case.id, {"format": "kaizen-case", "version": 99})
    with pytest.raises(StoreDamaged, match="99"):
        store.get(case.id)


@pytest.mark.parametrize("text", ["{", "[1", "\x00", '"a"'])
def test_a_text_that_is_no_archive_is_named_damaged(
    store: CaseStore, database_url: str, text: str
) -> None:
    case = store.create(a_case())
    put_text(database_url, case.id, text)
    with pytest.raises(StoreDamaged):
        store.get(case.id)


def test_japanese_is_stored_as_it_is_and_an_escaped_archive_is_still_read(
    store: CaseStore, database_url: str
) -> None:
    case = store.create(a_case(cause="原因は確認不足です。"))
    with sqlite3.connect(database_url.removeprefix("sqlite:///")) as opened:
        (text,) = opened.execute("SELECT archive FROM cases").fetchone()
    opened.close()
    assert "原因は確認不足です。" in text
    put_text(database_url, case.id, json.dumps(json.loads(text)))
    assert store.get(case.id) == case


@pytest.mark.parametrize("odd", ["前\ud83d後", "a\x00b", "\u2028", "😀", "\"\\'", "\ufeff"])
def test_odd_characters_come_back_as_they_were(store: CaseStore, odd: str) -> None:
    case = store.create(a_case(cause=odd))
    assert store.get(case.id) == case


def test_a_case_beyond_the_limits_of_files_still_comes_back(store: CaseStore) -> None:
    """Pages and files say no to a plan that is too long; the store never hides what it holds."""
    case = store.create(a_case(cause="長" * (PLAN_CHARACTERS - 100), fix="い" * 200))
    case = replace(case, plan=case.plan.replace(fix_text="い" * PLAN_CHARACTERS))
    saved = store.save(case)
    assert store.get(case.id) == saved
