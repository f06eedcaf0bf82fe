"""Translations looked up once for each request, not once for each of a page's fifty sentences."""

from typing import Any

from babel import Locale
from flask import Flask, g
from flask_babel import Domain

from views.context import LANGUAGES, page_language

# Reading a language's code for every request takes as long as reading a case.
_LOCALES = {language: Locale.parse(language) for language in LANGUAGES}


def page_locale() -> Locale:
    """Return the language of the pages as Flask-Babel wants it."""
    return _LOCALES[page_language()]


class KeptDomain(Domain):  # type: ignore[misc]
    """The program's catalogue; a change of the language within a request is noticed.

    Flask-Babel asks for session, browser and settings again for every sentence.
    """

    def get_translations(self) -> Any:
        """Return the catalogue in the language of the request."""
        context = g.get("_flask_babel")
        found = getattr(context, "babel_translations", None)
        if found is None:
            found = super().get_translations()
            if context is not None:
                context.babel_translations = found  # ``refresh`` forgets it by this name
        return found


def register_translating(app: Flask) -> None:
    """Let pages and forms find their sentences this way, in the folders of Flask-Babel."""
    app.before_request(KeptDomain().as_default)
