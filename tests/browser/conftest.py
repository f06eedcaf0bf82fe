"""The program in a real browser: served in this process, one window for each look."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from settings import Settings
from store import CaseStore
from webapp import build_app

TODAY = date(2026, 11, 6)


@contextmanager
def served(folder: Path, today: date = TODAY) -> Iterator[tuple[str, CaseStore]]:
    """Serve the program on a store in ``folder``; give its address and the store."""
    app = build_app(Settings.in_folder(folder, secret_key="test", today=today))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    store = app.extensions["case_store"]
    try:
        yield f"http://127.0.0.1:{server.server_port}", store
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        store.close()


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, CaseStore]]:
    """Serve the program once for all tests of a file."""
    with served(tmp_path_factory.mktemp("data")) as running:
        yield running


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Start the browser once for all tests of a file."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield started
        started.close()


@pytest.fixture
def window(browser: Browser, program: tuple[str, CaseStore]) -> Iterator[Callable[..., Page]]:
    """Give a function that opens a window: language, width, with or without script."""
    opened = []

    def open_window(*, locale: str = "ja-JP", width: int = 390, script: bool = True) -> Page:
        context = browser.new_context(
            base_url=program[0],
            locale=locale,
            viewport={"width": width, "height": 844},
            java_script_enabled=script,
        )
        context.set_default_timeout(15_000)
        opened.append(context)
        return context.new_page()

    yield open_window
    for context in opened:
        context.close()


def assert_accessible(page: Page) -> None:
    """Ask axe, and see that nothing scrolls sideways."""
    found = Axe().run(page).response["violations"]
    assert [(entry["id"], entry["nodes"][0]["html"]) for entry in found] == [], page.url
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0, f"{page.url} scrolls sideways by {wide} pixels"
