"""Mending by the findings in a real browser: the year at a press, the words a link is about."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from store import CaseStore
from tests.browser.conftest import assert_accessible
from tests.builders import a_case

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "locale, typed, written",
    [("ja-JP", "12/1", "2026年12月1日"), ("en-US", "1 December", "December 1, 2026")],
)
def test_the_year_is_said_while_typing_and_written_at_a_press(
    program: tuple[str, CaseStore],
    window: Callable[..., Page],
    locale: str,
    typed: str,
    written: str,
) -> None:
    case = program[1].create(a_case())
    page = window(locale=locale)
    page.goto(f"/cases/{case.id}/plan/dates")
    field, offer = page.locator("#implementation_date"), page.locator("#year-implementation_date")
    expect(offer).to_be_hidden()
    field.fill(typed)
    expect(offer).to_contain_text(written)
    assert_accessible(page)
    offer.locator("button").click()
    expect(field).to_have_value(written)
    expect(offer).to_be_hidden()


def test_the_key_enter_goes_on_and_writes_nothing_out(
    program: tuple[str, CaseStore], window: Callable[..., Page]
) -> None:
    case = program[1].create(a_case(implementation_date="12/1"))
    page = window()
    page.goto(f"/cases/{case.id}/plan/dates")
    page.locator("#effect_month").press("Enter")
    page.wait_for_url("**/plan/person")
    expect(page.locator(".message-warn").first).to_contain_text("2026年12月1日と読みました")
    found = program[1].get(case.id)
    assert found is not None
    assert found.plan.implementation_date == "12/1"


def test_a_link_marks_the_words_it_is_about(
    program: tuple[str, CaseStore], window: Callable[..., Page]
) -> None:
    first, second = "丁寧な梱包を心がけます。", "親切な対応に努めます。"
    case = program[1].create(a_case(fix=f"{first}\n{second}"))
    page = window()
    page.goto(f"/cases/{case.id}/plan/fix")
    page.locator("#weak-list a", has_text=second).first.click()
    marked = "el => el.value.slice(el.selectionStart, el.selectionEnd)"
    assert page.locator("#fix_text").evaluate(marked) == second
    expect(page.locator("#fix_text")).to_be_focused()


def test_folded_remarks_are_written_anew_after_a_save(
    program: tuple[str, CaseStore], window: Callable[..., Page]
) -> None:
    case = program[1].create(a_case())
    page = window()
    page.goto(f"/cases/{case.id}/plan/cause")
    page.locator("#cause_text").fill("最近は悪いお客様が多く、当店に落ち度はありません。")
    folded = page.locator("#weak-list details.also-finding")
    expect(folded.first).to_be_visible()
    folded.first.locator("summary").click()
    expect(folded.first.locator("p.muted").first).to_be_visible()
    assert_accessible(page)
