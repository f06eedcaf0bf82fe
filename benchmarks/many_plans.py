"""A thousand plans through one server: its memory has to stay flat, and no worker may be left over.

``python -m benchmarks.many_plans --plans 1000``
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.request import urlopen

from benchmarks.live import Server, Visitor, serving
from benchmarks.memory import mebibytes, tree
from kaizen.archive import Loaded, read_archive
from settings import DATABASE_FILE
from store import CaseStore

# Small growth is the allocator's; a leak of a page's words or a drawing's would be far above it.
FLAT = 1.10
PDF_HEAD = b"%PDF-"
_WORDS = "Two colours of one product stood on neighbouring shelves and were mixed up. " * 8


@dataclass(frozen=True, slots=True)
class Memory:
    """The processes of a server at one moment: how many, and their memory in MiB."""

    plans: int
    processes: int
    server: float
    workers: float

    @property
    def total(self) -> float:
        """Return the memory of all of them in MiB."""
        return self.server + self.workers


def draw_in_one_server(folder: Path, plans: int) -> list[Memory]:
    """Save and draw a plan ``plans`` times; return the memory after a tenth, a half and all."""
    case_id = _a_case(folder)
    moments = {plans // 10, plans // 2, plans}
    found = []
    with serving(folder) as server:
        visitor = Visitor(server.port)
        for number in range(1, plans + 1):
            _change(visitor, case_id, number)
            _draw(server.port, case_id)
            if number in moments:
                found.append(_memory(server, number))
        visitor.close()
    return found


def is_flat(found: Sequence[Memory]) -> bool:
    """Tell whether the last half took no more than a little, and no worker was left over."""
    early, late = found[0], found[-1]
    return late.total <= FLAT * early.total and late.processes <= early.processes


def _a_case(folder: Path) -> str:
    plan = {"violation": _WORDS, "cause": _WORDS, "fix": _WORDS, "effect": _WORDS}
    loaded = read_archive(plan)
    assert isinstance(loaded, Loaded)
    store = CaseStore.open(f"sqlite:///{folder / DATABASE_FILE}")
    try:
        return store.create(loaded.case).id
    finally:
        store.close()


def _change(visitor: Visitor, case_id: str, number: int) -> None:
    """Write another plan, so that nothing can be answered from memory."""
    path = f"/cases/{case_id}/plan/cause"
    visitor.get(path)
    visitor.autosave(path, cause_text=f"{number}. {_WORDS}")


def _draw(port: int, case_id: str) -> None:
    with urlopen(f"http://127.0.0.1:{port}/cases/{case_id}/files/pdf?draft=1") as answer:
        if not answer.read().startswith(PDF_HEAD):
            raise RuntimeError("no PDF came")


def _memory(server: Server, plans: int) -> Memory:
    processes = tree(server.process.pid)
    workers = sum(mebibytes(process) for process in processes[1:])
    return Memory(plans, len(processes), mebibytes(processes[0]), workers)


def main() -> int:
    """Print what was found; the status is 1 where memory grew or a worker was left over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=1000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = draw_in_one_server(Path(folder), asked.plans)
    print(json.dumps([asdict(moment) for moment in found], indent=1))
    return int(not is_flat(found))


if __name__ == "__main__":
    sys.exit(main())
