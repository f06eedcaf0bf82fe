"""Serves the pages on this computer alone."""

from __future__ import annotations

import errno
import gc
import importlib
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

from bootstrap.arguments import Asked
from bootstrap.catalogue import compile_catalogues
from bootstrap.environment import ROOT
from bootstrap.words import Stop, say

if TYPE_CHECKING:
    from flask import Flask

    from bootstrap.share import Share

ADDRESS = "127.0.0.1"
# The first page goes first; then the PDF worker is made ready, so that no PDF waits for it.
SECONDS_BEFORE_THE_REST = 0.7
SECONDS_FOR_PORT = 0.5
# A page makes thousands of objects and next to no cycles: the default looks through them several
# times a page and finds nothing. Too seldom, and a thousand plans leave a tenth more in memory.
COLLECT_AFTER = (10_000, 10, 10)


def serve(asked: Asked) -> int:
    """Answer requests until the program is stopped."""
    with listen(asked.port) as listener:
        app = _application()
        address = f"http://{ADDRESS}:{asked.port}/"
        say("serving", address=address)
        if asked.browser and has_browser():
            import webbrowser

            webbrowser.open(address)
        _run(app, listener)
    return 0


def listen(port: int) -> socket.socket:
    """Return a socket that listens on this computer; raises Stop where the port is taken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name != "nt":  # there it would let two programs share one port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        _bind(listener, port)
        listener.listen(128)
    except OSError as problem:
        listener.close()
        taken = problem.errno != errno.EACCES
        other = port + 1 if 1024 <= port < 65535 else 8766
        raise Stop("port_taken" if taken else "port_forbidden", port=port, other=other) from problem
    return listener


def _bind(listener: socket.socket, port: int) -> None:
    """Take the port; one that a killed program is about to let go of is waited for."""
    ends = time.monotonic() + SECONDS_FOR_PORT
    while True:
        try:
            return listener.bind((ADDRESS, port))
        except OSError as problem:
            if problem.errno != errno.EADDRINUSE or time.monotonic() > ends:
                raise
        time.sleep(0.02)


def has_browser() -> bool:
    """Tell whether a person sits at this machine with a screen."""
    if os.environ.get("CI"):
        return False
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def _application() -> Flask:
    """Return the application; what is loaded here stays, so it is kept out of the collector."""
    gc.disable()  # loading makes many objects and no waste: a third of the start is saved
    try:
        return _loaded()
    finally:
        gc.freeze()
        gc.set_threshold(*COLLECT_AFTER)
        gc.enable()


def _loaded() -> Flask:
    from app import create_app
    from settings import Settings
    from store.problems import StoreProblem

    compile_catalogues(ROOT / "translations")
    settings = Settings.from_environment()
    try:
        return create_app(settings)
    except StoreProblem as problem:
        raise _stop(problem, settings.data_folder) from problem


def _stop(problem: Exception, folder: Path) -> Stop:
    words = {
        "StoreFull": "store_full",
        "StoreBusy": "store_busy",
        "StoreDamaged": "store_damaged",
        "StoreTooNew": "store_too_new",
    }
    return Stop(words.get(type(problem).__name__, "store_read_only"), folder=folder)


def _run(app: Flask, listener: socket.socket) -> None:
    from bootstrap.helper import can_help, start_helper
    from bootstrap.share import Visitors

    # It would tell the console whenever a browser asks for more files than there are threads.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    # Connections to the database must not be shared with a copy of this process.
    app.extensions["case_store"].close()
    visitors = Visitors() if can_help() else None
    helper = visitors and start_helper(lambda wire: _help(app, listener, wire, visitors.share(1)))
    # A polite end lets the PDF worker end too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with _afterwards(lambda: _start_worker(helper.wire if helper else None)):
            _answer(app, listener, visitors and visitors.share(0))
    finally:
        if "exports.pdf" in sys.modules:
            from exports import pdf

            pdf.stop()
        if helper:
            helper.end()


def _help(app: Flask, listener: socket.socket, wire: socket.socket, share: Share) -> None:
    """Serve in the second process, with the PDF worker of the first."""
    from exports.errands import Errands
    from exports.worker import WORKER

    WORKER.use(Errands(wire))
    _answer(app, listener, share)


def _answer(app: Flask, listener: socket.socket, share: Share | None) -> None:
    from bootstrap import lanes

    # A little above the application's own limit, whose sentence is the better one.
    limit = 2 * app.config["MAX_CONTENT_LENGTH"]
    with _afterwards(_load_reader):
        lanes.run(app, listener, share, body_bytes=limit)


@contextmanager
def _afterwards(work: Callable[[], None]) -> Iterator[None]:
    """Do ``work`` in the background once the first page had its turn."""
    timer = Timer(SECONDS_BEFORE_THE_REST, work)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _load_reader() -> None:
    """Load the reader of notices, which no first page needs and the first notice waits for."""
    importlib.import_module("kaizen.notice.reader")


def _start_worker(wire: socket.socket | None) -> None:
    from exports import pdf
    from exports.errands import do_errands
    from exports.worker import WORKER

    WORKER.give_way()
    pdf.start()
    if wire is not None:
        do_errands(wire, WORKER)
