"""How long the store takes: a save that survives a power cut, a read, a list of a hundred."""

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kaizen.case import Case, NoticeRecord
from kaizen.plan import Cause, Measure, Plan
from store import CaseStore

ROUNDS = 60


def measure() -> list[tuple[str, float]]:
    """Return the median milliseconds of each, by name."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        begun = time.perf_counter()
        store = CaseStore.open(url)
        figures = [("store: first open, tables made", _milliseconds(begun))]
        case = store.create(_case())
        latest = {case.id: case}

        def save() -> None:
            saved = store.save(replace(latest[case.id], note=str(time.perf_counter())))
            assert isinstance(saved, Case)
            latest[case.id] = saved

        figures.append(("store: save a case", _median(save)))
        figures.append(("store: read a case", _median(lambda: store.get(case.id))))
        for _ in range(99):
            store.create(_case())
        figures.append(("store: list 100 cases", _median(store.summaries)))
        figures.append(("store: read 100 cases whole", _median(store.cases, rounds=9)))
        copy = Path(folder) / "copy.sqlite3"
        figures.append(("store: back 100 cases up", _median(lambda: store.backup(copy), rounds=9)))
        store.close()
    return figures


def _case() -> Case:
    words = "The labels of two colours were mixed up because their shelves stood side by side. " * 4
    plan = Plan(
        causes=(Cause(words, words, 14),) * 3,
        measures=(Measure(what=words, who="Kobayashi", record=words, causes=(1,)),) * 12,
    )
    return Case(title="Benchmark", plan=plan, notice=NoticeRecord(words * 6))


def _median(work: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        taken.append(_milliseconds(begun))
    return statistics.median(taken)


def _milliseconds(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000
