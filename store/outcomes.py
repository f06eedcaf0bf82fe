"""What the store answers beside a case."""

from dataclasses import dataclass
from datetime import datetime

from kaizen.case import Case, Status


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of the list of cases; read without opening the archives."""

    id: str
    revision: int
    title: str
    status: Status
    created_at: datetime
    changed_at: datetime
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Nothing was saved: somebody else saved first. ``current`` is what is stored now."""

    current: Case


@dataclass(frozen=True, slots=True)
class Gone:
    """Nothing was saved: the case does not exist, or was deleted (``can_restore``)."""

    id: str
    can_restore: bool
