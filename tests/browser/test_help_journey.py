"""From the first page, without script, to a message about sign-in, and to a plan after a takeover."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import assert_accessible, served

pytestmark = pytest.mark.browser
PAGES = ["", "/takeover", "/dormant", "/closed", "/safety", "/causes"]
PAGES += ["/sign-in", "/sign-in?asked=buyer", "/sign-in?buyer=yes&password=yes&code=none"]
LOOKS = [("ja-JP", "light", 1280, False), ("en-US", "dark", 390, True)]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the program without a case."""
    with served(tmp_path_factory.mktemp("data"), date(2026, 11, 8)) as (running, _store):
        yield running


@pytest.fixture(params=LOOKS, ids=lambda look: "-".join(map(str, look)))
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a window in each look; the first works without script."""
    language, scheme, width, has_script = request.param
    context = browser.new_context(
        locale=language,
        color_scheme=scheme,
        viewport={"width": width, "height": 844},
        java_script_enabled=has_script,
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_questions_lead_back_and_forth_and_to_a_message(page: Page, address: str) -> None:
    page.goto(f"{address}/start")
    page.locator("a[href='/help/sign-in']").first.click()
    for answer in ("yes", "wrong"):
        page.locator(f"input[type=radio][value={answer}]").check()
        page.locator(".content .button").click()
    page.locator(".content a.button").click()  # it did not help: the next question
    page.locator("input[type=radio][value=none]").check()
    page.locator(".content .button").click()
    page.wait_for_url("**code=none")
    end = page.url
    page.go_back()
    assert page.locator("input[type=radio]").count()
    page.go_forward()
    assert page.url == end
    page.locator("#store").fill("あおば暮らしの道具")
    page.locator("#since").fill("2026/11/5")
    page.locator("#message-form .button").click()
    words = page.locator("#copy-message").inner_text()
    assert "あおば暮らしの道具" in words
    assert "あおば" not in page.url
    # The second answer is changed; the others stay.
    page.locator(".side .given a").nth(1).click()
    page.locator("input[type=radio][value=yes]").check()
    page.locator(".content .button").click()
    assert page.locator("#message-form").count()


def test_a_takeover_is_told_in_rows_and_becomes_a_plan(page: Page, address: str) -> None:
    page.goto(f"{address}/help/takeover")
    page.locator("#events-0-what").fill("入金口座が変わった")
    page.locator("button[name=add]").click()
    page.locator("#events-3-what").fill("知らない出品があった")
    page.locator("#store").fill("あおば")
    page.locator("#store").press("Enter")
    words = page.locator("#copy-message").inner_text()
    assert words.index("入金口座が変わった") < words.index("知らない出品があった")
    page.locator("button[name=plan]").click()
    page.wait_for_url("**/cases/*")
    page.goto(page.url.split("#")[0] + "/plan/violation")
    assert "知らない出品があった" in page.content()


@pytest.mark.parametrize("locale, width", [("ja-JP", 1280), ("en-US", 390)])
def test_pages_are_accessible_and_narrow(
    window: Callable[..., Page], locale: str, width: int
) -> None:
    # axe is a script: a window without script would never answer.
    page = window(locale=locale, width=width)
    for part in PAGES:
        page.goto(f"/help{part}")
        assert_accessible(page)
