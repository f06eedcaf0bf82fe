"""Our PDF and the other ways to one, in turns: one document each, changed every time.

Both the ratios of the fastest rounds and of the medians are kept: what else runs on a machine only
ever adds, but a lucky round of one engine is not what a person waits for.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.engines import (
    browser_command,
    browser_page,
    chromium,
    others,
    print_on_new_page,
    print_page,
)
from benchmarks.exports import a_document, written
from benchmarks.memory import mebibytes, running
from bootstrap.browser import find_browser
from exports.worker import WORKER
from kaizen.document import Document

ROOT = Path(__file__).resolve().parent.parent
OURS = "Kaizen Plan"
NEW, SAME = "Chromium, new page", "Chromium, same page"
ROUNDS = {1: 15, 3: 15, 30: 3}
QUICK_ROUNDS = {1: 5, 3: 5}
_COLD_ROUNDS = {1: 3, 3: 5, 30: 3}
_QUICK_COLD_ROUNDS = {3: 2}
_OWN_COMMAND = "from benchmarks.exports import a_document, written; written(a_document({pages}))"

Times = Mapping[str, list[float]]


def measure(*, quick: bool = False) -> list[tuple[str, float]]:
    """Return milliseconds of each engine, and ours as a share of each."""
    browser = find_browser()
    if browser is None:
        return _without_browser(quick=quick)
    with tempfile.TemporaryDirectory() as folder, chromium(browser) as opened:
        figures = _turns(_engines(opened, Path(folder, "page.html")), quick=quick)
        worker, tree = mebibytes(WORKER.run(os.getpid)), sum(map(mebibytes, running(browser)))
    figures += [
        ("memory: PDF worker, MiB", worker),
        ("memory: Chromium, MiB", tree),
        ("memory: PDF worker : Chromium", worker / max(tree, 1)),
    ]
    for pages, rounds in (_QUICK_COLD_ROUNDS if quick else _COLD_ROUNDS).items():
        figures += _cold(browser, pages, rounds)
    return figures


def _without_browser(*, quick: bool) -> list[tuple[str, float]]:
    return _turns({OURS: written, **others()}, quick=quick)


def _engines(opened: Any, file: Path) -> dict[str, Callable[[Document], object]]:
    kept = opened.new_page()
    return {
        OURS: written,
        NEW: lambda document: print_on_new_page(opened, browser_page(document, file)),
        SAME: lambda document: print_page(kept, browser_page(document, file)),
        **others(),
    }


def _turns(
    engines: Mapping[str, Callable[[Document], object]], *, quick: bool
) -> list[tuple[str, float]]:
    figures = []
    for pages, rounds in (QUICK_ROUNDS if quick else ROUNDS).items():
        times: dict[str, list[float]] = {name: [] for name in engines}
        for number in range(-1, rounds):
            for name, write in engines.items():
                document = a_document(pages, number + 2)
                taken = milliseconds(lambda w=write, d=document: w(d))
                if number >= 0:  # the first turn warms up
                    times[name].append(taken)
        figures += _figures(_length(pages), times)
    return figures + _growth(dict(figures), engines)


def _length(pages: int) -> str:
    return f"{pages} page{'s' if pages > 1 else ''}"


def _figures(length: str, times: Times) -> list[tuple[str, float]]:
    ours = times[OURS]
    figures = [(f"{length}: {name}, ms", min(taken)) for name, taken in times.items()]
    for name, taken in times.items():
        if name != OURS:
            figures.append((f"{length}: ours : {name}", min(ours) / min(taken)))
            middle = statistics.median(ours) / statistics.median(taken)
            figures.append((f"{length}: ours : {name}, medians", middle))
    return figures


def _growth(figures: Mapping[str, float], names: Mapping[str, object]) -> list[tuple[str, float]]:
    """Return how many times as long 30 pages take as 3."""
    return [
        (f"30 pages : 3 pages, {name}", figures[key] / figures[f"3 pages: {name}, ms"])
        for name in names
        if (key := f"30 pages: {name}, ms") in figures
    ]


def _cold(browser: str, pages: int, rounds: int) -> list[tuple[str, float]]:
    """Compare a process that makes one PDF and ends with the browser's command line."""
    times: dict[str, list[float]] = {OURS: [], "Chromium": []}
    with tempfile.TemporaryDirectory() as folder:
        page = browser_page(a_document(pages), Path(folder, "page.html"))
        out = Path(folder, "page.pdf")
        command = [sys.executable, "-c", _OWN_COMMAND.format(pages=pages)]
        for _ in range(rounds):
            times[OURS].append(
                milliseconds(
                    lambda: subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
                )
            )
            times["Chromium"].append(milliseconds(lambda: browser_command(browser, page, out)))
    return _figures(f"cold, {_length(pages)}", times)


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
