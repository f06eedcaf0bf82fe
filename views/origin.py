"""The page that led to a place, to which saving there leads back."""

from flask import request

ORIGINS = frozenset({"review"})


def origin() -> str:
    """Return the page named in the request, where it is one that can be returned to."""
    named = request.values.get("from", "")
    return named if named in ORIGINS else ""
