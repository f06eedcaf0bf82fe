"""Sends bytes as a file with a name in any script."""

import re
from urllib.parse import quote

from flask import Response

_REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+')


def attachment(content: bytes | str, name: str, *, plain: str, kind: str) -> Response:
    """Return the answer that a browser saves as ``name`` (``plain`` is its name in ASCII)."""
    safe = _REFUSED.sub(" ", name.encode("utf-8", "ignore").decode("utf-8"))[-80:].strip(" .")
    response = Response(content, mimetype=kind)
    response.headers["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(safe or plain)}"
    )
    response.headers["Content-Security-Policy"] = "sandbox"
    return response
