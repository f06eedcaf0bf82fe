"""A date of items 5 and 6 without its year is read, said, and written out at a press."""

from dataclasses import replace
from datetime import date

import pytest
from flask.testing import FlaskClient

from exports.text import plain_text
from kaizen.case import Case, Language
from kaizen.compose import compose
from store import CaseStore
from tests.builders import a_case

SAID = {
    "ja": (
        "11月30日",
        "2026年11月30日と読みました",
        "「2026年11月30日」と書き直す",
        "2026年11月30日",
    ),
    "en": (
        "by November 30",
        "Read as November 30, 2026.",
        "Write it as “by November 30, 2026”",
        "by November 30, 2026",
    ),
}


@pytest.fixture(params=["ja", "en"])
def language(request: pytest.FixtureRequest, client: FlaskClient) -> str:
    client.send("/language", switch_language=request.param, next="/")
    return str(request.param)


@pytest.fixture
def yearless(language: str, store: CaseStore) -> Case:
    plan = a_case(implementation_date=SAID[language][0])
    return store.create(replace(plan, language=Language(language)))


def _item_5(store: CaseStore, case: Case) -> str:
    found = store.get(case.id)
    assert found is not None
    return found.plan.implementation_date


def test_the_step_says_the_year_and_a_press_writes_it(
    client: FlaskClient, store: CaseStore, yearless: Case, language: str
) -> None:
    typed, read_as, button, written = SAID[language]
    path = f"/cases/{yearless.id}/plan/dates"
    page = client.get(path).text
    assert read_as in page
    assert button in page
    answer = client.send(path, implementation_date=typed, write_year="implementation_date")
    assert answer.status_code == 303
    assert answer.location.endswith("/plan/dates#implementation_date")
    assert _item_5(store, yearless) == written
    assert read_as not in client.get(path).text


def test_the_review_holds_the_files_back_and_offers_the_press(
    client: FlaskClient, store: CaseStore, yearless: Case, language: str
) -> None:
    _typed, _read_as, button, written = SAID[language]
    path = f"/cases/{yearless.id}/review"
    page = client.get(path).text
    assert "tag-block" in page
    assert button in page
    assert client.send(f"{path}/year", field="implementation_date").status_code == 303
    assert _item_5(store, yearless) == written
    assert button not in client.get(path).text


def test_going_on_is_not_refused_and_says_how_it_was_read(
    client: FlaskClient, store: CaseStore, empty_case: Case, language: str
) -> None:
    typed, read_as, _button, _written = SAID[language]
    path = f"/cases/{empty_case.id}/plan/dates"
    answer = client.send(path, implementation_date=typed, effect_month="", next="")
    assert answer.status_code == 303
    assert read_as in client.get(answer.location).text
    assert _item_5(store, empty_case) == typed


def test_nothing_is_written_out_silently(yearless: Case, language: str) -> None:
    text = plain_text(compose(yearless, today=date(2026, 11, 13)))
    assert SAID[language][0] in text
    assert SAID[language][3] not in text


def test_the_script_learns_it_after_each_save(client: FlaskClient, yearless: Case) -> None:
    path = f"/cases/{yearless.id}/plan/dates"
    answer = client.autosave(path, implementation_date="12/1", effect_month="1月").json
    assert set(answer["years"]) == {"implementation_date", "effect_month"}
    assert answer["unsaved"] == []
    assert (
        client.autosave(path, implementation_date="2026/12/1", effect_month="").json["years"] == {}
    )


@pytest.mark.parametrize("field", ["", "responsible_person", "effect_month", "id"])
def test_only_a_date_without_its_year_is_written_out(
    client: FlaskClient, store: CaseStore, case: Case, field: str
) -> None:
    before = store.get(case.id)
    assert client.send(f"/cases/{case.id}/review/year", field=field).status_code == 303
    client.send(f"/cases/{case.id}/plan/dates", write_year=field)
    after = store.get(case.id)
    assert before is not None
    assert after is not None
    assert after.plan == before.plan


def test_an_unknown_case_has_nothing_to_write_out(client: FlaskClient) -> None:
    assert client.send("/cases/nothing/review/year", field="effect_month").status_code == 404
    assert client.get("/cases/nothing/review/year").status_code == 405
