"""The pages for what goes wrong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

# Values of the program itself: sent again, but of no use to a reader.
_HIDDEN = frozenset({"csrf_token", "revision", "stamp", "key", "next"})
# What a choice sends: sent again too, but no words of the seller.
_CODE = re.compile(r"[a-z0-9_.-]{0,40}")


@dataclass(frozen=True, slots=True)
class KeptWord:
    """One value of a form that could not be saved. ``is_shown`` where the seller typed it."""

    name: str
    value: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What happened, what to do, and the way on.

    ``words`` is what was typed for nothing; ``deleted`` is the id of a case to bring back.
    """

    heading: str
    lead: str
    link: str
    link_text: str
    words: tuple[KeptWord, ...]
    deleted: str


@dataclass(frozen=True, slots=True)
class RetryPage:
    """The words of a form that was not saved, and a button that sends them again."""

    heading: str
    lead: str
    button: str
    action: str
    words: tuple[KeptWord, ...]
    has_files: bool


def kept_words(form: MultiDict[str, str]) -> tuple[KeptWord, ...]:
    """Return everything in ``form`` but the old token and the language button."""
    return tuple(
        KeptWord(name, value, name not in _HIDDEN and not _CODE.fullmatch(value.strip()))
        for name, value in form.items(multi=True)
        if name not in ("csrf_token", "switch_language")
    )


def error_page(code: int, *, words: tuple[KeptWord, ...] = (), deleted: str = "") -> ErrorPage:
    """Return the page for an HTTP status."""
    heading, lead = _words().get(code) or _words()[500 if code >= 500 else 400]
    shown = tuple(word for word in words if word.is_shown)
    return ErrorPage(heading, lead, "/", _("Go to your cases"), shown, deleted)


def _words() -> Mapping[int, tuple[str, str]]:
    return {
        400: (
            _("The program could not read this request"),
            _("Go back and send the page again. What you saved before is still there."),
        ),
        403: (
            _("This request came from another site"),
            _("Nothing was changed. Open the page in this program and do it there."),
        ),
        404: (
            _("This page does not exist"),
            _("The case may have been deleted, or the address is incomplete."),
        ),
        405: (
            _("This address cannot be opened like that"),
            _("Nothing was changed. Go to your cases and choose the page there."),
        ),
        413: (
            _("That is more than the program can take at once"),
            _(
                "A file may have 10 MB, a notice 200,000 characters. Go back: your browser still "
                "has what you typed. Shorten it or choose a smaller file."
            ),
        ),
        500: (
            _("Something went wrong in this program"),
            _("What was saved is still there. Go to your cases and try it once more."),
        ),
    }
