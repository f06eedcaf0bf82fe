"""What the pages do without a person, as commands: ``.venv/bin/flask plan review FILE``."""

from flask import Flask


def register(app: Flask) -> None:
    """Add the commands to Flask's command line."""
