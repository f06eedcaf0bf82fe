"""The way in: ``python3 app.py`` sets up and serves; Flask's command line finds ``create_app``.

This file runs before any package is installed, and on Pythons that are too old, so its head
imports the standard library alone. The application is in ``webapp.py`` and is imported when
somebody asks for it.
"""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from settings import Settings


def create_app(settings: "Settings | None" = None) -> "Flask":
    """Return the application; without ``settings`` they are read from the environment."""
    import commands

    if settings is None and commands.are_called_by(sys.argv):
        return commands.app_without_pages()
    from settings import Settings as Environment
    from webapp import build_app

    app = build_app(settings or Environment.from_environment())
    commands.register(app)
    return app


if __name__ == "__main__":
    from bootstrap import main

    sys.exit(main(sys.argv[1:]))
