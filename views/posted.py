"""The words of a posted step: a browser's form, or the pairs that the page's script sends.

The script's pairs are JSON, with the token in a header: reading them takes a tenth of what the
same words take as a form with parts, whose pattern is compiled anew for every post.
"""

from flask import abort, current_app, request
from werkzeug.datastructures import MultiDict

# No page has as many words; a plain form may be as long.
JSON_BYTES = 5_000_000


def posted_words() -> MultiDict[str, str]:
    """Return what was posted, by the names of the fields; answers 400 where it is not words."""
    return MultiDict(_pairs()) if request.is_json else request.form.copy()


def _pairs() -> list[tuple[str, str]]:
    if (request.content_length or 0) > JSON_BYTES:
        abort(413)
    try:
        pairs = request.get_json()
    except RecursionError:
        abort(400)
    if not isinstance(pairs, list) or not all(_is_pair(pair) for pair in pairs):
        abort(400)
    if len(pairs) > current_app.config["MAX_FORM_PARTS"]:
        abort(413)
    return [(_whole(name), _whole(text)) for name, text in pairs]


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair)


def _whole(text: str) -> str:
    """Return ``text`` with half a character replaced, which JSON can carry and a form cannot."""
    return (
        text
        if text.isascii()
        else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    )
