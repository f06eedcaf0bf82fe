"""What must never happen to a saved case: ``python -m benchmarks.robustness`` tries hard.

Real processes write to one database, are killed with -9 while they do, and start together. Every
figure is a count of something lost, refused or damaged, so the only good value is 0.
"""

import argparse
import json
import multiprocessing
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kaizen.case import Case
from store import CaseStore, Conflict

_SPAWN = multiprocessing.get_context("spawn")
WRITERS = 4
_FILE = "robust.sqlite3"
LONG = "\u6587" * 2_000


@dataclass(frozen=True, slots=True)
class Killed:
    """What was found after processes were killed while they saved."""

    kills: int
    acknowledged: int
    lost: int
    damaged: int
    slowest_restart: float


@dataclass(frozen=True, slots=True)
class Together:
    """What was found after several processes changed the same case at once."""

    wanted: int
    lost: int
    errors: int
    seconds: float


def update_together(folder: Path, *, processes: int = WRITERS, each: int = 250) -> Together:
    """Let processes add their marks to one case; every mark must be there in the end."""
    url = _url(folder)
    with _store(url) as store:
        case_id = store.create(Case(note="")).id
    begun = time.perf_counter()
    with _SPAWN.Pool(processes) as pool:
        errors = sum(pool.starmap(_add_marks, [(url, case_id, n, each) for n in range(processes)]))
    seconds = time.perf_counter() - begun
    with _store(url) as store:
        case = store.get(case_id)
    marks = case.note.split() if case else []
    wanted = {f"{process}.{number}" for process in range(processes) for number in range(each)}
    lost = len(wanted - set(marks)) + len(marks) - len(set(marks))
    return Together(processes * each, lost, errors, seconds)


def create_together(folder: Path, *, processes: int = WRITERS, threads: int = 5) -> int:
    """Post the same new case from many threads at once; return how many too many there are."""
    url = _url(folder)
    with _SPAWN.Pool(processes) as pool:
        answers = pool.starmap(_create, [(url, "the same form", threads)] * processes, chunksize=1)
    ids = {case_id for answer in answers for case_id in answer}
    with _store(url) as store:
        return max(len(ids), len(store.summaries())) - 1


def kill_while_saving(folder: Path, *, kills: int, seed: int = 1) -> Killed:
    """Kill writers again and again at any moment; look for what they had acknowledged."""
    url, chance = _url(folder), random.Random(seed)
    with _store(url) as store:
        ids = [store.create(Case(note=f"case {n}")).id for n in range(WRITERS)]
    acknowledged = lost = damaged = 0
    slowest = 0.0
    for _ in range(kills):
        told = _write_and_kill(url, ids, after=chance.uniform(0.05, 0.4))
        begun = time.perf_counter()
        with _store(url) as store:
            found = {case.id: case.revision for case in store.cases()}
        slowest = max(slowest, time.perf_counter() - begun)
        acknowledged += len(told)
        lost += sum(1 for case_id, revision in told if found.get(case_id, 0) < revision)
        damaged += integrity(folder / _FILE) != "ok"
    return Killed(kills, acknowledged, lost, damaged, slowest)


def _add_marks(url: str, case_id: str, process: int, count: int) -> int:
    errors = 0
    with _store(url) as store:
        for number in range(count):
            try:
                _add_mark(store, case_id, f"{process}.{number}")
            except Exception:
                errors += 1
    return errors


def _add_mark(store: CaseStore, case_id: str, mark: str) -> None:
    """Add a mark as a page does: whoever comes second reads again and tries again."""
    case = store.get(case_id)
    while case is not None:
        saved = store.save(replace(case, note=f"{case.note} {mark}"))
        if isinstance(saved, Case):
            return
        case = saved.current if isinstance(saved, Conflict) else None
    raise LookupError(case_id)


def _create(url: str, key: str, threads: int) -> list[str]:
    with _store(url) as store, ThreadPoolExecutor(threads) as pool:
        posts = [pool.submit(store.create, Case(), key=key) for _ in range(threads)]
        return [post.result().id for post in posts]


def _write_and_kill(url: str, ids: Sequence[str], *, after: float) -> list[tuple[str, int]]:
    """Start one writer a case, kill them, and return what they said was saved."""
    command = [sys.executable, "-m", "benchmarks.robustness", "--write", url]
    root = Path(__file__).resolve().parent.parent
    writers = [
        subprocess.Popen([*command, case_id], stdout=subprocess.PIPE, cwd=root) for case_id in ids
    ]
    for writer in writers:
        assert writer.stdout is not None
        writer.stdout.readline()  # it is writing now
    time.sleep(after)
    for writer in writers:
        os.kill(writer.pid, signal.SIGKILL)
    lines = [line for writer in writers for line in writer.communicate()[0].splitlines(True)]
    whole = (line.split() for line in lines if line.endswith(b"\n"))
    return [(case_id.decode(), int(revision)) for case_id, revision in whole]


def write_without_end(url: str, case_id: str) -> None:
    """Save a case over and over, and print each save once it is acknowledged."""
    with _store(url) as store:
        case = store.get(case_id)
        while isinstance(case, Case):
            case = store.save(replace(case, note=f"{case.revision} {LONG}"))
            if isinstance(case, Case):
                print(case.id, case.revision, flush=True)


@contextmanager
def _store(url: str) -> Iterator[CaseStore]:
    store = CaseStore.open(url)
    try:
        yield store
    finally:
        store.close()


def _url(folder: Path) -> str:
    return f"sqlite:///{folder / _FILE}"


def integrity(database: Path) -> str:
    """Return what SQLite says about the whole file: "ok", or what is damaged."""
    with closing(sqlite3.connect(database)) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def _report(kills: int) -> dict[str, object]:
    report: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        report["updates together"] = asdict(update_together(Path(name)))
    with tempfile.TemporaryDirectory() as name:
        report["20 posts of one form"] = {"too_many": create_together(Path(name))}
    with tempfile.TemporaryDirectory() as name:
        report["kill -9"] = asdict(kill_while_saving(Path(name), kills=kills))
    return report


def main() -> int:
    """Print what was found; the status is 1 where anything was lost, refused or damaged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--write", nargs=2, metavar=("URL", "ID"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.write:
        write_without_end(*asked.write)
        return 0
    report = _report(asked.kills)
    print(json.dumps(report, indent=1))
    bad = ("lost", "errors", "damaged", "too_many")
    return int(any(part.get(key) for part in report.values() for key in bad))  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())
