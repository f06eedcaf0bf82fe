"""What a person waits for: a PDF by a click, a page beside PDFs, a saved step."""

import gc
import json
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from werkzeug.test import EnvironBuilder, run_wsgi_app

from benchmarks.exports import TODAY, a_plan
from benchmarks.live import Server, Visitor, serving
from benchmarks.load import visit_together
from benchmarks.memory import mebibytes, tree_mebibytes
from benchmarks.side_by_side import milliseconds
from bootstrap.serve import COLLECT_AFTER
from exports import pdf
from exports.render import render
from exports.worker import WORKER
from kaizen.case import Case, Layout
from kaizen.compose import compose
from settings import DATABASE_FILE, Settings
from store import CaseStore

ROUNDS = 12
VISITS = 150
CLIENTS = 8
SAVES = 60


def measure(*, quick: bool = False) -> list[tuple[str, float]]:
    """Return milliseconds and ratios by name."""
    share = 4 if quick else 1
    with tempfile.TemporaryDirectory() as name:
        case = _stored(Path(name))
        with serving(Path(name)) as server:
            figures = _click(server, case, ROUNDS // share)
            figures += _beside_pdf(server, case, VISITS // share)
            figures += _clients(server, case, VISITS // share)
            figures += [
                ("memory: server, MiB", mebibytes(server.process.pid)),
                ("memory: server with its PDF worker, MiB", tree_mebibytes(server.process.pid)),
            ]
        return [*figures, ("click: save a step, in process", _save(Path(name), case))]


def _stored(folder: Path) -> Case:
    store = CaseStore.open(f"sqlite:///{folder / DATABASE_FILE}")
    try:
        return store.create(Case(title="Benchmark", plan=a_plan(3)))
    finally:
        store.close()


def _click(server: Server, case: Case, rounds: int) -> list[tuple[str, float]]:
    """Compare a download with the bare drawing of the same page, in turns."""
    page = pdf.html(compose(case, layout=Layout.SEVEN, today=TODAY, is_draft=True))
    clicked, bare = [], []
    for number in range(-1, rounds):
        click = milliseconds(lambda: _download(server.port, case))
        draw = milliseconds(lambda: WORKER.run(render, page))
        if number >= 0:
            clicked.append(click)
            bare.append(draw)
    return [
        ("click: PDF of 3 pages", min(clicked)),
        ("click: PDF of 3 pages : bare drawing", min(clicked) / min(bare)),
    ]


def _download(port: int, case: Case) -> bytes:
    with urlopen(f"http://127.0.0.1:{port}/cases/{case.id}/files/pdf?draft=1") as answer:
        return bytes(answer.read())


def _beside_pdf(server: Server, case: Case, visits: int) -> list[tuple[str, float]]:
    """Visit a page with and without one person who makes PDFs without end, in turns."""
    alone, beside = [], []
    for _ in range(5):
        alone += _visits(server.port, case, visits // 5)
        with _making_pdfs(server.port, case):
            beside += _visits(server.port, case, visits // 5)
    return [
        ("click: page alone, p99", _p99(alone)),
        ("click: page beside PDFs, p99", _p99(beside)),
        ("click: page beside PDFs : alone, p99", _p99(beside) / _p99(alone)),
        (
            "click: page beside PDFs : alone, p50",
            statistics.median(beside) / statistics.median(alone),
        ),
    ]


@contextmanager
def _making_pdfs(port: int, case: Case) -> Iterator[None]:
    ended = threading.Event()

    def make() -> None:
        while not ended.is_set():
            _download(port, case)

    maker = threading.Thread(target=make)
    maker.start()
    try:
        yield
    finally:
        ended.set()
        maker.join()


def _clients(server: Server, case: Case, visits: int) -> list[tuple[str, float]]:
    paths = [f"/cases/{case.id}/plan/fix"] * CLIENTS
    together = visit_together(server.port, paths, each=visits)
    return [
        (f"click: page, {CLIENTS} people at once, p50", statistics.median(together)),
        (f"click: page, {CLIENTS} people at once, p99", _p99(together)),
    ]


def _visits(port: int, case: Case, times: int) -> list[float]:
    visitor, path = Visitor(port), f"/cases/{case.id}/plan/fix"
    visitor.get(path)
    try:
        return [milliseconds(lambda: visitor.get(path)) for _ in range(times)]
    finally:
        visitor.close()


def _save(folder: Path, case: Case) -> float:
    """Return the milliseconds of a save by the page's script, without the way over the network.

    The request is built before the clock starts, as the browser would have built it.
    """
    from webapp import build_app

    app = build_app(Settings.in_folder(folder, secret_key="benchmark"))
    app.config["WTF_CSRF_ENABLED"] = False
    path, taken, revision = f"/cases/{case.id}/plan/cause", [], "1"
    gc.collect()
    gc.freeze()  # as the server does after loading, and looks for waste as seldom
    gc.set_threshold(*COLLECT_AFTER)
    for number in range(SAVES):
        words = {"cause_text": f"{number} {time.time()}", "revision": revision, "autosave": "1"}
        built = EnvironBuilder(
            path,
            method="POST",
            json=list(words.items()),
            environ_base={"REMOTE_ADDR": "127.0.0.1"},
        )
        environ = built.get_environ()
        begun = time.perf_counter()
        answer, status, _ = run_wsgi_app(app, environ, buffered=True)
        taken.append((time.perf_counter() - begun) * 1000)
        assert status == "200 OK", status
        revision = str(json.loads(b"".join(answer))["revision"])
    app.extensions["case_store"].close()
    return statistics.median(taken)


def _p99(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=100, method="inclusive")[98]
