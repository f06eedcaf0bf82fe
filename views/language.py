"""Changes the language of the pages; the seller stays at the same place with the same answers."""

from urllib.parse import urlsplit

from flask import Blueprint, Flask, redirect, request, session
from flask.typing import ResponseReturnValue
from flask_babel import refresh

from views.context import LANGUAGES

blueprint = Blueprint("language", __name__)
FIELD = "switch_language"


def register_language(app: Flask) -> None:
    """Change the language with every post that came from the button, whatever it posts to."""
    app.before_request(_remember)


@blueprint.post("/language")
def choose() -> ResponseReturnValue:
    """Go back to the page that asked; the language has changed by now."""
    return redirect(_local(request.form.get("next", "")), code=303)


def switch_language() -> bool:
    """Tell whether this post came from the language button.

    A form that keeps what was typed asks this, and shows its page again instead of going on.
    """
    return request.form.get(FIELD) in LANGUAGES


def _remember() -> None:
    if request.method == "POST" and switch_language():
        session["language"] = request.form[FIELD]
        refresh()


def _local(address: str) -> str:
    """Return ``address`` if it is a path of this program, else the first page."""
    parts = urlsplit(address)
    is_path = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if is_path and not parts.netloc and address.isprintable() else "/"
