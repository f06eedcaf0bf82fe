"""The first page: the ways in."""

from dataclasses import dataclass

from views.links import link_or_none


@dataclass(frozen=True, slots=True)
class StartPage:
    """Everything the first page places. ``key`` makes a double click one case."""

    key: str
    sign_in_link: str | None
    has_cases: bool
    deleted: str


def start_page(*, key: str, has_cases: bool, deleted: str) -> StartPage:
    """Return the first page."""
    return StartPage(key, link_or_none("help.sign_in"), has_cases, deleted)
