"""The four words of ``python3 app.py``, carried out inside the environment."""

from __future__ import annotations

import os
import subprocess
import sys

from bootstrap.arguments import Asked
from bootstrap.browser import find_browser
from bootstrap.catalogue import compile_catalogues
from bootstrap.environment import ROOT
from bootstrap.words import say


def run(asked: Asked) -> int:
    """Serve the pages."""
    from bootstrap.serve import serve

    return serve(asked)


def setup(_asked: Asked) -> int:
    """Set everything up, the database included, and stop."""
    from settings import Settings
    from store import CaseStore

    compile_catalogues(ROOT / "translations")
    CaseStore.open(Settings.from_environment().database_url).close()
    say("ready")
    return 0


def test(asked: Asked) -> int:
    """Run the whole suite on all processors, or what the words for pytest name."""
    compile_catalogues(ROOT / "translations")
    words = asked.rest or ("-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile")
    browser = find_browser()
    known = {"CHROMIUM": browser} if browser else {}
    return _python("pytest", words, **known)


def bench(asked: Asked) -> int:
    """Measure, print a table and write the figures."""
    compile_catalogues(ROOT / "translations")
    return _python("benchmarks", asked.rest)


ACTIONS = {"run": run, "test": test, "setup": setup, "bench": bench}


def _python(module: str, words: tuple[str, ...], **environment: str) -> int:
    command = [sys.executable, "-m", module, *words]
    return subprocess.call(command, cwd=ROOT, env={**os.environ, **environment})
