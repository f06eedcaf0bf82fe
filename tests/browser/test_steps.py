"""A step in a real browser: saved while typing, kept on every way out, by keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from kaizen.case import Case
from store import CaseStore
from tests.builders import a_case, a_structured_plan

pytestmark = pytest.mark.browser
Windows = Callable[..., Page]


@pytest.fixture
def case(program: tuple[str, CaseStore]) -> Case:
    return program[1].create(a_case(plan=a_structured_plan()))


def stored(program: tuple[str, CaseStore], case: Case) -> Case:
    found = program[1].get(case.id)
    assert found is not None
    return found


def saved(page: Page, words: str = "自動で保存") -> None:
    expect(page.locator("#saved")).to_contain_text(words)


def test_what_is_typed_is_saved_without_a_button(program, case, window: Windows) -> None:
    page = window()
    page.goto(f"/cases/{case.id}/plan/person")
    page.locator("#name").fill("山田 太郎")
    saved(page)
    assert stored(program, case).plan.person.name == "山田 太郎"
    page.reload()
    expect(page.locator("#name")).to_have_value("山田 太郎")


def test_leaving_at_once_loses_nothing(program, case, window: Windows) -> None:
    page = window()
    page.goto(f"/cases/{case.id}/plan/person")
    page.locator("#role").fill("代表")
    page.goto(f"/cases/{case.id}")
    page.goto(f"/cases/{case.id}/plan/person")
    expect(page.locator("#role")).to_have_value("代表")


@pytest.mark.parametrize("pause", [0, 50, 400, 900])
def test_reloading_while_typing_is_no_conflict_with_oneself(
    program, case, window: Windows, pause: int
) -> None:
    page = window()
    page.goto(f"/cases/{case.id}/plan/person")
    page.locator("#role").fill("代表")
    page.wait_for_timeout(pause)
    page.reload()
    expect(page.locator("#role")).to_have_value("代表")
    page.locator("#role").fill("代表取締役")
    saved(page)
    expect(page.locator("#not-saved")).to_be_hidden()
    assert stored(program, case).plan.person.role == "代表取締役"


def hold_back_the_script(page: Page) -> Callable[[], None]:
    """Let autosave.js of the next page wait, as on a slow line; call the result to let it go."""
    held: list[Route] = []
    page.route("**/autosave.js", lambda route: held.append(route), times=1)

    def let_go() -> None:
        held.pop().continue_()

    return let_go


@pytest.mark.parametrize("is_reloaded", [True, False])
def test_what_is_typed_before_the_script_has_come_stays_and_is_saved(
    program, case, window: Windows, is_reloaded: bool
) -> None:
    page = window()
    if is_reloaded:
        page.goto(f"/cases/{case.id}/plan/person")
    let_go = hold_back_the_script(page)
    if is_reloaded:
        page.reload(wait_until="commit")
    else:
        page.goto(f"/cases/{case.id}/plan/person", wait_until="commit")
    page.locator("#role").fill("代表取締役")
    page.wait_for_timeout(100)
    let_go()
    saved(page)
    expect(page.locator("#role")).to_have_value("代表取締役")
    assert stored(program, case).plan.person.role == "代表取締役"


def test_the_back_button_shows_what_was_saved(case, window: Windows) -> None:
    page = window()
    page.goto(f"/cases/{case.id}/plan/person")
    page.locator("#name").fill("佐藤 花子")
    page.locator(".content button[name='next']").click()
    page.wait_for_load_state()
    page.go_back()
    expect(page.locator("#name")).to_have_value("佐藤 花子")


def test_offline_the_words_stay_and_are_saved_later(program, case, window: Windows) -> None:
    page = window()
    page.goto(f"/cases/{case.id}/plan/person")
    page.context.set_offline(True)
    page.locator("#name").fill("鈴木 一郎")
    expect(page.locator("#not-saved")).to_be_visible()
    expect(page.locator("#name")).to_have_value("鈴木 一郎")
    page.context.set_offline(False)
    saved(page)
    assert stored(program, case).plan.person.name == "鈴木 一郎"


def test_two_windows_do_not_overwrite_each_other(program, case, window: Windows) -> None:
    first, second = window(script=False), window(script=False)
    for page in (first, second):
        page.goto(f"/cases/{case.id}/plan/person")
    first.locator("#name").fill("先の 人")
    first.locator(".content button[name='next']").click()
    first.wait_for_load_state()
    second.locator("#name").fill("後の 人")
    second.locator(".content button[name='next']").click()
    second.wait_for_load_state()
    assert "先の 人" in second.content()
    assert "後の 人" in second.content()
    assert stored(program, case).plan.person.name == "先の 人"


def test_the_first_error_takes_the_focus_by_keyboard_alone(case, window: Windows) -> None:
    page = window()
    page.goto(f"/cases/{case.id}/plan/dates")
    page.locator("#implementation_date").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("11月末")
    page.keyboard.press("Enter")
    expect(page.locator("#error-summary")).to_be_focused()
    assert page.title().startswith("エラー")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#implementation_date")).to_be_focused()
    expect(page.locator("#implementation_date")).to_have_value("11月末")


@pytest.mark.parametrize("script", [True, False])
def test_a_list_is_arranged_with_buttons(program, case, window: Windows, script: bool) -> None:
    page = window(script=script)
    page.goto(f"/cases/{case.id}/plan/cause?card=1")
    page.locator("button[name='up'][value='1']").click()
    page.wait_for_load_state()
    assert stored(program, case).plan.causes[0].why == "追跡の無い郵便で発送していました。"
    page.locator("button[name='add']").click()
    page.wait_for_load_state()
    page.locator("#causes-2-why").fill("三つ目の原因です。")
    page.locator("button[name='close'][value='2']").click()
    page.wait_for_load_state()
    assert stored(program, case).plan.causes[2].why == "三つ目の原因です。"


def test_changing_the_language_keeps_what_is_typed(program, case, window: Windows) -> None:
    page = window(script=False)
    page.goto(f"/cases/{case.id}/plan/person")
    page.locator("#name").fill("田中 次郎")
    page.locator("button[name='switch_language']").click()
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.locator("#name")).to_have_value("田中 次郎")
