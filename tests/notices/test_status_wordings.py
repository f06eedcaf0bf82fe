import tomllib
from pathlib import Path

import pytest

from kaizen.notice import Status, read
from kaizen.notice.evidence import STATES, gather
from kaizen.notice.page import clean
from tests.notices.reading import TODAY

FOLDER = Path(__file__).parent
TABLE = tomllib.loads((FOLDER / "status_wordings.toml").read_text("utf-8"))
NOTICES = tomllib.loads((FOLDER / "status_notices.toml").read_text("utf-8"))["notice"]
SENTENCES = [pair for language in ("ja", "en") for pair in TABLE[language]]
LEAST = 3
SURE = 0.8


def stated(text: str) -> set[str]:
    evidence = gather(clean(text))
    return {state for state in (*STATES, "warning") if evidence.best(state) >= LEAST}


@pytest.mark.parametrize("state, text", [pair for pair in SENTENCES if pair[0] != "nothing"])
def test_a_sentence_states_what_was_done(state: str, text: str) -> None:
    assert state in stated(text)


@pytest.mark.parametrize("text", [text for state, text in SENTENCES if state == "nothing"])
def test_threats_conditions_and_other_things_state_nothing(text: str) -> None:
    assert not stated(text) - {"warning"}


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice["text"].strip()[:40])
def test_short_notices_of_every_style_leave_the_state_a_person_reads(
    notice: dict[str, str],
) -> None:
    got = read(notice["text"], TODAY).status
    assert got is not None
    assert got.value == notice["status"]


def test_the_tables_are_large_and_hold_every_state() -> None:
    assert len(SENTENCES) >= 200
    assert len(NOTICES) >= 120
    assert len({notice["status"] for notice in NOTICES}) == 12


@pytest.mark.parametrize(
    "text",
    [
        "件名: 出品者出荷の停止に関するお知らせ\n\n出品者様\n\n次の商品の出品を取り消しました。\n"
        "ASIN: B0ZX1A2K3M\n出品を再開するには、その他の商品も見直してください。",
        "件名: アカウント停止のお知らせ\n\n出品者様\n\n次の商品の出品を取り消しました。\n"
        "ASIN: B0ZX1A2K3M\n出品を再開するには、その他の商品も見直してください。",
        "Subject: Closure of your selling account\n\nHello,\n\nWe have removed the listing"
        " below.\nASIN: B0ZX1A2K3M\nPlease review your other listings.",
    ],
)
def test_a_headline_that_tells_of_a_graver_stop_leaves_doubt(text: str) -> None:
    found = read(text, TODAY)
    assert found.status is Status.LISTING_REMOVED
    assert found.confidence["status"] < SURE


def test_without_such_a_headline_the_same_words_are_sure() -> None:
    text = (
        "件名: 出品の取り消しのお知らせ\n\n出品者様\n\n次の商品の出品を取り消しました。\n"
        "ASIN: B0ZX1A2K3M\n出品を再開するには、その他の商品も見直してください。"
    )
    assert read(text, TODAY).confidence["status"] >= SURE
