"""One process of its own in which PDFs are drawn: warm, and stopped when it takes too long.

Drawing runs for tens of milliseconds in Python and native code. In its own process it delays no
page, cannot take the program down with it, and can be stopped.
"""

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import Lock
from types import ModuleType
from typing import Any, Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

SECONDS = 20.0
MEMORY_BYTES = 2 * 1024**3
# Enough that a page which is asked for meanwhile goes first; a PDF alone is as fast as ever.
NICENESS = 5

T = TypeVar("T")


class WorkerError(Exception):
    """The worker gave no answer."""


class TooSlowError(WorkerError):
    """The worker was stopped at the time limit; the next task starts a new one."""


class WorkerDiedError(WorkerError):
    """The worker ended by itself; the next task starts a new one."""


class Elsewhere(Protocol):
    """A worker that another process of the program holds."""

    def run(self, function: Callable[..., T], args: tuple[object, ...], seconds: float) -> T:
        """Return ``function(*args)``; raises what the worker raises."""


class Worker:
    """A pool of one process, started at the first task and started anew after each end."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pool: ProcessPool | None = None
        self._elsewhere: Elsewhere | None = None
        self._prepare = bound_memory

    def use(self, elsewhere: Elsewhere) -> None:
        """Start no process here: from now on ask the worker that another process holds."""
        self._elsewhere = elsewhere

    def give_way(self) -> None:
        """Let processes that are started from now on leave the processor to pages."""
        self._prepare = bound_memory_and_give_way

    def run(self, function: Callable[..., T], *args: object, seconds: float = SECONDS) -> T:
        """Return ``function(*args)``, run in the worker within ``seconds``.

        Raises TooSlowError or WorkerDiedError; what ``function`` raises is raised here too.
        """
        if self._elsewhere is not None:
            return self._elsewhere.run(function, args, seconds)
        future = self._schedule(function, args, seconds)
        try:
            return future.result()  # type: ignore[no-any-return]
        except TimeoutError as problem:
            raise TooSlowError from problem
        except (ProcessExpired, BrokenProcessPool, CancelledError, MemoryError) as problem:
            raise WorkerDiedError from problem

    def start(self, function: Callable[[], object]) -> None:
        """Start the process where there is none, with ``function``; nobody waits for it."""
        if self._elsewhere is None and (self._pool is None or not self._pool.active):
            self._schedule(function, (), SECONDS)

    def _schedule(
        self, function: Callable[..., T], args: tuple[object, ...], seconds: float
    ) -> Any:
        with self._lock:
            if self._pool is None or not self._pool.active:
                self._pool = ProcessPool(
                    max_workers=1, initializer=self._prepare, context=_Context()
                )
            return self._pool.schedule(function, args=args, timeout=seconds)

    def close(self) -> None:
        """End the process; a later task starts it again."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()


def bound_memory() -> None:
    """Let this process take no more memory than a long plan needs."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def bound_memory_and_give_way() -> None:
    """Bound the memory of this process and let others go first."""
    bound_memory()
    if hasattr(os, "nice"):
        os.nice(NICENESS)


class _Process(SpawnProcess):
    @staticmethod
    def _Popen(process_obj: Any) -> Any:  # noqa: N802 - the name the standard library calls
        with _without_main():
            return SpawnProcess._Popen(process_obj)


class _Context(SpawnContext):
    """Starts a fresh interpreter that does not load the program's main module again.

    Otherwise a worker of ``flask run`` would carry Flask, and one of a test run the test runner.
    """

    Process = _Process


@contextmanager
def _without_main() -> Iterator[None]:
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


WORKER = Worker()
