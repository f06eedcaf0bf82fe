from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from kaizen.case import Exhibit, Language, Layout, Status
from tests.builders import GOOD, a_case, a_structured_plan


def ticked(html: str) -> list[str]:
    keys = [part.split('"')[0] for part in html.split('name="confirmed" value="')[1:]]
    return [unescape(key) for key in keys]


def confirm_all(client, case):
    html = client.get(f"/cases/{case.id}/submit").text
    return client.send(f"/cases/{case.id}/submit/facts", confirmed=ticked(html))


def test_the_page_shows_the_text_as_it_is_pasted(reader, case):
    html = unescape(reader.get(f"/cases/{case.id}/submit").text)
    assert GOOD["cause"] in html
    assert "5.改善策の実施期日:2026年11月14日までに実施" in html
    assert "7.改善策実施責任者氏名:小林 健一(出荷責任者)" in html


def test_every_claim_of_something_done_is_asked(client, case, store):
    html = client.get(f"/cases/{case.id}/submit").text
    assert len(ticked(html)) == 2
    assert "返金または再送を完了しました" in html
    assert confirm_all(client, case).status_code == 303
    assert len(store.get(case.id).confirmed) == 2


def test_final_files_wait_for_the_facts(client, case):
    assert "draft=1" in client.get(f"/cases/{case.id}/submit").text
    confirm_all(client, case)
    assert "draft=1" not in client.get(f"/cases/{case.id}/submit").text


def test_each_press_says_what_came_of_it(client, case):
    client.send(f"/cases/{case.id}/submit/facts")
    assert "まだ確認していない文が2件あります" in client.get(f"/cases/{case.id}/submit").text
    confirm_all(client, case)
    assert "事実の確認はすべて済みました" in client.get(f"/cases/{case.id}/submit").text
    shaped = client.send(f"/cases/{case.id}/submit/shape", layout="three")
    assert shaped.headers["Location"].endswith("/submit#copy")


def test_a_wrong_day_is_named_at_the_top_with_a_way_to_it(client, case):
    confirm_all(client, case)
    refused = client.send(f"/cases/{case.id}/submit/done", day="2999-01-01").text
    assert (
        refused.index('id="error-summary"') < refused.index('href="#day"') < refused.index("<h1>")
    )


def test_after_a_change_the_truth_of_the_whole_is_asked_once_more(client, case, store):
    confirm_all(client, case)
    confirmed = store.get(case.id)
    store.save(confirmed.with_plan(confirmed.plan.replace(effect_text="別の効果です。")))
    assert "whole" not in store.get(case.id).confirmed
    assert "draft=1" in client.get(f"/cases/{case.id}/submit").text


def test_what_is_no_claim_cannot_be_confirmed(client, case, store):
    client.send(f"/cases/{case.id}/submit/facts", confirmed=["nonsense", "whole"])
    assert store.get(case.id).confirmed == ("whole",)


def test_layout_and_language_can_be_changed(client, case, store):
    client.send(f"/cases/{case.id}/submit/shape", layout="three", language="en")
    changed = store.get(case.id)
    assert (changed.layout, changed.language) == (Layout.THREE, Language.EN)
    assert "1. Root cause" in client.get(f"/cases/{case.id}/submit").text


def test_an_unknown_layout_changes_nothing(client, case, store):
    client.send(f"/cases/{case.id}/submit/shape", layout="spiral", language="la")
    assert store.get(case.id).layout is Layout.SEVEN


def test_the_day_of_submission_freezes_the_text(client, case, store):
    confirm_all(client, case)
    answer = client.send(f"/cases/{case.id}/submit/done", day="2026/11/7")
    assert answer.status_code == 303
    submitted = store.get(case.id)
    assert submitted.status is Status.SUBMITTED
    assert GOOD["effect"] in submitted.rounds[0].text


@pytest.mark.parametrize("day", ["", "11月末", "2026/11/9", "2026/2/30"])
def test_the_day_of_submission_is_a_day_until_today(reader, case, store, day):
    confirm_all(reader, case)
    page = reader.send(f"/cases/{case.id}/submit/done", day=day)
    assert page.status_code == 422
    assert day in page.text
    assert store.get(case.id).rounds == ()


def test_nothing_is_frozen_before_the_facts_are_confirmed(client, case, store):
    assert client.send(f"/cases/{case.id}/submit/done", day="2026/11/7").status_code == 422
    assert store.get(case.id).rounds == ()


def test_a_text_changed_in_another_window_is_not_frozen(client, case, store):
    confirm_all(client, case)
    seen = store.get(case.id)
    store.save(seen.with_plan(seen.plan.replace(effect_text="別の効果")))
    page = client.send(f"/cases/{case.id}/submit/done", day="2026/11/7", revision=seen.revision)
    assert page.status_code == 409
    assert store.get(case.id).rounds == ()


def test_an_empty_case_says_what_is_still_needed(reader, empty_case):
    page = reader.get(f"/cases/{empty_case.id}/submit")
    assert page.status_code == 200
    assert f"/cases/{empty_case.id}/review" in page.text


def test_fields_are_shown_as_they_will_be_pasted(reader, store):
    case = store.create(a_case(plan=a_structured_plan()))
    assert (
        "A.ハンディ端末で注文番号とJANを照合します。" in reader.get(f"/cases/{case.id}/submit").text
    )


def test_an_emoji_that_the_pdf_cannot_show_is_named(reader, store):
    case = store.create(a_case(effect=GOOD["effect"] + "\U0001f600"))
    html = reader.get(f"/cases/{case.id}/submit").text
    assert '<span class="exact">\U0001f600</span>' in html


def test_missing_cases_and_wrong_methods(client):
    assert client.get("/cases/nothing/submit").status_code == 404
    for action in ("facts", "shape", "done"):
        assert client.send(f"/cases/nothing/submit/{action}").status_code == 404
        assert client.get(f"/cases/nothing/submit/{action}").status_code == 405


@pytest.fixture
def sent(store):
    exhibits = (Exhibit("資料1 追跡番号の一覧.pdf", None, "28件の追跡番号"),)
    return store.create(
        replace(a_case(), exhibits=exhibits).submitted("送った文章", on=date(2026, 11, 7))
    )


def test_after_sending_the_record_stands_in_place_of_the_buttons(reader, sent):
    html = reader.get(f"/cases/{sent.id}/submit").text
    assert "送った文章" in html
    assert "資料1 追跡番号の一覧.pdf" in html
    assert "/submit/done" not in html
    assert "/submit/facts" not in html


def test_one_text_is_recorded_once(client, sent, store):
    answer = client.send(f"/cases/{sent.id}/submit/done", day="2026/11/7")
    assert answer.headers["Location"].endswith("/rounds")
    assert len(store.get(sent.id).rounds) == 1


def test_once_more_is_asked_the_text_can_be_sent_again(client, sent, store):
    store.save(sent.answered("足りません。", on=date(2026, 11, 8), status=Status.MORE_ASKED))
    assert "/submit/facts" in client.get(f"/cases/{sent.id}/submit").text


def test_right_after_sending_no_item_counts_as_sent_again(client, sent, store):
    assert "R76" not in client.get(f"/cases/{sent.id}/review").text
    store.save(sent.answered("足りません。", on=date(2026, 11, 8), status=Status.MORE_ASKED))
    assert "R76" in client.get(f"/cases/{sent.id}/review").text
