"""The queues of one serving process: pages in turn, and beside them what waits for something.

A page is work for the processor, which Python gives to one thread at a time: several at once only
take it from each other, and the slowest of a hundred takes twice as long. A file waits for the PDF
worker, a save for the disk: they must not hold up pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import socket

    from flask import Flask

    from bootstrap.share import Share

WAITING = 3
# Idle connections cost next to nothing; a page full of them must not shut the seller out.
CONNECTIONS = 400
IDLE_SECONDS = 60
# Cookies of other programs on this machine come along; a quarter of a megabyte of them does not.
HEADER_BYTES = 65_536


class Lanes:
    """One thread for pages and some for the rest; a dispatcher of tasks for waitress."""

    def __init__(self) -> None:
        self._pages, self._others = _threads(1), _threads(WAITING)

    def add_task(self, channel: Any) -> None:
        """Queue the request that has arrived on ``channel``."""
        asked = channel.requests[0]
        # What could not be read as a request has neither, and gets its answer all the same.
        command, path = getattr(asked, "command", ""), getattr(asked, "path", "")
        is_page = command == "GET" and "/files/" not in path
        (self._pages if is_page else self._others).add_task(channel)

    def shutdown(self) -> None:
        """Finish what runs and take nothing more."""
        self._pages.shutdown()
        self._others.shutdown()

    @property
    def is_busy(self) -> bool:
        """Tell whether a page is being made."""
        return bool(self._pages.queue) or self._pages.active_count > 0


def _threads(count: int) -> Any:
    from waitress.task import ThreadedTaskDispatcher

    threads = ThreadedTaskDispatcher()
    threads.set_thread_count(count)
    return threads


def run(app: Flask, listener: socket.socket, share: Share | None, *, body_bytes: int) -> None:
    """Answer on ``listener`` until the process is told to end.

    ``share``: another process accepts visitors from it too.
    """
    from waitress.server import create_server

    lanes = Lanes()
    server = create_server(
        app,
        sockets=[listener],
        _dispatcher=lanes,
        ident=None,
        max_request_body_size=body_bytes,
        max_request_header_size=HEADER_BYTES,
        connection_limit=CONNECTIONS,
        channel_timeout=IDLE_SECONDS,
    )
    if share:
        share.watch(server, lanes)
    server.run()
