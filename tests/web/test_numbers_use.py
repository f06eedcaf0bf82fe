"""What is taken over from the numbers into plan and files."""

import re

import pytest
from flask.testing import FlaskClient

from kaizen.case import Case, Language
from kaizen.plan import Plan, Violation
from store import CaseStore
from tests.number_builders import ODR, a_file, a_table, path, record


def test_a_month_is_taken_over_into_an_empty_item_6(
    reader: FlaskClient, store: CaseStore, entered: Case
) -> None:
    page = reader.get(path(entered)).text
    (first, *_others) = re.findall(r'name="month" value="([\d-]+)"', page)
    assert first == "2027-1"
    assert reader.send(path(entered, act="/use"), month=first).status_code == 303
    found = store.get(entered.id)
    assert found is not None
    assert found.plan.effect_month == "2027年1月"
    reader.send(path(entered, act="/use"), month="2026-12")
    again = store.get(entered.id)
    assert again is not None
    assert again.plan.effect_month == "2027年1月"


def test_sentences_are_added_once_and_only_on_a_press(
    client: FlaskClient, store: CaseStore, entered: Case
) -> None:
    client.get(path(entered))
    before = store.get(entered.id)
    assert before is not None
    assert before.plan == entered.plan
    for _ in range(2):
        client.send(path(entered, act="/use"), act="effect")
        client.send(path(entered, act="/use"), act="counts")
    plan = (store.get(entered.id) or entered).plan
    assert plan.effect_text.count("0.4%") == 1
    assert plan.violation.text.startswith(entered.plan.violation.text)
    assert plan.violation.text.count("不良のあった注文は28件(1.86%)") == 1
    page = client.get(path(entered)).text
    assert 'name="act"' not in page


def test_an_english_plan_gets_english_sentences(client: FlaskClient, store: CaseStore) -> None:
    case = store.create(Case(language=Language.EN, numbers=(ODR,)))
    client.send(path(case, act="/use"), act="effect")
    client.send(path(case, act="/use"), month="2027-1")
    plan = (store.get(case.id) or case).plan
    assert plan.effect_text.startswith("We will bring the order defect rate from 1.86%")
    assert plan.effect_month == "January 2027"


def test_a_full_field_stays_as_it_is(client: FlaskClient, store: CaseStore) -> None:
    plan = Plan(effect_text="あ" * 7_990)
    case = store.create(Case(plan=plan, numbers=(ODR,)))
    client.send(path(case, act="/use"), act="effect")
    assert (store.get(case.id) or case).plan == plan


@pytest.mark.parametrize("month", ["0-1", "2027-13", "2027", "x-y", "99999-1", "２０２７-1"])
def test_a_month_nobody_offered_is_not_taken(
    client: FlaskClient, store: CaseStore, entered: Case, month: str
) -> None:
    client.send(path(entered, act="/use"), month=month)
    assert (store.get(entered.id) or entered).plan.effect_month in ("", "2027年1月")


def test_the_chart_goes_into_the_files_and_out_again(
    reader: FlaskClient, store: CaseStore, entered: Case
) -> None:
    reader.send(path(entered, act="/document"), in_document="yes")
    kept = record(store, entered)
    assert kept is not None
    assert kept.in_document
    printed = reader.get(f"/cases/{entered.id}/print").text
    assert "data:image/svg+xml" in printed
    assert "注文不良率の見込み" in printed
    reader.send(path(entered, act="/document"), in_document="no")
    assert "data:image/svg+xml;base64" not in reader.get(f"/cases/{entered.id}/print").text


def test_the_pdf_shows_the_chart_after_three_presses(
    client: FlaskClient, store: CaseStore, case: Case
) -> None:
    from tests.export_builders import pdf_pages, squeezed

    fields = {"from_day": "2026/11/14", "rate": "0.4"}
    client.send(path(case), **fields, file=a_file(a_table()))
    client.send(path(case), **fields, table=a_table(), accept="1")
    client.send(path(case, act="/document"), in_document="yes")
    content = client.get(f"/cases/{case.id}/files/pdf?draft=1").data
    assert squeezed("注文不良率の見込み") in squeezed("".join(pdf_pages(content)))


@pytest.mark.parametrize(
    ("count", "words"), [(28, "項目1にすでに入っています"), (27, "照らし合わせてください")]
)
def test_counts_of_item_1_are_compared_and_stay(
    client: FlaskClient, store: CaseStore, count: int, words: str
) -> None:
    plan = Plan(violation=Violation(count=count, total=1505))
    case = store.create(Case(plan=plan, numbers=(ODR,)))
    assert words in client.get(path(case)).text
    client.send(path(case, act="/use"), act="counts")
    assert (store.get(case.id) or case).plan == plan
