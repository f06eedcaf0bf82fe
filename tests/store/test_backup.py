"""A copy is whole, also when it is made while others write, and can be put in place."""

import shutil
import threading
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from kaizen.case import Case
from store import CaseStore, StoreProblem
from store.backup import copy_database
from tests.builders import a_case


def test_a_copy_can_be_put_in_place_of_the_original(store: CaseStore, tmp_path: Path) -> None:
    created = store.create(a_case())
    store.backup(tmp_path / "copy.sqlite3")
    store.save(replace(created, note="後から"))
    restored = tmp_path / "restored.sqlite3"
    shutil.copy(tmp_path / "copy.sqlite3", restored)
    again = CaseStore.open(f"sqlite:///{restored}")
    assert again.cases() == [created]
    assert isinstance(again.save(created), Case)
    again.close()


def test_copies_made_while_others_write_are_each_one_moment(
    store: CaseStore, tmp_path: Path
) -> None:
    """Two cases are always saved in turn, so in no moment do they differ by more than one."""
    pair = [store.create(a_case(), key=key) for key in ("left", "right")]
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            for place, case in enumerate(pair):
                saved = store.save(case)
                assert isinstance(saved, Case)
                pair[place] = saved

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            store.backup(tmp_path / f"{number}.sqlite3")
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        copy = CaseStore.open(f"sqlite:///{tmp_path / f'{number}.sqlite3'}")
        revisions = [case.revision for case in copy.cases()]
        assert len(revisions) == 2
        assert max(revisions) - min(revisions) <= 1
        copy.close()


def test_an_older_copy_is_replaced_and_no_part_stays(store: CaseStore, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "copy.sqlite3"
    target.parent.mkdir()
    for count in (1, 2):
        store.create(a_case())
        store.backup(target)
        copy = CaseStore.open(f"sqlite:///{target}")
        assert len(copy.cases()) == count
        copy.close()
    assert [path.name for path in target.parent.iterdir()] == ["copy.sqlite3"]


def test_a_copy_into_nowhere_is_refused_by_name(store: CaseStore, tmp_path: Path) -> None:
    with pytest.raises(StoreProblem):
        store.backup(tmp_path / "missing" / "copy.sqlite3")


def test_another_database_names_its_own_tool(tmp_path: Path) -> None:
    elsewhere = SimpleNamespace(dialect=SimpleNamespace(name="postgresql"))
    with pytest.raises(StoreProblem, match="pg_dump"):
        copy_database(elsewhere, tmp_path / "copy.sqlite3")  # type: ignore[arg-type]
