"""What every answer carries, and which requests are refused before a page sees them."""

from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, request

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), clipboard-write=(self)",
}
_THIS_MACHINE = frozenset({"127.0.0.1", "::1"})
# The library limits the parts of a form with files; this kind it reads whatever its length, which
# takes half a minute for what a request may hold. Half a million characters still come back.
_PLAIN_FORM = "application/x-www-form-urlencoded"
PLAIN_FORM_BYTES = 5_000_000
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def secure(app: Flask) -> None:
    """Refuse other machines and posts from other origins; send the headers with every answer."""
    app.before_request(_refuse_other_machines)
    app.before_request(_refuse_other_origins)
    app.before_request(_refuse_costly_forms)
    app.after_request(_add_headers)


def _refuse_other_machines() -> None:
    """There are no accounts, so whoever comes over the network is refused, however it is served."""
    if request.remote_addr not in _THIS_MACHINE:
        abort(403)


def _refuse_other_origins() -> None:
    if request.method in _SAFE:
        return
    origin = request.headers.get("Origin")
    foreign = origin is not None and urlsplit(origin).netloc != request.host
    if foreign or request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        abort(403)


def _refuse_costly_forms() -> None:
    if request.mimetype != _PLAIN_FORM:
        return
    if (request.content_length or 0) > PLAIN_FORM_BYTES:
        abort(413)
    most = current_app.config["MAX_FORM_PARTS"]
    if request.get_data().count(b"&") >= most:
        abort(413)


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint == "static":
        response.headers["Cache-Control"] = "no-cache"
    else:
        response.headers["Cache-Control"] = "no-store"
    return response
