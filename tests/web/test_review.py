import re
from dataclasses import replace
from datetime import date
from html import unescape

from kaizen.case import Details, NoticeRecord, Waiver
from tests.builders import a_case


def test_findings_stand_with_reason_and_link(reader, store):
    case = store.create(a_case(effect="", responsible_person="スタッフ一同"))
    page = reader.get(f"/cases/{case.id}/review")
    assert page.status_code == 200
    assert f"/cases/{case.id}/plan/effect" in page.text
    assert "スタッフ一同" in page.text


def test_a_finding_can_be_left_with_a_reason_and_taken_back(client, store):
    case = store.create(a_case(fix="対応します。"))
    key = _first_key(client.get(f"/cases/{case.id}/review").text)
    answer = client.send(f"/cases/{case.id}/review/waive", key=key, reason="別紙で示します")
    assert answer.status_code == 303
    assert store.get(case.id).waivers == (Waiver(key, "別紙で示します"),)
    assert "別紙で示します" in client.get(f"/cases/{case.id}/review").text
    assert client.send(f"/cases/{case.id}/review/unwaive", key=key).status_code == 303
    assert store.get(case.id).waivers == ()


def test_what_is_left_with_a_reason_is_not_called_complete(client, store):
    case = store.create(a_case(effect_month="2026年12月"))
    page = client.get(f"/cases/{case.id}/review").text
    assert "足りないところはありません" not in page
    keys = set(re.findall(r'name="key" value="([^"]+)"', page))
    for key in keys:
        client.send(f"/cases/{case.id}/review/waive", key=unescape(key), reason="繁忙期のため")
    page = client.get(f"/cases/{case.id}/review").text
    assert f"理由を書いて残したところが{len(keys)}件あります" in page
    assert "足りないところはありません" not in page


def test_leaving_a_finding_asks_for_a_reason(reader, store):
    case = store.create(a_case(fix="対応します。"))
    key = _first_key(reader.get(f"/cases/{case.id}/review").text)
    page = reader.send(f"/cases/{case.id}/review/waive", key=key, reason="")
    assert page.status_code == 422
    assert "<details open>" in page.text
    assert store.get(case.id).waivers == ()


def test_only_findings_that_exist_can_be_left(client, case, store):
    assert client.send(f"/cases/{case.id}/review/waive", key="R99/x", reason="y").status_code == 404
    assert store.get(case.id).waivers == ()


def test_an_unknown_case_has_no_review(client):
    assert client.get("/cases/nothing/review").status_code == 404
    assert client.send("/cases/nothing/review/waive", key="x", reason="y").status_code == 404


def test_a_review_is_not_changed_by_asking_for_it(client, case):
    assert client.post(f"/cases/{case.id}/review").status_code == 405
    assert client.get(f"/cases/{case.id}/review/waive").status_code == 405


def test_unsafe_characters_are_mended_after_a_preview(reader, store):
    case = store.create(a_case(effect="①ｶﾞﾗｽを**必ず**確認します!!!"))
    assert "ｶﾞﾗｽ" in reader.get(f"/cases/{case.id}/review").text
    assert store.get(case.id).plan.effect_text == "①ｶﾞﾗｽを**必ず**確認します!!!"
    assert reader.send(f"/cases/{case.id}/review/mend").status_code == 303
    mended = store.get(case.id).plan.effect_text
    assert "ガラスを必ず確認します" in mended
    assert "/review/mend" not in reader.get(f"/cases/{case.id}/review").text


def test_mending_a_clean_plan_changes_nothing(client, case, store):
    assert client.send(f"/cases/{case.id}/review/mend").status_code == 303
    assert store.get(case.id) == case


def _first_key(html: str) -> str:
    form = html.split('/review/waive"')[1]
    return unescape(form.split('name="key" value="')[1].split('"')[0])


def test_a_name_that_is_missing_in_the_header_leads_to_its_field(client, store):
    nameless = replace(a_case(), details=Details(notice_date=date(2026, 11, 3)))
    case = store.create(nameless)
    assert (
        f"/cases/{case.id}/details?from=review#store" in client.get(f"/cases/{case.id}/review").text
    )


def test_the_same_words_are_quoted_once_in_a_row(client, store):
    words = "丁寧な梱包を心がけます。"
    case = store.create(a_case(fix=words))
    page = client.get(f"/cases/{case.id}/review").text
    assert page.count("弱いところ") > 3
    assert page.count(f'quote exact">{words}') == 1


ASKING = """件名: 出品の停止
2026年11月3日
ASIN B0ZX1A2K3M の出品を停止しました。改善計画を17日以内にご提出ください。
請求書もお送りください。
"""


def test_what_the_notice_asks_stands_there_until_it_is_answered(reader, case, store):
    asked = replace(case, notice=NoticeRecord(text=ASKING))
    store.save(asked)
    for path in ("review", "submit"):
        page = reader.get(f"/cases/{case.id}/{path}").text
        assert "/coverage" in page
    assert "open-rows" in reader.get(f"/cases/{case.id}/review").text
    assert "/plan/violation" in reader.get(f"/cases/{case.id}/review").text


def test_with_everything_answered_nothing_of_the_notice_stands_there(client, case):
    assert "open-rows" not in client.get(f"/cases/{case.id}/review").text
