"""The program in two processes on one socket: one PDF worker, one end."""

import http.client
import os
import signal
import socket
import sys
import time
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks.live import Server, free_port
from benchmarks.memory import tree
from bootstrap import helper, lanes
from bootstrap.share import Share
from settings import DATABASE_FILE
from store import CaseStore
from tests.builders import a_case

pytestmark = pytest.mark.skipif(not helper.can_help(), reason="one process serves alone here")
SECONDS = 20.0


@pytest.fixture
def case_id(tmp_path: Path) -> str:
    store = CaseStore.open(f"sqlite:///{tmp_path / DATABASE_FILE}")
    try:
        return store.create(a_case()).id
    finally:
        store.close()


@pytest.fixture
def server(tmp_path: Path, case_id: str) -> Iterator[Server]:
    started = Server(tmp_path, free_port())
    yield started
    started.stop()


def ask(port: int, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def answers(port: int, path: str) -> bool:
    """Tell whether a page is given; what the kernel dropped with an ended process is asked again."""
    try:
        return ask(port, path)[0] == 200
    except ConnectionError:
        return False


def happens(what: Callable[[], bool]) -> bool:
    ends = time.monotonic() + SECONDS
    while not what() and time.monotonic() < ends:
        time.sleep(0.01)
    return what()


def is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{process}/stat").read_text().split()[2] == "Z"


def helper_of(server: Server) -> int:
    """Return the copy of the first process; the worker and its minder have another command."""

    def command(process: int) -> bytes:
        return Path(f"/proc/{process}/cmdline").read_bytes()

    first = server.process.pid
    return next(one for one in tree(first)[1:] if command(one) == command(first))


def test_pdfs_of_both_processes_are_drawn_by_one_worker(server: Server, case_id: str) -> None:
    for _ in range(12):  # each on a connection of its own, so that both processes get some
        status, content = ask(server.port, f"/cases/{case_id}/files/pdf?draft=1")
        assert status == 200
        assert content.startswith(b"%PDF-")
    assert tree(helper_of(server)) == [helper_of(server)]


def test_the_end_of_the_first_process_is_the_end_of_both(server: Server) -> None:
    second = helper_of(server)
    server.kill()
    assert happens(lambda: is_gone(second))


def test_a_polite_end_is_an_end_of_all(server: Server, case_id: str) -> None:
    ask(server.port, f"/cases/{case_id}/files/pdf?draft=1")
    all_of_them = tree(server.process.pid)
    assert len(all_of_them) > 2
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait(SECONDS) == 0
    assert all(happens(lambda one=one: is_gone(one)) for one in all_of_them)


def test_the_first_process_goes_on_alone(server: Server, case_id: str) -> None:
    os.kill(helper_of(server), signal.SIGKILL)
    assert {ask(server.port, f"/cases/{case_id}")[0] for _ in range(5)} == {200}
    assert ask(server.port, f"/cases/{case_id}/files/pdf?draft=1")[0] == 200


def test_a_program_started_again_at_once_finds_its_port(
    server: Server, tmp_path: Path, case_id: str
) -> None:
    second = helper_of(server)
    server.kill()
    again = Server(tmp_path, server.port)
    try:
        # Until it sees that the first has ended, the second still takes requests, and drops them.
        assert happens(lambda: is_gone(second))
        assert happens(lambda: answers(server.port, f"/cases/{case_id}"))
    finally:
        again.stop()


@pytest.mark.parametrize(
    "command, path, is_page",
    [
        ("GET", "/", True),
        ("GET", "/cases/a/plan/fix", True),
        ("GET", "/cases/a/files/pdf", False),
        ("POST", "/cases/a/plan/fix", False),
        ("GET", "/cases/a/plan/fix/files/../..", False),
    ],
)
def test_what_waits_does_not_stand_before_pages(
    monkeypatch: pytest.MonkeyPatch, command: str, path: str, is_page: bool
) -> None:
    def queue(count: int) -> SimpleNamespace:
        tasks: list[object] = []
        return SimpleNamespace(queue=tasks, add_task=tasks.append, active_count=0)

    monkeypatch.setattr(lanes, "_threads", queue)
    both = lanes.Lanes()
    both.add_task(SimpleNamespace(requests=[SimpleNamespace(command=command, path=path)]))
    assert both.is_busy is is_page


def test_what_could_not_be_read_as_a_request_is_answered_too() -> None:
    both = lanes.Lanes()
    cut_off = SimpleNamespace(
        requests=[SimpleNamespace()], service=lambda: None, cancel=lambda: None
    )
    both.add_task(cut_off)
    both.shutdown()


@pytest.mark.parametrize(
    "platform, processors, can", [("linux", 2, True), ("linux", 1, False), ("darwin", 8, False)]
)
def test_a_second_process_only_where_it_is_safe_and_of_use(
    monkeypatch: pytest.MonkeyPatch, platform: str, processors: int, can: bool
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert helper.can_help() is can


def test_no_second_process_where_a_process_cannot_be_copied(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "fork")
    assert helper.can_help() is False


@pytest.mark.parametrize(
    "own, other, is_busy, takes",
    [
        (0, 0, False, True),
        (0, 0, True, False),
        (3, 4, True, True),
        (4, 4, False, True),
        (5, 4, False, False),
    ],
)
def test_who_has_fewer_visitors_takes_the_next(
    own: int, other: int, is_busy: bool, takes: bool
) -> None:
    share = Share(memoryview(array("q", [own, other])), 0)
    assert share.takes(is_busy=is_busy, now=100.0) is takes


def test_a_visitor_whom_the_other_process_leaves_waiting_is_taken_after_a_moment() -> None:
    share = Share(memoryview(array("q", [9, 0])), 0)
    asked = [share.takes(is_busy=False, now=100 + number * 0.008) for number in range(5)]
    assert asked == [False, False, False, True, False]
    # Much later somebody else waits: the other process has its moment again.
    assert share.takes(is_busy=False, now=200.0) is False


def test_both_processes_have_visitors(server: Server) -> None:
    connections = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(20)]
    try:
        for one in connections:
            one.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        for one in connections:
            assert one.recv(100).startswith(b"HTTP/1.1 200")
        pair = (server.process.pid, helper_of(server))
        assert min(open_sockets(process) for process in pair) >= 5
    finally:
        for one in connections:
            one.close()


def open_sockets(process: int) -> int:
    return sum("socket" in os.readlink(file) for file in Path(f"/proc/{process}/fd").iterdir())
