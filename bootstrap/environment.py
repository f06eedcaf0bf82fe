"""The environment in ``.venv`` with the locked packages, and the way into it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from bootstrap.words import Stop, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
# From the smallest set of packages to the biggest; each holds the ones before it.
LOCKS = {
    "run": "requirements.lock",
    "dev": "requirements-dev.lock",
    "bench": "requirements-bench.lock",
}


def is_inside() -> bool:
    """Tell whether this Python is the environment's."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def is_ready(packages: str) -> bool:
    """Tell whether the set ``packages``, or a bigger one, was installed from the lock of today."""
    names = list(LOCKS)
    enough = names[names.index(packages) :]
    return _python().exists() and any(_stamp(name).exists() for name in enough)


def prepare(packages: str) -> None:
    """Make the environment and install the set ``packages`` by hash; nothing where it is there."""
    if is_ready(packages):
        return
    try:
        if not _python().exists():
            _make()
        _install(packages)
        _stamp(packages).touch()
    except OSError as problem:
        raise Stop("folder_read_only", folder=ROOT) from problem


def run_again(arguments: list[str]) -> int:
    """Start ``app.py`` with the environment's Python; on Unix in the place of this process."""
    command = [str(_python()), str(ROOT / "app.py"), *arguments]
    if os.name == "nt":  # replacing a process detaches it from the console there
        return subprocess.call(command)
    sys.stdout.flush()
    os.execv(command[0], command)


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _stamp(packages: str) -> Path:
    lock = (ROOT / LOCKS[packages]).read_bytes()
    return VENV / f"installed-{hashlib.sha256(lock).hexdigest()[:16]}"


def _make() -> None:
    if not os.access(ROOT, os.W_OK):
        raise Stop("folder_read_only", folder=ROOT)
    # What is left of an environment whose Python is gone would be taken for a whole one.
    shutil.rmtree(VENV, ignore_errors=True)
    if subprocess.call([sys.executable, "-m", "venv", str(VENV)]) != 0:
        raise Stop("venv_failed", folder=VENV)


def _install(packages: str) -> None:
    say("packages")
    command = [str(_python()), "-m", "pip", "install", "--quiet", "--no-input"]
    command += ["--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]
    if subprocess.call([*command, "-r", str(ROOT / LOCKS[packages])]) != 0:
        raise Stop("packages_failed")
