"""A second process that serves on the same socket and ends with the first.

Where processes cannot be forked safely (Windows, macOS) one process serves alone.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Helper:
    """The helper as the first process sees it: its number and the wire to it.

    The helper notices when the first process lets go of ``life``, even if that was killed.
    """

    process: int
    wire: socket.socket
    life: int

    def end(self) -> None:
        """Let the helper finish what it does, and wait for it."""
        os.close(self.life)
        self.wire.close()
        os.waitpid(self.process, 0)


def can_help() -> bool:
    """Tell whether a second process can share the work here."""
    is_able = hasattr(os, "fork") and sys.platform != "darwin"
    return is_able and (os.cpu_count() or 1) > 1


def start_helper(work: Callable[[socket.socket], None]) -> Helper:
    """Run ``work(wire)`` in a copy of this process. No other thread may run yet."""
    watched, life = os.pipe()
    ours, theirs = socket.socketpair()
    process = os.fork()
    if process:
        os.close(watched)
        theirs.close()
        return Helper(process, ours, life)
    try:
        os.close(life)
        ours.close()
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        threading.Thread(target=_end_with, args=(watched,), daemon=True).start()
        work(theirs)
    except (SystemExit, KeyboardInterrupt):
        pass  # told to end
    finally:
        # Nothing of the first process's ending may happen twice.
        os._exit(0)


def _end_with(watched: int) -> None:
    """Wait until the first process is gone, then end this one as politely as a signal does."""
    os.read(watched, 1)
    os.kill(os.getpid(), signal.SIGTERM)
