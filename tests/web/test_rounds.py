from datetime import date

import pytest

from kaizen.case import Status
from tests.builders import a_case, a_structured_plan


@pytest.fixture
def submitted(store):
    return store.create(
        a_case(plan=a_structured_plan()).submitted("提出した文", on=date(2026, 11, 6))
    )


def test_a_case_without_submission_says_how_to_record_one(reader, case):
    assert reader.get(f"/cases/{case.id}/rounds").status_code == 200


def test_the_frozen_text_is_shown(reader, submitted):
    assert "提出した文" in reader.get(f"/cases/{submitted.id}/rounds").text


def test_an_answer_that_asks_for_more_begins_the_next_round(client, submitted, store):
    answer = client.send(
        f"/cases/{submitted.id}/rounds/answer",
        outcome="more_asked",
        day="2026/11/8",
        text="改善計画が不十分です。",
    )
    assert answer.status_code == 303
    case = store.get(submitted.id)
    assert case.status is Status.MORE_ASKED
    assert case.rounds[0].answer == "改善計画が不十分です。"
    assert case.notice.text == "改善計画が不十分です。"
    assert case.plan == submitted.plan
    assert case.rounds[0].plan == submitted.plan


def test_after_reinstatement_the_promises_stand_with_their_days(reader, submitted, store):
    reader.send(
        f"/cases/{submitted.id}/rounds/answer", outcome="reinstated", day="2026/11/8", text=""
    )
    assert store.get(submitted.id).status is Status.REINSTATED
    assert (
        "ハンディ端末で注文番号とJANを照合します。"
        in reader.get(f"/cases/{submitted.id}/rounds").text
    )


@pytest.mark.parametrize(
    "typed",
    [
        {"outcome": "", "day": "2026/11/8", "text": "x"},
        {"outcome": "more_asked", "day": "", "text": "x"},
        {"outcome": "more_asked", "day": "2027/1/1", "text": "x"},
        {"outcome": "drafting", "day": "2026/11/8", "text": "x"},
        {"outcome": "refused", "day": "2026/11/8", "text": "あ" * 200_001},
    ],
)
def test_an_answer_that_cannot_be_kept_comes_back(reader, submitted, store, typed):
    page = reader.send(f"/cases/{submitted.id}/rounds/answer", **typed)
    assert page.status_code == 422
    assert typed["text"] in page.text
    assert store.get(submitted.id).status is Status.SUBMITTED


def test_without_a_submission_there_is_no_answer(client, case):
    typed = {"outcome": "refused", "day": "2026/11/8", "text": "x"}
    assert client.send(f"/cases/{case.id}/rounds/answer", **typed).status_code == 404
    assert client.get("/cases/nothing/rounds").status_code == 404
    assert client.get(f"/cases/{case.id}/rounds/answer").status_code == 405


REFUSAL = """Hello,
Thank you for your appeal. We do not have enough information to reactivate your account.
Please send the following:
- A letter of authorization from the brand owner
- More detail on how you will verify suppliers
Submit this by clicking "View Appeal" on your Account Health page.
"""


def test_a_refusal_that_asks_for_more_detail_keeps_the_plan(english, submitted, store):
    typed = {"outcome": "more_asked", "day": "2026/11/8", "text": REFUSAL}
    english.send(f"/cases/{submitted.id}/rounds/answer", **typed)
    page = english.get(f"/cases/{submitted.id}/rounds").text
    assert "how you will verify suppliers" in page.split("open-rows", 1)[1]
    hub = english.get(f"/cases/{submitted.id}").text
    assert "numbered" in hub
    assert "not for a plan" not in hub
    review = english.get(f"/cases/{submitted.id}/review").text
    assert "does not ask for a plan" not in review
    assert "verify suppliers" in review
    assert "verify suppliers" in english.get(f"/cases/{submitted.id}/plan/fix").text
    rows = english.get(f"/cases/{submitted.id}/coverage").text
    assert rows.count("status-weak") == 2
