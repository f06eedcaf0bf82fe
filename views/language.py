"""Changes the language of the pages; the seller stays at the same place with the same answers."""

from urllib.parse import urlsplit

from flask import Blueprint, redirect, request, session
from flask.typing import ResponseReturnValue
from flask_babel import refresh

from views.context import LANGUAGES

blueprint = Blueprint("language", __name__)
FIELD = "switch_language"


@blueprint.post("/language")
def choose() -> ResponseReturnValue:
    """Change the language, then go back to the page that asked."""
    switch_language()
    return redirect(_local(request.form.get("next", "")), code=303)


def switch_language() -> bool:
    """Change the language if this post came from its button; tell whether it did.

    A form that keeps what was typed calls this, and shows its page again instead of going on.
    """
    wanted = request.form.get(FIELD)
    if wanted not in LANGUAGES:
        return False
    session["language"] = wanted
    refresh()
    return True


def _local(address: str) -> str:
    """Return ``address`` if it is a path of this program, else the first page."""
    parts = urlsplit(address)
    is_path = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if is_path and not parts.netloc and address.isprintable() else "/"
