"""Takes the pictures of the README from the running program: ``python -m tools.pictures``.

Needs Chromium and pdftoppm; uses a store of its own and the worked case of an order defect rate.
"""

import subprocess
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bootstrap.browser import find_browser
from bootstrap.catalogue import compile_catalogues
from kaizen.archive import Loaded, read_json
from kaizen.case import Case
from kaizen.compose import compose
from kaizen.plan import Person

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
TODAY = date(2026, 11, 8)
EXAMPLE = ROOT / "tools" / "pictures.json"


def example() -> Case:
    """Return the case that the pictures show, half of it in fields."""
    loaded = read_json(EXAMPLE.read_text("utf-8"))
    if not isinstance(loaded, Loaded):
        raise ValueError(str(loaded))
    return loaded.case


def weakened(case: Case) -> Case:
    """Return the case with a few weak points, for the picture of the review."""
    plan = case.plan
    measures = tuple(replace(measure, record="", criterion="") for measure in plan.measures)
    return replace(
        case,
        plan=plan.replace(
            measures=measures, effect_month="2026\u5e7411\u6708", person=Person("\u5e97\u9577")
        ),
    )


def take(browser: Browser, address: str, name: str, width: int, height: int) -> None:
    """Write one picture of the page at ``address``."""
    page = browser.new_page(viewport={"width": width, "height": height}, locale="ja-JP")
    page.goto(address)
    page.screenshot(path=PICTURES / f"{name}.png")
    page.close()


def main() -> None:
    """Write all pictures."""
    from tests.browser.conftest import served

    compile_catalogues(ROOT / "translations")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), TODAY) as (address, store):
        case = store.create(example())
        base = f"{address}/cases/{case.id}"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=find_browser(), args=["--no-sandbox"]
            )
            take(browser, f"{base}/notice", "notice", 1280, 1000)
            take(browser, f"{base}/plan/fix", "fix", 1280, 1000)
            weak = f"{address}/cases/{store.create(weakened(case)).id}"
            take(browser, f"{weak}/review", "review", 1280, 1000)
            take(browser, f"{base}/submit", "submit", 1280, 1000)
            take(browser, base, "tasks-phone", 390, 844)
            browser.close()
        plan_picture(case, Path(folder))


def plan_picture(case: Case, folder: Path) -> None:
    """Write the first page of the PDF as a picture."""
    from exports.pdf import stop, write

    made = write(compose(case, today=TODAY))
    stop()
    if not isinstance(made, bytes):
        raise RuntimeError(made.sentence("en"))
    (folder / "plan.pdf").write_bytes(made)
    command = ["pdftoppm", "-r", "80", "-png", "-f", "1", "-l", "1", "-singlefile"]
    subprocess.run([*command, str(folder / "plan.pdf"), str(PICTURES / "plan")], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
