"""Store, notice, and the shape of the document."""

from dataclasses import replace
from datetime import date

import pytest
from flask.testing import FlaskClient

from forms.details import stamp
from kaizen.case import Case, Details, Language, Layout, NoticeRecord
from store import CaseStore

GIVEN = {
    "store": "あおば暮らしの道具",
    "legal_name": "株式会社𠮷田商店",
    "marketplace": "amazon.co.jp",
    "notice_date": "令和8年11月3日",
    "notice_subject": "重要なお知らせ <b>",
    "stopped_before": "no",
    "language": "en",
    "layout": "three",
}


def current(store: CaseStore, case: Case) -> Case:
    found = store.get(case.id)
    assert found is not None
    return found


def test_everything_is_kept_as_typed(
    client: FlaskClient, store: CaseStore, empty_case: Case
) -> None:
    path = f"/cases/{empty_case.id}/details"
    assert client.send(path, **GIVEN).status_code == 303
    saved = current(store, empty_case)
    assert saved.details.store == GIVEN["store"]
    assert saved.details.legal_name == GIVEN["legal_name"]
    assert saved.details.notice_date == date(2026, 11, 3)
    assert saved.details.notice_subject == GIVEN["notice_subject"]
    assert saved.details.stopped_before is False
    assert (saved.language, saved.layout) == (Language.EN, Layout.THREE)
    page = client.get(path).text
    assert "重要なお知らせ &lt;b&gt;" in page
    assert "2026年11月3日" in page


def test_an_empty_page_can_be_saved(
    reader: FlaskClient, store: CaseStore, empty_case: Case
) -> None:
    reader.get(f"/cases/{empty_case.id}/details")
    empty = dict.fromkeys(GIVEN, "")
    assert reader.send(f"/cases/{empty_case.id}/details", **empty).status_code == 303
    assert current(store, empty_case).details == empty_case.details


@pytest.mark.parametrize("typed", ["11月末", "2026年2月30日", "きのう", "11/3"])
def test_a_day_that_is_none_comes_back_and_the_rest_is_stored(
    client: FlaskClient, store: CaseStore, empty_case: Case, typed: str
) -> None:
    answer = client.send(f"/cases/{empty_case.id}/details", **{**GIVEN, "notice_date": typed})
    assert answer.status_code == 422
    assert f'value="{typed}"' in answer.text
    assert 'href="#notice_date"' in answer.text
    saved = current(store, empty_case).details
    assert saved.store == GIVEN["store"]
    assert saved.notice_date is None


def test_an_unknown_choice_keeps_what_was_stored(
    client: FlaskClient, store: CaseStore, empty_case: Case
) -> None:
    wrong = {"language": "fr", "layout": "nine", "marketplace": "evil.example"}
    client.send(f"/cases/{empty_case.id}/details", **{**GIVEN, **wrong})
    saved = current(store, empty_case)
    assert (saved.language, saved.layout) == (empty_case.language, empty_case.layout)
    assert saved.details.marketplace == "amazon.co.jp"


def test_a_marketplace_from_a_file_stays_a_choice(client: FlaskClient, store: CaseStore) -> None:
    case = store.create(Case(details=Details(marketplace="amazon.example")))
    assert ">amazon.example<" in client.get(f"/cases/{case.id}/details").text
    client.send(f"/cases/{case.id}/details", **{**GIVEN, "marketplace": "amazon.example"})
    assert current(store, case).details.marketplace == "amazon.example"


def test_the_language_switch_saves_and_stays(
    client: FlaskClient, store: CaseStore, empty_case: Case
) -> None:
    path = f"/cases/{empty_case.id}/details"
    answer = client.send(path, **GIVEN, switch_language="en")
    assert answer.location == path
    assert current(store, empty_case).details.store == GIVEN["store"]
    assert '<html lang="en">' in client.get(path).text


def test_two_windows_overwrite_nothing(
    reader: FlaskClient, store: CaseStore, empty_case: Case
) -> None:
    path, old = f"/cases/{empty_case.id}/details", stamp(empty_case)
    assert f'name="stamp" value="{old}"' in reader.get(path).text
    reader.send(path, **{**GIVEN, "store": "一つめの窓"}, stamp=old)
    answer = reader.send(path, **{**GIVEN, "store": "二つめの窓"}, stamp=old)
    assert answer.status_code == 409
    assert "一つめの窓" in answer.text
    assert 'value="二つめの窓"' in answer.text
    assert current(store, empty_case).details.store == "一つめの窓"
    fresh = stamp(current(store, empty_case))
    assert f'name="stamp" value="{fresh}"' in answer.text
    reader.send(path, **{**GIVEN, "store": "二つめの窓"}, stamp=fresh)
    assert current(store, empty_case).details.store == "二つめの窓"


def test_the_same_post_twice_is_one_change(
    client: FlaskClient, store: CaseStore, empty_case: Case
) -> None:
    for _ in range(2):
        answer = client.send(f"/cases/{empty_case.id}/details", **GIVEN, stamp=stamp(empty_case))
        assert answer.status_code == 303
    assert current(store, empty_case).revision == 2


def test_words_written_on_a_step_meanwhile_do_not_disturb(
    client: FlaskClient, store: CaseStore, empty_case: Case
) -> None:
    mark = stamp(empty_case)
    store.save(replace(empty_case, note="x"))
    answer = client.send(f"/cases/{empty_case.id}/details", **GIVEN, stamp=mark)
    assert answer.status_code == 303
    assert current(store, empty_case).note == "x"


def test_the_date_of_the_notice_gives_a_deadline_in_days(
    client: FlaskClient, store: CaseStore
) -> None:
    text = "出品権限を一時停止しました。改善計画を17日以内にパフォーマンス通知の「申し立て」からご提出ください。"
    case = store.create(Case(notice=NoticeRecord(text)))
    client.send(f"/cases/{case.id}/details", **{**GIVEN, "notice_date": "2026/11/3"})
    page = client.get(f"/cases/{case.id}").text
    assert "11月20日（金）" in page
    assert "あと12日" in page


def test_missing_case_and_wrong_method(client: FlaskClient, empty_case: Case) -> None:
    assert client.get("/cases/none/details").status_code == 404
    assert client.send("/cases/none/details", **GIVEN).status_code == 404
    assert client.delete(f"/cases/{empty_case.id}/details").status_code == 405


def test_whoever_comes_from_the_review_goes_back_to_it(
    client: FlaskClient, store: CaseStore, empty_case: Case
) -> None:
    path = f"/cases/{empty_case.id}/details"
    assert 'name="from" value="review"' in client.get(f"{path}?from=review").text
    answer = client.send(path, **GIVEN, **{"from": "review"})
    assert answer.location.endswith(f"/cases/{empty_case.id}/review")
    answer = client.send(path, **GIVEN, **{"from": "https://example.com"})
    assert answer.location.endswith(f"/cases/{empty_case.id}")
