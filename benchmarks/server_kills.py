"""The whole program killed with -9 while five people type: what it said was saved must be there.

``python -m benchmarks.server_kills --kills 100``
"""

import argparse
import http.client
import json
import random
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.live import Server, Visitor, free_port
from benchmarks.robustness import Killed, integrity
from kaizen.case import Case
from settings import DATABASE_FILE
from store import CaseStore

VISITORS = 5


class Typist(threading.Thread):
    """Types into one case until the server is gone; ``acknowledged`` is the last saved number."""

    def __init__(self, port: int, case_id: str, first: int) -> None:
        super().__init__()
        self._port, self._first = port, first
        self._path = f"/cases/{case_id}/plan/cause"
        self.acknowledged = self.sent = first
        self.is_typing = threading.Event()

    def run(self) -> None:
        """Save one number after the other."""
        visitor = Visitor(self._port)
        try:
            visitor.get(self._path)
            while True:
                self.sent += 1
                visitor.autosave(self._path, cause_text=f"{self.sent}")
                self.acknowledged = self.sent
                self.is_typing.set()
        except (OSError, http.client.HTTPException, RuntimeError, ValueError):
            pass  # the server was killed
        finally:
            visitor.close()


def kill_server_while_typing(folder: Path, *, kills: int, seed: int = 1) -> Killed:
    """Kill the server again and again; look for what it had said was saved."""
    url, chance, port = f"sqlite:///{folder / DATABASE_FILE}", random.Random(seed), free_port()
    store = CaseStore.open(url)
    ids = [store.create(Case(title=f"case {number}")).id for number in range(VISITORS)]
    written = dict.fromkeys(ids, 0)
    acknowledged = lost = damaged = 0
    slowest = 0.0
    for _ in range(kills):
        server = Server(folder, port)
        slowest = max(slowest, server.seconds_to_start)
        typists = [Typist(port, case_id, written[case_id]) for case_id in ids]
        _type_and_kill(server, typists, after=chance.uniform(0.05, 0.5))
        for case_id, typist in zip(ids, typists, strict=True):
            case = store.get(case_id)
            stored = int(case.plan.cause_text or 0) if case else -1
            acknowledged += typist.acknowledged - written[case_id]
            lost += not typist.acknowledged <= stored <= typist.sent
            written[case_id] = max(stored, 0)
        damaged += integrity(folder / DATABASE_FILE) != "ok"
    store.close()
    return Killed(kills, acknowledged, lost, damaged, slowest)


def _type_and_kill(server: Server, typists: Sequence[Typist], *, after: float) -> None:
    for typist in typists:
        typist.start()
    for typist in typists:
        typist.is_typing.wait(20)
    time.sleep(after)
    server.kill()
    for typist in typists:
        typist.join()


def main() -> int:
    """Print what was found; the status is 1 where anything was lost or damaged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = kill_server_while_typing(Path(folder), kills=asked.kills)
    print(json.dumps(asdict(found), indent=1))
    return int(bool(found.lost or found.damaged))


if __name__ == "__main__":
    sys.exit(main())
