import os
import sys
import time
from collections.abc import Iterator

import pytest

from exports import pdf
from exports.render import render, warm
from exports.unavailable import Reason, Unavailable
from exports.worker import NICENESS, WORKER, TooSlowError, Worker, WorkerDiedError
from tests.export_builders import a_document


@pytest.fixture
def worker() -> Iterator[Worker]:
    own = Worker()
    yield own
    own.close()


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_work_is_done_in_one_other_process_that_stays(worker):
    first, second = worker.run(os.getpid), worker.run(os.getpid)
    assert first == second != os.getpid()


def test_a_task_that_takes_too_long_is_stopped_and_the_next_one_works(worker):
    before = worker.run(os.getpid)
    with pytest.raises(TooSlowError):
        worker.run(time.sleep, 60, seconds=0.5)
    after = worker.run(os.getpid)
    assert after != before
    assert not alive(before)


def test_native_code_that_never_returns_is_stopped_too(worker):
    with pytest.raises(TooSlowError):
        worker.run(exec, "import re; re.match('(a|aa)+$', 'a' * 99 + 'b')", seconds=0.5)
    assert worker.run(sum, (1, 2)) == 3


def test_a_worker_that_dies_is_replaced(worker):
    with pytest.raises(WorkerDiedError):
        worker.run(os._exit, 3)
    assert worker.run(sum, (1, 2)) == 3


def test_what_a_task_raises_is_raised_here(worker):
    with pytest.raises(ZeroDivisionError):
        worker.run(eval, "1/0")


def test_closing_ends_the_process_and_a_later_task_starts_another(worker):
    first = worker.run(os.getpid)
    worker.close()
    assert not alive(first)
    assert worker.run(os.getpid) != first
    worker.close()
    worker.close()


def test_a_worker_beside_pages_lets_them_go_first(worker):
    assert worker.run(os.nice, 0) == os.nice(0)
    worker.close()
    worker.give_way()
    assert worker.run(os.nice, 0) == min(19, os.nice(0) + NICENESS)


def test_the_worker_does_not_carry_the_program_or_the_tests(worker):
    assert worker.run(warm)
    modules = set(worker.run(eval, "list(__import__('sys').modules)"))
    assert "weasyprint" in modules
    carried = {"flask", "sqlalchemy", "pytest", "docx", "jinja2"} & modules
    assert carried == set()


def test_connections_programs_and_much_memory_are_refused_in_the_worker(worker):
    assert worker.run(warm)
    for attempt in (
        "__import__('socket').create_connection(('127.0.0.1', 9))",
        "__import__('subprocess').run(['true'])",
        "__import__('os').system('true')",
    ):
        with pytest.raises(PermissionError):
            worker.run(eval, attempt)
    if sys.platform == "linux":
        with pytest.raises(WorkerDiedError):
            worker.run(eval, "len(bytearray(3 * 1024**3))")
    assert worker.run(sum, (1, 2)) == 3


def test_the_program_itself_never_loads_the_renderer():
    from subprocess import run

    code = (
        "import sys; from tests.export_builders import a_document; from exports import FORMATS, pdf\n"
        "if __name__ == '__main__':\n"
        "    assert isinstance(FORMATS['pdf'].write(a_document(), None), bytes)\n"
        "    assert 'weasyprint' not in sys.modules\n"
    )
    done = run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_without_native_libraries_there_is_a_value_with_the_command(worker):
    worker.run(exec, "import cffi\ndef no(*a): raise OSError('x')\ncffi.FFI.dlopen = no")
    assert worker.run(warm) is False
    assert worker.run(render, "<p>x</p>") is None


@pytest.mark.parametrize(
    "answer, reason",
    [
        (None, Reason.NO_LIBRARY),
        (TooSlowError(), Reason.TOO_SLOW),
        (WorkerDiedError(), Reason.FAILED),
        (RecursionError(), Reason.FAILED),
    ],
)
def test_each_failure_of_the_worker_becomes_a_value(monkeypatch, answer, reason):
    def run(*_args: object) -> None:
        if isinstance(answer, Exception):
            raise answer

    monkeypatch.setattr(WORKER, "run", run)
    written = pdf.write(a_document())
    assert isinstance(written, Unavailable)
    assert written.reason is reason
    assert bool(written.command) == (reason is Reason.NO_LIBRARY)


def test_starting_ahead_tells_that_pdfs_can_be_made():
    assert pdf.start() is True


def test_a_pdf_follows_a_stopped_one():
    with pytest.raises(TooSlowError):
        WORKER.run(time.sleep, 60, seconds=0.3)
    assert isinstance(pdf.write(a_document()), bytes)


def test_several_pages_may_ask_at_once():
    from concurrent.futures import ThreadPoolExecutor

    documents = [a_document(violation=f"{n}件目です。") for n in range(6)]
    with ThreadPoolExecutor(6) as threads:
        written = list(threads.map(pdf.write, documents))
    assert written == [pdf.write(document) for document in documents]


def test_the_style_sheet_asks_for_nothing_the_renderer_does_not_know(worker):
    rendered = worker.run(render, pdf.html(a_document()))
    assert rendered is not None
    assert rendered.complaints == ()
