"""How long each file takes, warm and cold, and how the PDF grows; beside Chromium where it is.

The fastest of several rounds counts: what else runs on a machine only ever adds. Ratios to
Chromium are taken in turns, one document each.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bootstrap.browser import find_browser
from exports import FORMATS, pdf
from exports.worker import WORKER
from kaizen.case import Case, Details, Layout
from kaizen.compose import compose
from kaizen.document import Document, Picture
from kaizen.plan import Person, Plan, Violation

ROOT = Path(__file__).resolve().parent.parent
WORDS = Path(__file__).with_name("exports_words.txt")
TODAY = date(2026, 11, 6)
ROUNDS = 9
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 262">{}</svg>'


def measure() -> list[tuple[str, float]]:
    """Return milliseconds, mebibytes and ratios by name."""
    pdf.stop()
    cold = _milliseconds(lambda: _written(a_document(3)))
    figures = [("pdf, 3 pages, first one", cold)]
    for pages in (1, 3, 5, 30):
        figures.append((f"pdf, {pages} pages", _warm(a_document(pages))))
    at_five, at_thirty = figures[-2][1] / 5, figures[-1][1] / 30
    figures += [
        ("pdf, a page of 30 : a page of 5", at_thirty / at_five),
        ("pdf, 4,000 characters : the same in four paragraphs", _paragraph_ratio()),
        ("pdf, 60,000 characters", _warm(_whole(_text(60_000)), rounds=3)),
        ("pdf, worker, MiB", _mebibytes(WORKER.run(os.getpid))),
        ("docx, 3 pages", _warm(a_document(3), "docx")),
        ("text, 3 pages", _warm(a_document(3), "text")),
    ]
    browser = find_browser()
    return figures + (_beside_chromium(browser) if browser else [])


def a_document(pages: int, number: int = 0) -> Document:
    """Return a document of about ``pages`` pages with a chart; ``number`` makes it another one."""
    size = {1: 330, 3: 2900, 5: 6800, 30: 52800}[pages]
    chart = (Picture(_SVG.format(_bars(number)), "chart", "chart"),) if pages > 1 else ()
    return replace(_whole(_text(size, number)), pictures=chart)


def _bars(number: int) -> str:
    bars = ((n * 40 + 20, n * 17 + 9, n + number % 9) for n in range(8))
    return "".join(
        f'<rect x="{x}" y="{220 - height}" width="24" height="{height}"/>'
        f'<text x="{x}" y="240" font-size="12">{label}</text>'
        for x, height, label in bars
    )


def _text(size: int, number: int = 0) -> str:
    words = WORDS.read_text("utf-8").split()
    whole = ""
    while len(whole) < size:
        number += 1
        whole += f"{number % 97}{words[number % len(words)]}"
    return whole[:size]


def _whole(text: str) -> Document:
    """Return a document of this text, spread over the items in paragraphs of 500 characters."""
    parts = [text[start : start + 500] for start in range(0, len(text), 500)]
    share = max(1, -(-len(parts) // 4))
    items = ["\n".join(parts[start : start + share]) for start in range(0, len(parts), share)]
    first, second, third, fourth = (*items, "", "", "")[:4]
    plan = Plan(
        Violation(first), second, (), third, (), fourth, (), "2026-11-14", "2027-01", Person("A B")
    )
    return _composed(plan)


def _composed(plan: Plan) -> Document:
    case = Case(plan=plan, details=Details(store="Store", notice_date=TODAY))
    return compose(case, layout=Layout.SEVEN, today=TODAY)


def _paragraph_ratio() -> float:
    text = _text(4000)
    four = "\n".join(text[start : start + 1000] for start in range(0, 4000, 1000))
    return _warm(_composed(Plan(cause_text=text))) / _warm(_composed(Plan(cause_text=four)))


def _written(document: Document, key: str = "pdf") -> bytes:
    written = FORMATS[key].write(document, Case())
    assert isinstance(written, bytes), written
    return written


def _warm(document: Document, key: str = "pdf", rounds: int = ROUNDS) -> float:
    _written(document, key)
    return min(_milliseconds(lambda: _written(document, key)) for _ in range(rounds))


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _mebibytes(process: int) -> float:
    """Return the memory of one process: its own, and its share of what it has in common."""
    rollup = Path(f"/proc/{process}/smaps_rollup")
    if not rollup.exists():
        return 0.0
    lines = rollup.read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _beside_chromium(browser: str) -> list[tuple[str, float]]:
    figures = []
    with _chromium(browser) as opened:
        for pages in (1, 3):
            new, same, own = [], [], []
            kept = opened.new_page()
            for number in range(ROUNDS):
                document = a_document(pages, number)
                html = _for_browser(document)
                own.append(_milliseconds(lambda d=document: _written(d)))
                new.append(_milliseconds(lambda h=html: _print(opened.new_page(), h, close=True)))
                same.append(_milliseconds(lambda h=html, p=kept: _print(p, h)))
            name = f"pdf, {pages} pages : Chromium"
            figures.append((f"{name}, new page", min(own) / min(new)))
            figures.append((f"{name}, same page", min(own) / min(same)))
        tree = sum(_mebibytes(process) for process in _tree(os.getpid(), browser))
    figures.append(("pdf, worker : Chromium, memory", _mebibytes(WORKER.run(os.getpid)) / tree))
    return [*figures, ("pdf, first one : Chromium from the command line", _cold_ratio(browser))]


def _for_browser(document: Document) -> str:
    style = (ROOT / "templates" / "exports" / "pdf.css").read_text("utf-8")
    fonts = "".join(
        f'@font-face{{font-family:"BIZ UDPGothic";font-weight:{weight};'
        f"src:url(file://{ROOT}/exports/fonts/BIZUDPGothic-{name}.ttf)}}"
        for weight, name in ((400, "Regular"), (700, "Bold"))
    )
    return pdf.html(document).replace("</head>", f"<style>{fonts}{style}</style></head>")


@contextmanager
def _chromium(browser: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        opened = player.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        try:
            yield opened
        finally:
            opened.close()


def _print(page: Any, html: str, *, close: bool = False) -> None:
    page.set_content(html)
    page.pdf(format="A4", tagged=True, prefer_css_page_size=True)
    if close:
        page.close()


def _tree(root: int, browser: str) -> list[int]:
    """Return the processes below ``root`` that run the browser."""
    found = []
    for folder in Path(f"/proc/{root}/task").iterdir():
        for child in (folder / "children").read_text("ascii").split():
            command = Path(f"/proc/{child}/cmdline").read_bytes()
            found += [int(child)] if Path(browser).name.encode() in command else []
            found += _tree(int(child), browser)
    return sorted(set(found))


def _cold_ratio(browser: str) -> float:
    """Return the time of one process that makes one PDF, against the browser's command line."""
    own, other = [], []
    code = "from benchmarks.exports import _written, a_document; _written(a_document(3))"
    with TemporaryDirectory() as folder:
        page, out = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(_for_browser(a_document(3)), "utf-8")
        flags = ("--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={out}")
        for _ in range(3):
            own.append(_milliseconds(lambda: _quietly([sys.executable, "-c", code])))
            other.append(_milliseconds(lambda: _quietly([browser, *flags, page.as_uri()])))
    return min(own) / min(other)


def _quietly(command: list[str]) -> None:
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


if __name__ == "__main__":
    for label, value in measure():
        print(f"{label:<60} {value:10.2f}")
    pdf.stop()
