"""From a file of a Japanese spreadsheet to a chart in the PDF, in a real browser, without script."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from kaizen.case import NoticeRecord
from tests.browser.conftest import served
from tests.builders import a_case
from tests.export_builders import pdf_pages, squeezed
from tests.number_builders import a_table

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
NOTICE = NoticeRecord("直近60日間の注文不良率が2.00%となり、目標である1%未満を満たしていません。")
LOOKS = [("ja-JP", "light", 1280), ("ja-JP", "dark", 390), ("en-US", "light", 390)]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the program with one case about a rate; return the address of the case."""
    with served(tmp_path_factory.mktemp("data"), date(2026, 11, 8)) as (running, store):
        case = store.create(replace(a_case(), notice=NOTICE))
        yield f"{running}/cases/{case.id}"


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """Return a window without script."""
    context = browser.new_context(locale="ja-JP", java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture(params=LOOKS, ids=lambda look: "-".join(map(str, look)))
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a window in each look."""
    language, scheme, width = request.param
    context = browser.new_context(
        locale=language, color_scheme=scheme, viewport={"width": width, "height": 844}
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_three_presses_lead_from_a_file_to_a_chart_in_the_pdf(
    plain_page: Page, address: str, tmp_path: Path
) -> None:
    page = plain_page
    file = tmp_path / "days.csv"
    file.write_bytes(a_table().encode("cp932"))
    page.goto(f"{address}/numbers/odr")
    page.locator("details:has(#file) > summary").click()
    page.set_input_files("#file", file)
    page.locator("#rate").fill("0.4")
    page.locator("#numbers-form > .buttons .button").last.click()
    page.locator("button[name=accept]").click()
    page.locator("button[name=in_document][value=yes]").click()
    page.locator("button[name=in_document][value=no]").wait_for()
    content = page.request.get(f"{address}/files/pdf?draft=1").body()
    assert squeezed("注文不良率の見込み") in squeezed("".join(pdf_pages(content)))


def test_pages_are_accessible_and_narrow(page: Page, address: str) -> None:
    for part in ("/numbers", "/numbers/odr", "/numbers/vtr", "/plan/dates"):
        page.goto(address + part)
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{part} scrolls sideways by {wide} pixels"
        found = Axe().run(page).response["violations"]
        assert [(entry["id"], entry["nodes"][0]["html"]) for entry in found] == []
