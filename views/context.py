"""What every request needs: the store, today in Japan, and the language of the pages."""

from datetime import date, datetime, timedelta, timezone

from flask import abort, current_app, g, request, session

from kaizen.case import Case
from store import CaseStore

LANGUAGES = ("ja", "en")
# Amazon.co.jp counts days in Japanese time; Japan has no summer time.
JAPAN = timezone(timedelta(hours=9))


def case_store() -> CaseStore:
    """Return the store of this program."""
    store: CaseStore = current_app.extensions["case_store"]
    return store


def today() -> date:
    """Return today's date in Japan, or the day that the settings name."""
    return current_app.config["SETTINGS"].today or datetime.now(JAPAN).date()


def page_language() -> str:
    """Return the language of the pages: chosen, else the browser's, else Japanese."""
    chosen = session.get("language")
    if chosen in LANGUAGES:
        return str(chosen)
    return request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]


def case_or_404(case_id: str) -> Case:
    """Return the case, or answer that it does not exist; templates find it as ``g.case``."""
    case = case_store().get(case_id)
    if case is None:
        abort(404)
    g.case = case
    return case
