"""How long a page and a save take, for one person and for twenty at once, on the real server."""

import statistics
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.live import Server, Visitor, serving
from benchmarks.load import visit_together
from kaizen.archive import Loaded, read_archive
from settings import DATABASE_FILE
from store import CaseStore

ALONE = 60
TOGETHER = 20
EACH = 25
# Words of an ordinary length; the languages of a plan make no difference to the time.
WORDS = "Two colours of one product stood on neighbouring shelves and were mixed up. " * 6


def measure() -> list[tuple[str, float]]:
    """Return the middle and the slowest hundredth in milliseconds, by name."""
    with tempfile.TemporaryDirectory() as name:
        ids = _cases(Path(name), TOGETHER)
        with serving(Path(name)) as server:
            return [
                figure
                for what in ("list", "step", "review", "autosave")
                for figure in _figures(server, what, ids)
            ]


def _cases(folder: Path, count: int) -> list[str]:
    plan = {"violation": WORDS, "cause": WORDS, "fix": WORDS, "effect": WORDS}
    loaded = read_archive(plan)
    assert isinstance(loaded, Loaded)
    store = CaseStore.open(f"sqlite:///{folder / DATABASE_FILE}")
    ids = [store.create(loaded.case).id for _ in range(count)]
    store.close()
    return ids


def _figures(server: Server, what: str, ids: Sequence[str]) -> list[tuple[str, float]]:
    _visit(server.port, what, ids[0], 3)  # templates are read once
    alone = _visit(server.port, what, ids[0], ALONE)
    together = _together(server.port, what, ids)
    return [
        (f"pages: {what}, 1 person, p50", statistics.median(alone)),
        (f"pages: {what}, 1 person, p99", _p99(alone)),
        (f"pages: {what}, {TOGETHER} people, p50", statistics.median(together)),
        (f"pages: {what}, {TOGETHER} people, p99", _p99(together)),
    ]


def _together(port: int, what: str, ids: Sequence[str]) -> list[float]:
    if what != "autosave":
        return visit_together(port, [_path(what, case_id) for case_id in ids], each=EACH)
    with ThreadPoolExecutor(TOGETHER) as people:
        visits = [people.submit(_visit, port, what, case_id, EACH) for case_id in ids]
        return [taken for visit in visits for taken in visit.result()]


def _path(what: str, case_id: str) -> str:
    return {
        "list": "/",
        "step": f"/cases/{case_id}/plan/fix",
        "review": f"/cases/{case_id}/review",
        "autosave": f"/cases/{case_id}/plan/cause",
    }[what]


def _visit(port: int, what: str, case_id: str, times: int) -> list[float]:
    path = _path(what, case_id)
    visitor = Visitor(port)
    visitor.get(path)
    taken = []
    for number in range(times):
        begun = time.perf_counter()
        if what == "autosave":
            visitor.autosave(path, cause_text=f"{WORDS} {number} {begun}")
        else:
            visitor.get(path)
        taken.append((time.perf_counter() - begun) * 1000)
    visitor.close()
    return taken


def _p99(taken: Sequence[float]) -> float:
    return statistics.quantiles(taken, n=100, method="inclusive")[98]
