"""Native libraries on machines of every kind; the platforms are played, nothing is installed."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable

import pytest

from bootstrap import native
from bootstrap.browser import find_browser
from bootstrap.words import Stop


class Machine:
    """A played machine: its platform, programs, libraries, user, and what was run on it."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.ran: list[list[str]] = []
        self.programs: set[str] = set()
        self.libraries: set[str] = set()
        self.apt: Callable[[list[str]], int] = lambda _words: 0
        self._patch = patch
        patch.setattr(
            shutil, "which", lambda name: f"/usr/bin/{name}" if name in self.programs else None
        )
        patch.setattr(ctypes, "CDLL", self._load)
        patch.setattr(subprocess, "call", self._call)
        patch.setattr(os.path, "exists", lambda _path: False)
        patch.delenv("CHROMIUM", raising=False)
        patch.delenv("CI", raising=False)
        self.be("linux")

    def be(
        self, platform: str, *, user: int = 1000, terminal: bool = False, venv: bool = True
    ) -> None:
        self._patch.setattr(sys, "platform", platform)
        self._patch.setattr(os, "geteuid", lambda: user, raising=False)
        self._patch.setattr(native, "_is_asked", lambda: terminal)
        found = object() if venv else None
        self._patch.setattr(importlib.util, "find_spec", lambda _name: found)

    def _load(self, name: str) -> None:
        if name not in self.libraries:
            raise OSError(name)

    def _call(self, command: list[str], **_options: object) -> int:
        self.ran.append(command)
        if command == ["sudo", "-n", "true"]:
            return 1
        return self.apt(command)


PANGO = {"libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"}
PACKAGES = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(monkeypatch)


def test_a_machine_with_everything_installs_nothing(machine: Machine) -> None:
    machine.programs, machine.libraries = {"apt-get"}, PANGO
    native.provide()
    assert machine.ran == []


def test_root_on_debian_installs_what_is_missing(machine: Machine) -> None:
    machine.be("linux", user=0, venv=False)
    machine.programs = {"apt-get"}

    def install(_command: list[str]) -> int:
        machine.libraries = PANGO
        machine.be("linux", user=0, venv=True)
        return 0

    machine.apt = install
    native.provide()
    (command,) = machine.ran
    assert command[0] == "apt-get"
    assert command[-4:] == ["python3-venv", *PACKAGES]
    assert "install" in command


def test_the_list_of_packages_is_updated_only_after_a_failure(machine: Machine) -> None:
    machine.be("linux", user=0)
    machine.programs = {"apt-get"}
    answers = iter([100, 0, 0])
    machine.apt = lambda _command: next(answers)
    native.provide()
    assert [next(w for w in run if w in ("install", "update")) for run in machine.ran] == [
        "install",
        "update",
        "install",
    ]


def test_somebody_at_the_keyboard_is_asked_by_sudo(machine: Machine) -> None:
    machine.be("linux", terminal=True)
    machine.programs = {"apt-get", "sudo"}
    native.provide()
    assert all(command[0] == "sudo" and "-n" not in command for command in machine.ran)
    assert machine.ran


@pytest.mark.parametrize("programs", [{"apt-get"}, {"apt-get", "sudo"}])
def test_without_the_right_to_install_the_command_is_said_and_the_start_goes_on(
    machine: Machine, capsys: pytest.CaptureFixture[str], programs: set[str]
) -> None:
    machine.programs = programs
    native.provide()
    assert all(command[0] != "apt-get" and "install" not in command for command in machine.ran)
    out = capsys.readouterr().out
    assert f"sudo apt-get install -y {' '.join(PACKAGES)}" in out.replace("sudo -n", "sudo")


def test_without_a_way_to_make_an_environment_nothing_goes_on(machine: Machine) -> None:
    machine.be("linux", venv=False)
    machine.programs = {"apt-get"}
    with pytest.raises(Stop, match="apt-get install -y python3-venv") as caught:
        native.provide()
    assert caught.value.key == "no_venv"


@pytest.mark.parametrize(
    ("platform", "command"),
    [("darwin", "brew install pango"), ("win32", "pacman -S mingw-w64-ucrt-x86_64-pango")],
)
def test_macos_and_windows_are_told_their_command(
    machine: Machine, capsys: pytest.CaptureFixture[str], platform: str, command: str
) -> None:
    machine.be(platform)
    native.provide()
    assert machine.ran == []
    assert capsys.readouterr().out.count(command) == 2


def test_fedora_is_told_its_command(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.programs = {"dnf"}
    native.provide()
    assert "sudo dnf install pango" in capsys.readouterr().out
    assert machine.ran == []


def test_tests_need_a_browser_under_continuous_integration(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.programs, machine.libraries = {"apt-get", "pdftoppm"}, {*PANGO, "libatomic.so.1"}
    native.provide(for_tests=True)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Stop, match="install -y chromium") as caught:
        native.provide(for_tests=True)
    assert caught.value.key == "no_browser"


def test_tests_install_browser_driver_and_drawing_tool(machine: Machine) -> None:
    machine.be("linux", user=0)
    machine.programs, machine.libraries = {"apt-get"}, PANGO
    assert native.missing_packages(for_tests=True) == ["libatomic1", "poppler-utils", "chromium"]
    assert native.missing_packages() == []


@pytest.mark.parametrize(
    ("platform", "command"),
    [
        ("darwin", "brew install --cask google-chrome"),
        ("win32", "winget install Google.Chrome"),
        ("linux", "sudo dnf install chromium"),
    ],
)
def test_a_missing_browser_has_its_command(machine: Machine, platform: str, command: str) -> None:
    machine.be(platform)
    assert native.browser_command() == command


@pytest.mark.parametrize(
    ("programs", "chosen", "found"),
    [
        ({"chromium", "google-chrome"}, None, "/usr/bin/chromium"),
        ({"google-chrome", "msedge"}, None, "/usr/bin/google-chrome"),
        ({"msedge"}, None, "/usr/bin/msedge"),
        ({"chromium", "mine"}, "mine", "/usr/bin/mine"),
        ({"chromium"}, "missing", None),
        (set(), None, None),
    ],
)
def test_the_browser_is_the_first_that_is_there(
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    programs: set[str],
    chosen: str | None,
    found: str | None,
) -> None:
    machine.programs = programs
    if chosen:
        monkeypatch.setenv("CHROMIUM", chosen)
    assert find_browser() == found


def test_a_browser_in_its_folder_on_macos_is_found(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    monkeypatch.setattr(os.path, "exists", lambda path: path == chrome)
    assert find_browser() == chrome
