"""Keeps what was worked out last, for as long as the same is asked again."""

import threading
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Recent(Generic[Asked, Answer]):
    """The answers to the last few questions, found again where an equal question is asked.

    For questions that are equal by their words but cannot be hashed. Shared by all threads.
    """

    def __init__(self, work: Callable[[Asked], Answer], most: int) -> None:
        self._work = work
        self._known: deque[tuple[Asked, Answer]] = deque(maxlen=most)
        self._lock = threading.Lock()

    def __call__(self, asked: Asked) -> Answer:
        """Return the answer known for an equal question, or work it out and keep it."""
        with self._lock:
            known = list(self._known)
        for question, answer in known:
            if question == asked:
                return answer
        answer = self._work(asked)
        with self._lock:
            self._known.append((asked, answer))
        return answer
