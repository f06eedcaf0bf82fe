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
        "takeover": Link(
            url_for("help.takeover"),
            _("Somebody else may have my account"),
            _("What to do in the first hour, and a message to Amazon."),
        ),
        "dormant": Link(
            url_for("help.dormant"),
            _("The account was not used for long"),
            _("Mostly a new card and fresh data are enough."),
        ),
        "closed": Link(
            url_for("help.closed"),
            _("The account was closed, or the appeal refused"),
            _("What is lawful and still possible, in order."),
        ),
        "safety": Link(
            url_for("help.safety"),
            _("Keep the account safe"),
            _("A checklist with days, to print."),
        ),
        "causes": Link(
            url_for("help.causes"),
            _("Why accounts are stopped"),
            _("Causes by group, targets in figures, and what has changed."),
        ),
        "rules": Link(
            url_for("rules.show"),
            _("What the review looks for"),
            _("All rules by item, with reasons and examples."),
        ),
        "start": Link(
            url_for("start.show"), _("Paste the notice"), _("See what is asked and by when.")
        ),
    }


def origin(sources: Iterable[Source], as_of: str, language: str) -> Origin:
    """Return the sources as links with the day of the check."""
    links = (Link(source.address, source.name.in_language(language)) for source in sources)
    return Origin(tuple(links), full_day(date.fromisoformat(as_of)))
