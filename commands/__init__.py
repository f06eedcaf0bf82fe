"""What the pages do without a person, as commands: ``.venv/bin/flask plan review FILE``.

Exit status: 0 done; 1 done and something holds the plan back, or a final file was refused; 2 bad
input, with one line on standard error. Each command imports what it needs when it runs.
"""

import os
from collections.abc import Sequence

from flask import Flask

from commands.case import case
from commands.forecast import forecast
from commands.notice import notice
from commands.plan import plan

ALL = (notice, plan, case, forecast)


def register(app: Flask) -> None:
    """Add the commands to Flask's command line."""
    for command in ALL:
        app.cli.add_command(command)


def are_called_by(words: Sequence[str]) -> bool:
    """Tell whether the command line ``words`` ask for a command of ours, which needs no pages."""
    names = {str(command.name) for command in ALL}
    program = os.path.basename(words[0]).removesuffix(".exe") if words else ""
    return program == "flask" and len(words) > 1 and words[1] in names


def app_without_pages() -> Flask:
    """Return an application that holds the commands alone; it starts in half the time."""
    app = Flask("kaizen_plan")
    register(app)
    return app
