"""The one worker, lent to the program's other process over a wire.

Two workers would hold the fonts twice, and two PDFs at once take the processors from the pages.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, TypeVar

from exports.worker import Worker, WorkerDiedError

T = TypeVar("T")


class Errands:
    """Has work done by the worker at the other end of ``wire``, one piece after the other."""

    def __init__(self, wire: socket.socket) -> None:
        self._connection = Connection(wire.detach())
        self._lock = Lock()

    def run(self, function: Callable[..., T], args: tuple[object, ...], seconds: float) -> T:
        """Return ``function(*args)``; raises what the worker raises."""
        try:
            with self._lock:
                self._connection.send((function, args, seconds))
                is_done, answer = self._connection.recv()
        except (EOFError, OSError) as problem:
            raise WorkerDiedError from problem
        if is_done:
            return answer  # type: ignore[no-any-return]
        raise answer

    def close(self) -> None:
        """Let go of the wire."""
        self._connection.close()


def do_errands(wire: socket.socket, worker: Worker) -> None:
    """Do what is asked at the other end of ``wire`` until that is closed."""
    with Connection(wire.detach()) as connection:
        while True:
            try:
                function, args, seconds = connection.recv()
                connection.send(_answer(worker, function, args, seconds))
            except (EOFError, OSError):
                return


def _answer(
    worker: Worker, function: Callable[..., object], args: tuple[object, ...], seconds: float
) -> tuple[bool, Any]:
    try:
        return True, worker.run(function, *args, seconds=seconds)
    except Exception as problem:  # it is raised at the other end
        return False, problem
