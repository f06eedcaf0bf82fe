"""Cases are kept, changed once, copied, deleted and brought back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaizen.case import Case, NoticeRecord, Status, Waiver
from store import CaseStore, Conflict, Gone
from store.database import open_engine
from store.migrate import migrate
from tests.builders import a_case, a_structured_plan


def test_a_new_case_gets_an_id_and_comes_back_unchanged(store: CaseStore) -> None:
    created = store.create(a_case(plan=a_structured_plan()))
    assert created.id
    assert created.revision == 1
    assert created.created_at == created.changed_at
    assert store.get(created.id) == created


def test_everything_a_case_holds_comes_back(store: CaseStore) -> None:
    case = a_case(cause="𠮷野家の①番、㈱髙島\t改行\n 。")
    case = replace(
        case,
        notice=NoticeRecord("通知", {"deadline": "2026-11-20"}, {"asin/B0": "当店の商品ではない"}),
        waivers=(Waiver("R21/fix/", "理由"),),
        note="メモ",
        finished=("violation",),
    )
    case = case.submitted("本文", on=date(2026, 11, 6)).answered(
        "追加でご提出ください", on=date(2026, 11, 9), status=Status.MORE_ASKED
    )
    created = store.create(case)
    assert store.get(created.id) == created
    assert replace(created, id="", revision=0, created_at=None, changed_at=None) == case


def test_ids_cannot_be_guessed_and_fit_an_address(store: CaseStore) -> None:
    ids = {store.create(Case()).id for _ in range(20)}
    assert len(ids) == 20
    assert all(
        len(known) == 16 and known.replace("-", "a").replace("_", "a").isalnum() for known in ids
    )


def test_the_same_key_creates_one_case(store: CaseStore) -> None:
    first = store.create(a_case(), key="form-1")
    again = store.create(a_case(cause="別の原因"), key="form-1")
    other = store.create(a_case(), key="form-2")
    assert again == first
    assert other.id != first.id
    assert len(store.summaries()) == 2


def test_a_save_counts_up_and_keeps_the_day_of_creation(store: CaseStore) -> None:
    created = store.create(a_case())
    saved = store.save(replace(created, title="新しい題"))
    assert isinstance(saved, Case)
    assert (saved.revision, saved.title) == (2, "新しい題")
    assert saved.created_at == created.created_at
    assert store.get(created.id) == saved


def test_the_second_of_two_tabs_is_told_and_overwrites_nothing(store: CaseStore) -> None:
    created = store.create(a_case())
    first = store.save(replace(created, note="一つ目のタブ"))
    second = store.save(replace(created, note="二つ目のタブ"))
    assert second == Conflict(first)
    assert store.get(created.id) == first


def test_a_deleted_case_is_gone_until_it_is_restored(store: CaseStore) -> None:
    created = store.create(a_case())
    assert store.delete(created.id)
    assert store.get(created.id) is None
    assert store.cases() == []
    assert [line.id for line in store.summaries(deleted=True)] == [created.id]
    assert store.save(created) == Gone(created.id, can_restore=True)
    assert store.restore(created.id)
    assert store.get(created.id) == created


def test_what_does_not_exist_is_said_and_changes_nothing(store: CaseStore) -> None:
    kept = store.create(a_case())
    assert store.get("nowhere") is None
    assert store.save(replace(a_case(), id="nowhere", revision=1)) == Gone(
        "nowhere", can_restore=False
    )
    assert store.rename("nowhere", "x") is None
    assert store.duplicate("nowhere") is None
    assert not store.delete("nowhere")
    assert not store.restore(kept.id)
    assert store.cases() == [kept]


def test_a_second_delete_says_that_there_was_nothing(store: CaseStore) -> None:
    created = store.create(a_case())
    assert [store.delete(created.id), store.delete(created.id)] == [True, False]


def test_a_case_is_renamed_also_when_the_page_is_old(store: CaseStore) -> None:
    created = store.create(a_case())
    store.save(replace(created, note="後から"))
    renamed = store.rename(created.id, "別の名前")
    assert renamed is not None
    assert (renamed.title, renamed.note) == ("別の名前", "後から")


def test_a_copy_has_its_own_life(store: CaseStore) -> None:
    created = store.create(a_case())
    copy = store.duplicate(created.id, title="写し", key="copy-1")
    assert copy is not None
    assert store.duplicate(created.id, title="写し", key="copy-1") == copy
    assert (copy.plan, copy.title, copy.revision) == (created.plan, "写し", 1)
    store.save(replace(copy, note="写しだけ"))
    assert store.get(created.id) == created


def test_purging_erases_only_what_was_deleted_before(database_url: str) -> None:
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    moments = iter(now + timedelta(days=day) for day in range(10))
    engine = open_engine(database_url)
    migrate(engine)
    store = CaseStore(engine, clock=lambda: next(moments))
    old, fresh, kept = (store.create(a_case(), key=f"k{n}") for n in range(3))  # days 0 to 2
    store.delete(old.id)  # day 3
    store.delete(fresh.id)  # day 4
    assert store.purge_deleted(before=now + timedelta(days=4)) == 1
    assert not store.restore(old.id)
    assert store.restore(fresh.id)
    assert store.get(kept.id) == kept
    store.close()


def test_the_list_is_in_order_of_the_last_change(store: CaseStore) -> None:
    first, second = store.create(a_case()), store.create(a_case())
    assert [line.id for line in store.summaries()] == [second.id, first.id]
    store.save(replace(first, status=Status.SUBMITTED, title="一番"))
    line = store.summaries()[0]
    assert (line.id, line.title, line.status, line.revision) == (
        first.id,
        "一番",
        Status.SUBMITTED,
        2,
    )
    assert [case.id for case in store.cases()] == [first.id, second.id]


def test_a_restart_finds_what_was_there(database_url: str) -> None:
    store = CaseStore.open(database_url)
    created = store.create(a_case())
    store.close()
    again = CaseStore.open(database_url)
    assert again.get(created.id) == created
    again.close()


@pytest.mark.parametrize("title", ["\ud800", "a\0b", "'; DROP TABLE cases; --", "題" * 5000])
def test_no_title_hurts_the_database(store: CaseStore, title: str) -> None:
    created = store.create(replace(a_case(), title=title))
    found = store.get(created.id)
    assert found is not None
    assert found.title == title
    assert len(store.summaries()) == 1


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(text=st.text(st.characters(codec=None)))
def test_any_text_comes_back_exactly(store: CaseStore, text: str) -> None:
    created = store.create(a_case(cause=text))
    found = store.get(created.id)
    assert found is not None
    assert found.plan.cause_text == text


def test_a_copy_is_not_handed_in_yet(store: CaseStore) -> None:
    sent = a_case().submitted("提出した文", on=date(2026, 11, 6))
    created = store.create(replace(sent, confirmed=("whole",)))
    copy = store.duplicate(created.id)
    assert copy is not None
    assert (copy.status, copy.rounds, copy.confirmed) == (Status.DRAFTING, (), ())
    assert copy.plan == created.plan


def test_an_id_never_begins_like_an_option_of_a_command(store, monkeypatch):
    made = iter(["-abc", "_abc", "abc-"])
    monkeypatch.setattr("store.cases.secrets.token_urlsafe", lambda _length: next(made))
    assert store.create(Case()).id == "abc-"
