"""Pages for what goes wrong: each says what happened to the words typed, and what to do next."""

import logging
from traceback import extract_tb

from flask import Flask, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from store import StoreBusy, StoreFull, StoreProblem, StoreReadOnly
from views.deleted import deleted_case
from views.pages.error import ErrorPage, RetryPage, error_page, kept_words

_LOG = logging.getLogger("kaizen_plan")


def register_errors(app: Flask) -> None:
    """Answer every error with a page of our own."""
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(StoreProblem, _store_problem)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _bug)


def _expired(_error: CSRFError) -> ResponseReturnValue:
    """The token of the form is too old: show the words again, with a button that sends them."""
    page = RetryPage(
        heading=_("Please save once more"),
        lead=_(
            "This page was open for a long time, so the program did not save by itself. Nothing "
            "that you typed is lost: it is below."
        ),
        button=_("Save it now"),
        action=request.full_path.rstrip("?"),
        words=kept_words(request.form),
        has_files=bool(request.files),
    )
    return render_template("errors/retry.html", page=page), 400


def _store_problem(error: StoreProblem) -> ResponseReturnValue:
    status, heading, lead = _store_words(error)
    _LOG.error("%s in %s", type(error).__name__, request.endpoint)
    _forget_case()
    if request.method != "POST":
        here = request.full_path.rstrip("?")
        page = ErrorPage(heading, lead, here, _("Try again"), (), "")
        return render_template("errors/error.html", page=page), status
    retry = RetryPage(
        heading=heading,
        lead=lead,
        button=_("Save again"),
        action=request.full_path.rstrip("?"),
        words=kept_words(request.form),
        has_files=bool(request.files),
    )
    return render_template("errors/retry.html", page=retry), status


def _store_words(error: StoreProblem) -> tuple[int, str, str]:
    if isinstance(error, StoreFull):
        return (
            507,
            _("Not saved yet: the disk is full"),
            _("Make room on the disk of this computer, then save again."),
        )
    if isinstance(error, StoreReadOnly):
        return (
            507,
            _("Not saved yet: the data folder cannot be written"),
            _(
                "Allow this program to write in its data folder, or choose another folder with "
                "KAIZEN_DATA and start the program again."
            ),
        )
    if isinstance(error, StoreBusy):
        return (
            503,
            _("Not saved yet: the data are in use"),
            _("Another program holds the data. Wait a few seconds, then try again."),
        )
    return (
        503,
        _("The saved data cannot be read"),
        _(
            "The file with the cases is damaged or was written by a newer version of this "
            "program. Update the program, or put back a copy of the file."
        ),
    )


def _http(error: HTTPException) -> ResponseReturnValue:
    if isinstance(error, SecurityError):
        # Under a foreign host name no address of ours can be built, so no page of ours either.
        return "Open the address that the program printed.", 400, {"Content-Type": "text/plain"}
    if error.code is None or error.code < 400:
        return error
    _forget_case()
    words = kept_words(request.form) if _is_missing_target(error) else ()
    asked = (request.view_args or {}).get("case_id", "")
    deleted = deleted_case(asked) if error.code == 404 else ""
    page = render_template(
        "errors/error.html", page=error_page(error.code, words=words, deleted=deleted)
    )
    headers = [(k, v) for k, v in error.get_headers() if k in ("Allow", "Retry-After")]
    return page, error.code, headers


def _is_missing_target(error: HTTPException) -> bool:
    """Tell whether words were sent to something that is not there any more."""
    return error.code == 404 and request.method == "POST"


def _bug(error: Exception) -> ResponseReturnValue:
    """Log where it broke, without the message: it may quote the seller's words."""
    place = extract_tb(error.__traceback__)[-1]
    _LOG.error(
        "%s at %s:%s in %s", type(error).__name__, place.filename, place.lineno, request.endpoint
    )
    _forget_case()
    if request.method == "POST" and request.form:
        page = RetryPage(
            heading=_("Something went wrong in this program"),
            lead=_("It may not have been saved. What you typed is below: copy it, or try again."),
            button=_("Try again"),
            action=request.full_path.rstrip("?"),
            words=kept_words(request.form),
            has_files=bool(request.files),
        )
        return render_template("errors/retry.html", page=page), 500
    return render_template("errors/error.html", page=error_page(500)), 500


def _forget_case() -> None:
    # Without it the frame would read the case again and fail where the page did.
    g.pop("case", None)
