"""How long each file takes, warm and cold, and how the PDF grows.

The fastest of several rounds counts: what else runs on a machine only ever adds.
"""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks.memory import mebibytes
from exports import FORMATS, pdf
from exports.worker import WORKER
from kaizen.case import Case, Details, Layout
from kaizen.compose import compose
from kaizen.document import Document, Picture
from kaizen.plan import Person, Plan, Violation

WORDS = Path(__file__).with_name("exports_words.txt")
TODAY = date(2026, 11, 6)
ROUNDS = 9
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 262">{}</svg>'


def measure() -> list[tuple[str, float]]:
    """Return milliseconds, mebibytes and ratios by name."""
    figures = []
    for pages in (1, 30, 3):
        pdf.stop()
        cold = _milliseconds(lambda pages=pages: written(a_document(pages)))
        figures.append((f"pdf, {pages} pages, first one", cold))
    for pages in (1, 3, 5, 30):
        figures.append((f"pdf, {pages} pages", _warm(a_document(pages))))
    at_five, at_thirty = figures[-2][1] / 5, figures[-1][1] / 30
    return [
        *figures,
        ("pdf, a page of 30 : a page of 5", at_thirty / at_five),
        ("pdf, 4,000 characters : the same in four paragraphs", _paragraph_ratio()),
        ("pdf, 60,000 characters", _warm(_composed(_whole(_text(60_000))), rounds=3)),
        ("pdf, worker, MiB", mebibytes(WORKER.run(os.getpid))),
        ("docx, 3 pages", _warm(a_document(3), "docx")),
        ("text, 3 pages", _warm(a_document(3), "text")),
    ]


def a_document(pages: int, number: int = 0) -> Document:
    """Return a document of about ``pages`` pages with a chart; ``number`` makes it another one."""
    chart = (Picture(_SVG.format(_bars(number)), "chart", "chart"),) if pages > 1 else ()
    return replace(_composed(a_plan(pages, number)), pictures=chart)


def a_plan(pages: int, number: int = 0) -> Plan:
    """Return a plan that fills about ``pages`` pages; ``number`` makes it another one."""
    return _whole(_text({1: 330, 3: 2900, 5: 6800, 30: 52800}[pages], number))


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


def _whole(text: str) -> Plan:
    """Return a plan of this text, spread over the items in paragraphs of 500 characters."""
    parts = [text[start : start + 500] for start in range(0, len(text), 500)]
    share = max(1, -(-len(parts) // 4))
    items = ["\n".join(parts[start : start + share]) for start in range(0, len(parts), share)]
    first, second, third, fourth = (*items, "", "", "")[:4]
    return Plan(
        Violation(first), second, (), third, (), fourth, (), "2026-11-14", "2027-01", Person("A B")
    )


def _composed(plan: Plan) -> Document:
    case = Case(plan=plan, details=Details(store="Store", notice_date=TODAY))
    return compose(case, layout=Layout.SEVEN, today=TODAY)


def _paragraph_ratio() -> float:
    text = _text(4000)
    four = "\n".join(text[start : start + 1000] for start in range(0, 4000, 1000))
    return _warm(_composed(Plan(cause_text=text))) / _warm(_composed(Plan(cause_text=four)))


def written(document: Document, key: str = "pdf") -> bytes:
    """Return the file of ``document``; a refusal is a bug here."""
    written = FORMATS[key].write(document, Case())
    assert isinstance(written, bytes), written
    return written


def _warm(document: Document, key: str = "pdf", rounds: int = ROUNDS) -> float:
    written(document, key)
    return min(_milliseconds(lambda: written(document, key)) for _ in range(rounds))


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
