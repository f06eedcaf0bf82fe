"""How two processes share the visitors of one socket.

Browsers keep their connection, so whoever accepts one has its requests from then on: both should
have as many. Whoever has more leaves a new visitor to the other one, but not for longer than a
moment, so that nobody waits for a process that is gone or stuck.
"""

from __future__ import annotations

import mmap
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bootstrap.lanes import Lanes

SECONDS_LEFT_TO_OTHERS = 0.02
_LOOK_AGAIN = 0.001
_PROCESSES = 2


class Visitors:
    """How many visitors each process has, in memory that both see. Made before the fork."""

    def __init__(self) -> None:
        self._counts = memoryview(mmap.mmap(-1, _PROCESSES * 8)).cast("q")

    def share(self, number: int) -> Share:
        """Return the share of process ``number``."""
        return Share(self._counts, number)


class Share:
    """One process's share of the visitors."""

    def __init__(self, counts: memoryview, number: int) -> None:
        self._counts, self._number = counts, number
        self._noticed = self._left_since = 0.0

    def watch(self, server: Any, lanes: Lanes) -> None:
        """Let ``server`` accept its share only."""
        readable, accept = server.readable, server.handle_accept

        def count_and_ask() -> bool:
            self._counts[self._number] = len(server.active_channels)
            return bool(readable())

        def accept_share() -> None:
            if self.takes(is_busy=lanes.is_busy, now=time.monotonic()):
                accept()
                self._counts[self._number] = len(server.active_channels)
            else:
                time.sleep(_LOOK_AGAIN)

        server.readable, server.handle_accept = count_and_ask, accept_share

    def takes(self, *, is_busy: bool, now: float) -> bool:
        """Tell whether this process takes the visitor who is waiting ``now``."""
        own, other = self._counts[self._number], self._counts[1 - self._number]
        if own < other or (own == other and not is_busy):
            self._noticed = 0.0
            return True
        if now - self._noticed > SECONDS_LEFT_TO_OTHERS:
            self._left_since = now  # another visitor than the one seen last
        self._noticed = now
        if now - self._left_since < SECONDS_LEFT_TO_OTHERS:
            return False
        self._noticed = 0.0
        return True
