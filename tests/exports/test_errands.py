"""The one worker, lent over a wire: same answers, same failures."""

import os
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from exports.errands import Errands, do_errands
from exports.worker import TooSlowError, Worker, WorkerDiedError


@pytest.fixture
def lent() -> Iterator[tuple[Worker, Worker]]:
    """Give the worker and a borrower of it, each as one process would hold it."""
    holder, borrower = Worker(), Worker()
    near, far = socket.socketpair()
    doing = threading.Thread(target=do_errands, args=(far, holder))
    doing.start()
    errands = Errands(near)
    borrower.use(errands)
    yield holder, borrower
    errands.close()
    doing.join(20)
    holder.close()


def test_the_borrower_works_in_the_lenders_process(lent: tuple[Worker, Worker]) -> None:
    holder, borrower = lent
    assert borrower.run(os.getpid) == holder.run(os.getpid)


def test_failures_come_back_as_they_are(lent: tuple[Worker, Worker]) -> None:
    _, borrower = lent
    with pytest.raises(ZeroDivisionError):
        borrower.run(eval, "1/0")
    with pytest.raises(TooSlowError):
        borrower.run(time.sleep, 60, seconds=0.5)
    with pytest.raises(WorkerDiedError):
        borrower.run(os._exit, 3)
    assert borrower.run(sum, (1, 2)) == 3


def test_many_at_once_get_their_own_answers(lent: tuple[Worker, Worker]) -> None:
    _, borrower = lent
    found: dict[int, int] = {}

    def ask(number: int) -> None:
        found[number] = borrower.run(abs, -number)

    asking = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for one in asking:
        one.start()
    for one in asking:
        one.join(20)
    assert found == {number: number for number in range(8)}


def test_without_the_lender_the_work_fails_with_a_name() -> None:
    borrower = Worker()
    near, far = socket.socketpair()
    far.close()
    errands = Errands(near)
    borrower.use(errands)
    with pytest.raises(WorkerDiedError):
        borrower.run(os.getpid)
    errands.close()
