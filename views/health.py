"""Tells whether the program answers and its store can be read."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from views.context import case_store

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def show() -> ResponseReturnValue:
    """Return ok; a store that cannot be read answers with its own error."""
    case_store().get("")
    return jsonify(status="ok")
