"""Native libraries and programs: what is missing, and how this machine installs it."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from bootstrap.browser import find_browser
from bootstrap.words import Stop, say

# Debian's package and the library that shows it is there.
_PDF_LIBRARIES = {
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
}
# The browser tests' driver needs the library on a minimal system; pdftoppm draws PDF pages.
_TEST_LIBRARIES = {"libatomic1": "libatomic.so.1"}
_TEST_PROGRAMS = {"poppler-utils": "pdftoppm"}
_ELSEWHERE = {
    "darwin": "brew install pango",
    # In the MSYS2 window; WeasyPrint finds the library there by itself.
    "win32": "pacman -S mingw-w64-ucrt-x86_64-pango   (https://www.msys2.org)",
}


def provide(*, for_tests: bool = False) -> None:
    """Install what is missing where this user may, and say the command where not.

    Raises Stop only where nothing works without it: no way to make an environment, or no browser
    for the tests under continuous integration.
    """
    missing = missing_packages(for_tests=for_tests)
    if missing and uses_apt():
        _install(missing)
        missing = missing_packages(for_tests=for_tests)
    if "python3-venv" in missing:
        raise Stop("no_venv", command=command_for(["python3-venv"]))
    if set(missing) & set(_PDF_LIBRARIES) or not (uses_apt() or _draws_pdf()):
        say("native_missing", command=pdf_command())
    if for_tests:
        _report_tests(missing)


def missing_packages(*, for_tests: bool = False) -> list[str]:
    """Return the Debian packages whose library or program is not there (Linux; else nothing)."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [] if importlib.util.find_spec("ensurepip") else ["python3-venv"]
    missing += _without_library(_PDF_LIBRARIES)
    if for_tests:
        missing += _without_library(_TEST_LIBRARIES)
        missing += [package for package, name in _TEST_PROGRAMS.items() if not shutil.which(name)]
        missing += [] if find_browser() else ["chromium"]
    return missing


def pdf_command() -> str:
    """Return the one command that installs what PDF files need on this machine."""
    if uses_apt():
        return command_for(list(_PDF_LIBRARIES))
    if shutil.which("dnf"):
        return "sudo dnf install pango"
    return _ELSEWHERE.get(sys.platform, "pango")


def command_for(packages: Sequence[str]) -> str:
    """Return the line that a person types to install Debian ``packages``."""
    return " ".join([*_as_root(asking=True), "apt-get", "install", "-y", *packages])


def uses_apt() -> bool:
    """Tell whether this is Debian, Ubuntu or a relative."""
    return sys.platform.startswith("linux") and shutil.which("apt-get") is not None


def _install(packages: Sequence[str]) -> None:
    """Run apt once, and once more after an update; whether it helped is looked at afterwards."""
    if not _may_install():
        return
    say("native", packages=" ".join(packages))
    install = ["install", "-y", "--no-install-recommends", *packages]
    if _apt(install) != 0 and _apt(["update"]) == 0:
        _apt(install)


def _apt(arguments: Sequence[str]) -> int:
    # Another apt may be at work: wait for its lock instead of failing.
    command = [*_as_root(asking=_is_asked()), "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.call([*command, *arguments], env=settings, stdout=subprocess.DEVNULL)


def _may_install() -> bool:
    if os.geteuid() == 0:
        return True
    if not shutil.which("sudo"):
        return False
    # Without somebody to type a password, sudo must not wait for one.
    return _is_asked() or subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0


def _as_root(*, asking: bool) -> list[str]:
    if os.geteuid() == 0:
        return []
    return ["sudo"] if asking else ["sudo", "-n"]


def _is_asked() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _without_library(libraries: dict[str, str]) -> list[str]:
    return [package for package, name in libraries.items() if not has_library(name)]


def has_library(name: str) -> bool:
    """Tell whether the system's loader finds the library ``name``."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _draws_pdf() -> bool:
    """Tell whether pango is where WeasyPrint looks for it on macOS and Windows."""
    if sys.platform == "darwin":
        folders = ("/opt/homebrew/lib", "/usr/local/lib")
        name = "libpango-1.0.dylib"
    elif sys.platform == "win32":
        folders = (r"C:\msys64\ucrt64\bin", r"C:\msys64\mingw64\bin")
        name = "libpango-1.0-0.dll"
    else:
        return has_library("libpango-1.0.so.0")
    return has_library(name) or any(os.path.exists(os.path.join(f, name)) for f in folders)


def _report_tests(missing: Sequence[str]) -> None:
    if find_browser() is None:
        command = browser_command()
        if os.environ.get("CI", "").lower() in ("1", "true"):
            raise Stop("no_browser", command=command)
        say("no_browser", command=command)
    others = [package for package in missing if package in {*_TEST_LIBRARIES, *_TEST_PROGRAMS}]
    if others:
        say("test_tools_missing", command=command_for(others))


def browser_command() -> str:
    """Return the one command that installs a browser for the tests."""
    if uses_apt():
        return command_for(["chromium"])
    commands = {
        "darwin": "brew install --cask google-chrome",
        "win32": "winget install Google.Chrome",
    }
    return commands.get(sys.platform, "sudo dnf install chromium")
