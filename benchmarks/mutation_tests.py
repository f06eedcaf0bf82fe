"""Runs the tests of many changes in one process: a plugin of the tests, used by ``mutation``.

The tests are collected once; each change has a child of its own, which begins with the tests that
noticed other changes of the same function and ends with the first that fails.
"""

import json
import os
import signal
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

LONGEST = 60
"""Seconds of processor time after which a single test is taken to run for ever."""
NOTHING_FAILED, FAILED = 0, 1


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the file of changes with their tests, and the file for what came out."""
    parser.addoption("--changes", type=Path)
    parser.addoption("--outcomes", type=Path)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run the tests of each change until one fails, and write a line of JSON for each."""
    items = {item.nodeid: item for item in session.items}
    first: defaultdict[str, list[str]] = defaultdict(list)
    changes = json.loads(session.config.getoption("--changes").read_text("utf-8"))
    with session.config.getoption("--outcomes").open("w", encoding="utf-8") as file:
        for change, tests in changes.items():
            noticing = first[change.rpartition("__mutmut_")[0]]
            ordered = dict.fromkeys([*noticing, *tests])
            status, test = _outcome(change, [items[name] for name in ordered if name in items])
            if status == FAILED and test not in noticing:
                noticing.insert(0, test)
            print(json.dumps([change, status, test]), file=file, flush=True)
    return True


def _outcome(change: str, items: Sequence[pytest.Item]) -> tuple[int, str]:
    """Return the status of a child that runs the tests, and the one that failed."""
    told, tells = os.pipe()
    child = os.fork()
    if not child:
        os.environ["MUTANT_UNDER_TEST"] = change
        failed = next((item for item in items if _fails(item)), None)
        os.write(tells, failed.nodeid.encode() if failed else b"")
        os._exit(FAILED if failed else NOTHING_FAILED)
    os.close(tells)
    with os.fdopen(told, "rb") as pipe:
        test = pipe.read().decode()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), test


def _fails(item: pytest.Item) -> bool:
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))
