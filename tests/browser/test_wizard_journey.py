"""The whole job by hand: the notice pasted, the wizard answered, the text and the PDF taken."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from exports.text import plain_text
from kaizen.archive import Loaded, read_json
from kaizen.case import Layout
from kaizen.compose import compose
from tests.browser.conftest import TODAY, assert_accessible
from tests.export_builders import pdf_pages, squeezed

pytestmark = pytest.mark.browser
HERE = Path(__file__).resolve().parents[1]
WINDOWS = [(script, width) for script in (True, False) for width in (390, 1280)]


def answers(number: str) -> dict[str, str]:
    (file,) = (HERE / "exports" / "cases").glob(f"{number}-*.json")
    return json.loads(file.read_text("utf-8"))


def notice(number: str) -> str:
    (file,) = (HERE / "notices" / "shared").glob(f"{number}-*.txt")
    return file.read_text("utf-8")


def composed(number: str) -> str:
    """Return the text that the program writes for the case as a file."""
    loaded = read_json(json.dumps(answers(number)))
    assert isinstance(loaded, Loaded)
    return plain_text(compose(loaded.case, layout=Layout.SEVEN, today=TODAY))


def show(page: Page, field: str) -> None:
    """Open the fold around a field, as a person would."""
    box = page.locator(f"#{field}")
    if not box.is_visible():
        page.locator(f"details:has(#{field}) > summary").first.click()
    expect(box).to_be_visible()


def write(page: Page, field: str, words: str) -> None:
    show(page, field)
    page.locator(f"#{field}").fill(words)


def on(page: Page) -> None:
    page.locator(".content button[name='next']").click()
    page.wait_for_load_state()


def finish(page: Page) -> None:
    page.locator("input[name='finished'][value='yes']").check()


def type_case(page: Page, number: str, person: tuple[str, str]) -> str:
    """Do the whole wizard; return the address of the case."""
    given = answers(number)
    page.goto("/start")
    page.locator("#text").fill(notice(number))
    page.locator("#notice-form .buttons button").click()
    page.wait_for_url("**/notice")
    case = page.url.removesuffix("/notice")
    page.goto(f"{case}/plan/violation")
    write(page, "violation-text", given["violation"])
    finish(page)
    on(page)
    write(page, "cause_text", given["cause"])
    finish(page)
    on(page)
    write(page, "fix_text", given["fix"])
    finish(page)
    on(page)
    write(page, "effect_text", given["effect"])
    finish(page)
    on(page)
    write(page, "implementation_date", given["implementation_date"])
    write(page, "effect_month", given["effect_month"])
    on(page)
    write(page, "name", person[0])
    write(page, "role", person[1])
    on(page)
    return case


@pytest.mark.parametrize("script, width", WINDOWS)
def test_case_03_typed_by_hand_gives_the_text_and_the_pdf(
    window: Callable[..., Page], script: bool, width: int, tmp_path: Path
) -> None:
    page = window(script=script, width=width)
    case = type_case(page, "03", ("小林 健一", "出荷責任者"))
    page.goto(f"{case}/submit")
    assert page.locator("#copy-whole").text_content() == composed("03").removesuffix("\n")
    for box in page.locator("input[name='confirmed']").all():
        box.check()
    page.locator("form[action$='/submit/facts'] button").click()
    page.wait_for_load_state()
    with page.expect_download() as waiting:
        page.locator("a[href*='/files/pdf']").click()
    file = tmp_path / "plan.pdf"
    waiting.value.save_as(file)
    read = squeezed("".join(pdf_pages(file.read_bytes())))
    for item in ("violation", "cause", "effect"):
        assert squeezed(answers("03")[item]) in read


def test_case_10_in_english(window: Callable[..., Page]) -> None:
    page = window(locale="en-US", width=1280)
    case = type_case(page, "10", ("Dana Reyes", "Owner"))
    page.goto(f"{case}/submit")
    page.locator(".content details > summary", has_text="Other layout").click()
    page.locator("#layout").select_option("seven")
    page.locator("form[action$='/submit/shape'] button").click()
    page.wait_for_load_state()
    assert page.locator("#copy-whole").text_content() == composed("10").removesuffix("\n")


@pytest.mark.parametrize("locale", ["ja-JP", "en-US"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_page_of_a_case_is_accessible(
    window: Callable[..., Page], locale: str, width: int
) -> None:
    page = window(locale=locale, width=width)
    case = type_case(page, "03", ("小林 健一", "出荷責任者"))
    steps = ("violation", "cause", "fix", "effect", "dates", "person")
    others = ("", "/notice", "/notice?edit=documents_requested", "/notice/paste", "/coverage")
    last = ("/exhibits", "/review", "/submit", "/print", "/rounds", "/note", "/details")
    for path in (*others, *(f"/plan/{step}" for step in steps), "/plan/fix?card=0", *last):
        page.goto(case + path)
        assert_accessible(page)


def test_a_copy_button_copies_what_is_shown(window: Callable[..., Page]) -> None:
    page = window(width=1280)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    case = type_case(page, "03", ("小林 健一", "出荷責任者"))
    page.goto(f"{case}/submit")
    page.locator("button[data-copy-from='copy-whole']").click()
    expect(page.get_by_text("コピーしました", exact=True).first).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace("\r\n", "\n") == composed("03").removesuffix("\n")


def test_where_the_clipboard_is_refused_the_text_is_selected(window: Callable[..., Page]) -> None:
    page = window(width=1280)
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject()}})"
    )
    case = type_case(page, "03", ("小林 健一", "出荷責任者"))
    page.goto(f"{case}/submit")
    page.locator("button[data-copy-from='copy-effect']").click()
    expect(page.locator(".copy-line [role=status]", has_text="選択").first).to_be_visible()
    selected = page.evaluate("getSelection().toString()").strip()
    assert selected == answers("03")["effect"]
