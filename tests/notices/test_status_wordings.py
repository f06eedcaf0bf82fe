import tomllib
from pathlib import Path

import pytest

from kaizen.notice import read
from kaizen.notice.evidence import STATES, gather
from kaizen.notice.page import clean
from tests.notices.reading import TODAY

FOLDER = Path(__file__).parent
TABLE = tomllib.loads((FOLDER / "status_wordings.toml").read_text("utf-8"))
NOTICES = tomllib.loads((FOLDER / "status_notices.toml").read_text("utf-8"))["notice"]
SENTENCES = [pair for language in ("ja", "en") for pair in TABLE[language]]
LEAST = 3


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
