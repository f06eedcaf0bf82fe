"""What every request needs: the store, today in Japan, and the language of the pages."""

from datetime import date

from flask import abort, current_app, g, request, session

from kaizen.case import Case
from settings import Settings
from store import CaseStore

LANGUAGES = ("ja", "en")


def settings() -> Settings:
    """Return the settings of this program."""
    found: Settings = current_app.config["SETTINGS"]
    return found


def case_store() -> CaseStore:
    """Return the store of this program."""
    store: CaseStore = current_app.extensions["case_store"]
    return store


def today() -> date:
    """Return today's date in Japan, or the day that the settings name."""
    return settings().day()


def page_language() -> str:
    """Return the language of the pages: chosen, else the browser's, else Japanese."""
    chosen = session.get("language")
    if chosen in LANGUAGES:
        return str(chosen)
    return request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]


def case_or_404(case_id: str) -> Case:
    """Return the case, or answer that it does not exist; the page's frame finds it in ``g``."""
    case = case_store().get(case_id)
    if case is None:
        abort(404)
    g.case = case
    return case
