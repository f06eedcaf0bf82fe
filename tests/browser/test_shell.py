"""The pages around the wizard in a real browser: accessible, by keyboard alone, narrow and dark."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from kaizen.case import Case, NoticeRecord
from tests.browser.conftest import assert_accessible, served
from tests.builders import a_case

pytestmark = pytest.mark.browser
NOTICE = NoticeRecord(
    "改善計画を17日以内にご提出ください。", corrections={"deadline": "2026-11-20"}
)
LOOKS = [("ja-JP", "light", 1280), ("ja-JP", "dark", 390), ("en-US", "light", 390)]
LONG = "とても長い店舗名の株式会社あおば暮らしの道具とキッチン用品の専門店" * 3


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the program with one full and one empty case; return its address."""
    with served(tmp_path_factory.mktemp("data"), date(2026, 11, 8)) as (running, store):
        store.create(replace(a_case(), title=LONG, notice=NOTICE, finished=("notice", "cause")))
        store.create(Case())
        yield running


@pytest.fixture(params=LOOKS, ids=lambda look: "-".join(map(str, look)))
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a window in each look, with the program's address as its base."""
    language, scheme, width = request.param
    context = browser.new_context(
        base_url=address,
        locale=language,
        color_scheme=scheme,
        viewport={"width": width, "height": 844},
        java_script_enabled=True,
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def open_first_case(page: Page) -> str:
    page.goto("/")
    page.locator(".case a").first.click()
    return page.url


def test_every_page_of_the_shell_is_accessible(page: Page) -> None:
    for path in ("/", "/start", "/open", "/nothing"):
        page.goto(path)
        assert_accessible(page)
    case = open_first_case(page)
    assert_accessible(page)
    for part in ("/details", "/manage"):
        page.goto(case + part)
        assert_accessible(page)


def test_the_focus_goes_to_what_has_to_be_changed_and_on_to_the_field(page: Page) -> None:
    page.goto("/start")
    page.locator("#notice-form .buttons button").click()
    expect(page.locator("#error-summary")).to_be_focused()
    assert_accessible(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_be_focused()


def test_the_keyboard_alone_begins_a_case_and_finds_the_first_button(page: Page) -> None:
    page.goto("/start")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('form')?.action ?? ''").endswith("/blank"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/*")
    assert page.locator("a.button").count() == 1


def test_an_expired_page_gives_the_words_back_and_saves_them(page: Page) -> None:
    case = open_first_case(page)
    page.goto(case + "/details")
    page.locator("#legal_name").fill("株式会社 書きかけ")
    # Every answer renews the cookie: none may still be on its way.
    page.wait_for_load_state("networkidle")
    page.context.clear_cookies()
    page.locator("#details-form .buttons button").click()
    expect(page.locator(".quote", has_text="株式会社 書きかけ")).to_be_visible()
    assert_accessible(page)
    page.locator("#retry-form .buttons button").click()
    page.wait_for_url(case)
    page.goto(case + "/details")
    assert page.locator("#legal_name").input_value() == "株式会社 書きかけ"


def test_a_deletion_is_taken_back_by_the_next_button(page: Page) -> None:
    case = open_first_case(page)
    page.goto(case + "/manage")
    page.locator("form[action$='/delete'] button").click()
    assert_accessible(page)
    page.locator("form[action$='/restore'] button").click()
    page.wait_for_url(case)


def test_the_language_changes_and_the_typed_text_stays(page: Page) -> None:
    page.goto("/start")
    before = page.locator("html").get_attribute("lang")
    page.locator("#text").fill("まだ途中の通知\n二行目")
    page.locator("button[name='switch_language']").click()
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("lang") != before
    assert page.locator("#text").input_value() == "まだ途中の通知\n二行目"
