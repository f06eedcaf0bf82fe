"""Addresses of pages."""

from typing import Any

from flask import url_for
from werkzeug.routing import BuildError


def link_or_none(endpoint: str, **values: Any) -> str | None:
    """Return the address of a page, or None where the program has no such page."""
    try:
        return url_for(endpoint, **values)
    except BuildError:
        return None
