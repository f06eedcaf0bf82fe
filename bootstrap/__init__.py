"""Sets the program up on a bare machine, with the standard library only, then hands over.

What it does: native libraries (``native``), the environment with its packages (``environment``),
and then, inside that environment, one of the four words (``actions``). This file and ``words``
also load on Pythons that are too old, so that these get a sentence instead of a traceback.
"""

import sys

OLDEST = (3, 11)


def main(arguments: "list[str]") -> int:
    """Do what the words after ``python3 app.py`` ask; return the exit status."""
    from bootstrap.words import Stop, survive_narrow_consoles

    survive_narrow_consoles()
    # Compiled files belong to a second start in half a second, whatever the environment says.
    sys.dont_write_bytecode = False
    try:
        check_python(tuple(sys.version_info[:3]))
        return _run(arguments)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def check_python(version: "tuple[int, ...]") -> None:
    """Raise Stop where this Python is too old."""
    from bootstrap.words import Stop

    if version[:2] < OLDEST:
        raise Stop("old_python", version=".".join(str(part) for part in version))


def _run(arguments: "list[str]") -> int:
    from bootstrap import environment
    from bootstrap.arguments import read_arguments

    asked = read_arguments(arguments)
    if asked.needs_check or not environment.is_ready(asked.packages):
        from bootstrap import native

        native.provide(for_tests=asked.word in ("test", "bench"))
        environment.prepare(asked.packages)
    if not environment.is_inside():
        return environment.run_again(arguments)
    from bootstrap.actions import ACTIONS

    return ACTIONS[asked.word](asked)
