"""Many visitors who ask for one page again and again, each on its own connection.

One thread and no parsing, so that the visitors take as little as possible of the processors that
the server is measured on.
"""

import selectors
import socket
import time
from collections.abc import Sequence


class _Visitor:
    """A connection with its session, and the answer that is arriving on it."""

    def __init__(self, port: int, path: str) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Language: ja\r\n"
        self._cookie = ""
        self._answer, self._length, self._begun = b"", 0, 0.0

    def ask(self) -> None:
        """Send the next request."""
        self._answer, self._length, self._begun = b"", 0, time.perf_counter()
        self.socket.sendall(f"{self._head}Cookie: {self._cookie}\r\n\r\n".encode("latin-1"))

    def hear(self) -> float | None:
        """Take what has arrived; return the milliseconds once the answer is whole."""
        self._answer += self.socket.recv(262_144)
        if not self._length:
            self._read_head()
        if not self._length or len(self._answer) < self._length:
            return None
        return (time.perf_counter() - self._begun) * 1000

    def _read_head(self) -> None:
        head, end, _ = self._answer.partition(b"\r\n\r\n")
        if not end:
            return
        first, *lines = head.decode("latin-1").split("\r\n")
        if " 200 " not in f"{first} ":
            raise RuntimeError(first)
        headers = dict(line.split(": ", 1) for line in lines)
        self._length = len(head) + len(end) + int(headers["Content-Length"])
        self._cookie = headers.get("Set-Cookie", self._cookie).partition(";")[0]


def visit_together(port: int, paths: Sequence[str], *, each: int) -> list[float]:
    """Let a visitor for each of ``paths`` ask ``each`` times; return all milliseconds.

    Every visitor asks once before that: the first page of a session sets its cookie.
    """
    selector, taken = selectors.DefaultSelector(), []
    left: dict[_Visitor, int] = {_Visitor(port, path): each for path in paths}
    for visitor in left:
        selector.register(visitor.socket, selectors.EVENT_READ, visitor)
        visitor.ask()
    is_first = set(left)
    while left:
        for key, _ in selector.select():
            visitor = key.data
            milliseconds = visitor.hear()
            if milliseconds is None:
                continue
            if visitor in is_first:
                is_first.discard(visitor)
            else:
                taken.append(milliseconds)
                left[visitor] -= 1
            if left[visitor]:
                visitor.ask()
            else:
                del left[visitor]
                selector.unregister(visitor.socket)
                visitor.socket.close()
    return taken
