"""What a rule found: where, in the seller's own words, and what to say about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """``block`` holds back the final files; ``warn`` and ``info`` advise."""

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the plan: an item (or ``attachments``, ``plan``) and characters of its text.

    ``field`` is the form field that the words came from, where one is known.
    """

    item: str
    start: int = 0
    end: int = 0
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's raw answer: a place, the variant of its message, and the values to put in."""

    place: Place
    values: Mapping[str, str] = field(default_factory=dict)
    variant: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """A further place of a finding: the seller's words there, else what is said of it."""

    place: Place
    text: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit in words of one language. ``text`` quotes the seller; ``key`` names it for waiving."""

    id: str
    slug: str
    severity: Severity
    place: Place
    text: str
    message: str
    why: str
    how: str
    waivable: bool
    key: str
    reason: str | None = None
    others: tuple[OtherPlace, ...] = ()

    @property
    def more(self) -> int:
        """Return in how many further places of the item the same was found."""
        return len(self.others)

    @property
    def is_of_a_rule(self) -> bool:
        """Tell whether a rule found it; figures that do not come out belong to none."""
        return bool(self.id)

    @property
    def is_waived(self) -> bool:
        """Tell whether the seller gave a reason to leave it as it is."""
        return self.reason is not None

    @property
    def holds_back(self) -> bool:
        """Tell whether the final files wait for this."""
        return self.severity is Severity.BLOCK and not self.is_waived
