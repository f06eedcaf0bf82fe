"""The help pages by name, and the sources that stand below each of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from kaizen.help.text import Source
from views.dates import full_day


@dataclass(frozen=True, slots=True)
class Link:
    """An address with its words."""

    address: str
    words: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a page rests on, and the day on which it was last checked."""

    links: tuple[Link, ...]
    day: str


def help_links() -> dict[str, Link]:
    """Return the help pages and the first page, by key."""
    return {
        "sign_in": Link(
            url_for("help.sign_in"),
            _("I cannot sign in"),
            _("A few questions find the cause. Often no plan is needed."),
        ),
        "start": Link(
            url_for("start.show"), _("Paste the notice"), _("See what is asked and by when.")
        ),
    }


def origin(sources: Iterable[Source], as_of: str, language: str) -> Origin:
    """Return the sources as links with the day of the check."""
    links = (Link(source.address, source.name.in_language(language)) for source in sources)
    return Origin(tuple(links), full_day(date.fromisoformat(as_of)))
