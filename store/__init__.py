"""Keeps cases: the only SQL of the program. It takes and returns ``Case``."""

from store.cases import CaseStore
from store.outcomes import Conflict, Gone, Summary
from store.problems import (
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreProblem,
    StoreReadOnly,
    StoreTooNew,
)

__all__ = [
    "CaseStore",
    "Conflict",
    "Gone",
    "StoreBusy",
    "StoreDamaged",
    "StoreFull",
    "StoreProblem",
    "StoreReadOnly",
    "StoreTooNew",
    "Summary",
]
