"""The deadline as a calendar file."""

import re

import pytest
from flask.testing import FlaskClient

from kaizen.case import Case, NoticeRecord
from store import CaseStore
from tests.hostile_texts import CELLS, CONTROLS

DUE = NoticeRecord("改善計画を提出してください。", corrections={"deadline": "2026-11-20"})
PROPERTIES = {
    "BEGIN",
    "END",
    "VERSION",
    "PRODID",
    "CALSCALE",
    "METHOD",
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "DESCRIPTION",
    "TRANSP",
    "ACTION",
    "TRIGGER",
}


def test_the_deadline_goes_into_a_calendar(client: FlaskClient, store: CaseStore) -> None:
    case = store.create(Case(title="あおば; 暮らし", notice=DUE))
    assert f'href="/cases/{case.id}/deadline.ics"' in client.get(f"/cases/{case.id}").text
    answer = client.get(f"/cases/{case.id}/deadline.ics")
    assert answer.mimetype == "text/calendar"
    assert "DTSTART;VALUE=DATE:20261120\r\n" in answer.text
    assert answer.text.count("BEGIN:VALARM") == 2
    assert "あおば\\; 暮らし" in answer.text.replace("\r\n ", "")
    assert "deadline-2026-11-20.ics" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("title", [*CELLS, *CONTROLS, "a\rBEGIN:VALARM\nATTACH:file:///etc/passwd"])
def test_no_title_adds_a_line_to_the_calendar(
    client: FlaskClient, store: CaseStore, title: str
) -> None:
    case = store.create(Case(title=title, notice=DUE))
    text = client.get(f"/cases/{case.id}/deadline.ics").text
    assert "\n" not in text.replace("\r\n", "")
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines.count("BEGIN:VALARM") == lines.count("END:VALARM") == 2
    assert {re.split("[:;]", line)[0] for line in lines if line} <= PROPERTIES


def test_without_a_deadline_there_is_no_file(client: FlaskClient, empty_case: Case) -> None:
    assert "deadline.ics" not in client.get(f"/cases/{empty_case.id}").text
    assert client.get(f"/cases/{empty_case.id}/deadline.ics").status_code == 404


def test_missing_case_and_wrong_method(client: FlaskClient, empty_case: Case) -> None:
    assert client.get("/cases/none/deadline.ics").status_code == 404
    assert client.send(f"/cases/{empty_case.id}/deadline.ics").status_code == 405
