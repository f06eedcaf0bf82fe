"""The way where no plan is asked: the reading confirmed, the note, the documents, the sending."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kaizen.case import Case, Exhibit, NoticeRecord, Route, Status

SHARED = Path(__file__).parents[1] / "notices" / "shared"
NOTE = (
    "2026年11月5日付の審査の通知への回答です。資料1は、ご指摘の注文249-5550301-0000310と"
    "249-5550302-0000320の送り状番号と、お届け済みの画面です。"
)
PAPER = Exhibit("資料1 配送状況.png", date(2026, 11, 6), "送り状番号とお届け済みの画面")


@pytest.fixture
def asked(store):
    (file,) = SHARED.glob("05-*.txt")
    return store.create(Case(notice=NoticeRecord(text=file.read_text("utf-8"))))


@pytest.fixture
def ready(store, asked):
    return store.save(replace(asked, note=NOTE, exhibits=(PAPER,), finished=("notice", "note")))


def hub(client, case):
    return client.get(f"/cases/{case.id}").text


def test_each_step_ends_and_leads_to_the_next(client, asked, store):
    assert client.send(f"/cases/{asked.id}/notice/accept").headers["Location"].endswith("/note")
    assert store.get(asked.id).plan == asked.plan
    assert "添え状を書く" in hub(client, asked)
    typed = {"note": NOTE, "finished": "yes"}
    there = client.send(f"/cases/{asked.id}/note", **typed).headers["Location"]
    assert there.endswith("/exhibits")
    assert "書類を一覧にする" in hub(client, asked)
    listed = {"exhibits-0-name": PAPER.name, "exhibits-0-shows": PAPER.shows}
    assert client.send(f"/cases/{asked.id}/exhibits", **listed).status_code == 303
    assert f'class="button" href="/cases/{asked.id}/note/send"' in hub(client, asked)


def test_a_note_that_is_not_finished_stays_in_progress(client, asked, store):
    client.send(f"/cases/{asked.id}/note", note=NOTE, finished="later")
    assert store.get(asked.id).finished == ()
    client.send(f"/cases/{asked.id}/note", note=NOTE, finished="yes")
    assert store.get(asked.id).finished == ("note",)
    client.send(f"/cases/{asked.id}/note", note="", finished="yes")
    assert "添え状を書く" in hub(client, store.get(asked.id)) or "通知を確かめる" in hub(
        client, asked
    )


def test_no_page_on_the_way_asks_for_the_seven_items(client, ready):
    for path in ("", "/note", "/note/send", "/exhibits", "/coverage"):
        assert "7項目" not in client.get(f"/cases/{ready.id}{path}").text, path
    for path in ("/review", "/submit"):
        there = client.get(f"/cases/{ready.id}{path}").headers["Location"]
        assert there.endswith("/note/send")


def test_the_page_of_sending_names_the_exhibit_that_shows_what_is_asked(client, ready):
    page = client.get(f"/cases/{ready.id}/note/send").text
    assert "資料1 配送状況.png" in page
    assert "status-weak" not in page
    assert "申し立てを送信" in page
    assert "アカウントを再開する" not in page


def test_what_is_open_stands_there_with_its_link(reader, asked):
    page = reader.get(f"/cases/{asked.id}/note/send").text
    assert "status-weak" in page
    assert f"/cases/{asked.id}/exhibits" in page
    assert 'name="is_true"' not in page


def test_the_day_of_sending_freezes_note_and_documents(reader, ready, store):
    typed = {"day": "2026/11/7", "is_true": "y"}
    assert reader.send(f"/cases/{ready.id}/note/send", **typed).status_code == 303
    sent = store.get(ready.id)
    assert sent.status is Status.SUBMITTED
    (last,) = sent.rounds
    assert (last.route, last.note, last.exhibits) == (Route.NOTE, NOTE, (PAPER,))
    assert NOTE in last.text
    page = reader.get(f"/cases/{ready.id}/note/send").text
    assert NOTE in page
    assert PAPER.name in page
    assert 'name="is_true"' not in page
    assert reader.send(f"/cases/{ready.id}/note/send", **typed).status_code == 303
    assert len(store.get(ready.id).rounds) == 1


@pytest.mark.parametrize(
    "typed",
    [{"day": "2026/11/7"}, {"day": "", "is_true": "y"}, {"day": "2027/1/1", "is_true": "y"}],
)
def test_without_the_day_and_the_word_nothing_is_kept(reader, ready, store, typed):
    assert reader.send(f"/cases/{ready.id}/note/send", **typed).status_code == 422
    assert store.get(ready.id).rounds == ()


def test_a_note_that_breaks_a_rule_is_not_recorded(client, ready, store):
    store.save(replace(ready, note="別名義で新しいアカウントを作ります。"))
    typed = {"day": "2026/11/7", "is_true": "y"}
    assert client.send(f"/cases/{ready.id}/note/send", **typed).status_code == 422
    assert store.get(ready.id).rounds == ()


def test_a_note_changed_in_another_window_is_not_recorded(client, ready, store):
    store.save(replace(ready, note=NOTE + "追記。"))
    typed = {"day": "2026/11/7", "is_true": "y", "revision": str(ready.revision)}
    assert client.send(f"/cases/{ready.id}/note/send", **typed).status_code == 409
    assert store.get(ready.id).rounds == ()


def test_a_plan_is_written_only_by_choice_and_the_way_back_is_open(reader, ready, store):
    reader.send(f"/cases/{ready.id}/route", route="plan")
    assert store.get(ready.id).route is Route.PLAN
    page = hub(reader, ready)
    assert "numbered" in page
    assert reader.get(f"/cases/{ready.id}/submit").status_code == 200
    reader.send(f"/cases/{ready.id}/route", route="")
    assert store.get(ready.id).route is None
    assert "numbered" not in hub(reader, ready)


def test_the_plan_can_be_chosen_on_the_page_of_the_notice(client, asked, store):
    there = client.send(f"/cases/{asked.id}/notice/accept", route="plan").headers["Location"]
    assert there.endswith(asked.id)
    assert store.get(asked.id).route is Route.PLAN


def test_missing_cases_and_wrong_methods(client, asked):
    assert client.get("/cases/nothing/note/send").status_code == 404
    assert client.send("/cases/nothing/note/send").status_code == 404
    assert client.send("/cases/nothing/route", route="plan").status_code == 404
    assert client.get(f"/cases/{asked.id}/route").status_code == 405
