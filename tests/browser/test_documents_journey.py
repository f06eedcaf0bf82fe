"""Where no plan is asked: from the pasted notice over note and documents to the recorded sending."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kaizen.case import Route, Status
from store import CaseStore
from tests.browser.conftest import assert_accessible

pytestmark = pytest.mark.browser
SHARED = Path(__file__).resolve().parents[1] / "notices" / "shared"
NOTE = (
    "2026年11月5日付の審査の通知への回答です。資料1は、ご指摘の注文249-5550301-0000310と"
    "249-5550302-0000320の送り状番号と、お届け済みの画面です。"
    "倉庫は使っていないので契約書はありません。"
)
PATHS = ("", "/notice", "/note", "/exhibits", "/coverage", "/note/send", "/rounds")


def begin(page: Page) -> str:
    """Paste the notice; return the address of the case."""
    (file,) = SHARED.glob("05-*.txt")
    page.goto("/start")
    page.locator("#text").fill(file.read_text("utf-8"))
    page.locator("#notice-form .buttons button").click()
    page.wait_for_url("**/notice")
    return page.url.removesuffix("/notice")


def press(page: Page, selector: str) -> None:
    page.locator(selector).first.click()
    page.wait_for_load_state()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("locale", ["ja-JP", "en-US"])
@pytest.mark.parametrize("width", [390, 1280])
def test_case_05_ends_with_the_recorded_day(
    window: Callable[..., Page],
    program: tuple[str, CaseStore],
    locale: str,
    width: int,
    script: bool,
) -> None:
    page = window(locale=locale, width=width, script=script)
    case = begin(page)
    button = page.locator("form[action$='/notice/accept'] .button")
    box = button.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 844
    press(page, "form[action$='/notice/accept'] .button")
    expect(page).to_have_url(f"{case}/note")
    page.locator("#note").fill(NOTE)
    page.locator("input[name='finished'][value='yes']").check()
    press(page, "#note-form .buttons .button")
    expect(page).to_have_url(f"{case}/exhibits")
    page.locator("#exhibits-0-name").fill("資料1 配送状況.png")
    page.locator("#exhibits-0-shows").fill("送り状番号とお届け済みの画面")
    press(page, "#exhibits-form .buttons .button:not(.button-quiet)")
    expect(page).to_have_url(case)
    press(page, ".next-thing .button")
    expect(page).to_have_url(f"{case}/note/send")
    expect(page.locator(".status-weak")).to_have_count(0)
    expect(page.locator("#copy-note")).to_contain_text(NOTE)
    if script:
        for path in PATHS:
            page.goto(case + path)
            assert_accessible(page)
        page.goto(f"{case}/note/send")
    page.locator("#is_true").check()
    press(page, "form[action$='/note/send'] .button")
    expect(page).to_have_url(f"{case}/rounds")
    (sent,) = program[1].get(case.rsplit("/", 1)[1]).rounds
    assert (sent.route, sent.note, len(sent.exhibits)) == (Route.NOTE, NOTE, 1)
    page.goto(f"{case}/note/send")
    expect(page.locator("#copy-whole")).to_contain_text(NOTE)
    expect(page.locator("#is_true")).to_have_count(0)
    assert program[1].get(case.rsplit("/", 1)[1]).status is Status.SUBMITTED
