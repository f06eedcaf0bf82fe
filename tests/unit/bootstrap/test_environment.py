"""The environment and its packages; what would be run is written down."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from bootstrap import environment
from bootstrap.words import Stop

ROOT = Path(__file__).resolve().parents[3]


class Copy:
    """A copy of the program with its own locks, whose commands are written down."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.ran: list[list[str]] = []
        self.status = 0
        for name in environment.LOCKS.values():
            (folder / name).write_text(name)
        patch.setattr(environment, "ROOT", folder)
        patch.setattr(environment, "VENV", folder / ".venv")
        patch.setattr(subprocess, "call", self._call)

    def _call(self, command: list[str], **_options: object) -> int:
        self.ran.append(command)
        if "venv" in command:
            python = self.folder / ".venv" / "bin" / "python"
            python.parent.mkdir(parents=True)
            python.touch()
        return self.status


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    return Copy(tmp_path, monkeypatch)


def test_packages_are_installed_by_hash_and_only_once(copy: Copy) -> None:
    assert not environment.is_ready("run")
    environment.prepare("run")
    make, install = copy.ran
    assert make[1:3] == ["-m", "venv"]
    assert "--require-hashes" in install
    assert install[install.index("--only-binary") + 1] == ":all:"
    assert install[-1] == str(copy.folder / "requirements.lock")
    environment.prepare("run")
    assert len(copy.ran) == 2


def test_a_bigger_set_of_packages_is_enough_for_a_smaller(copy: Copy) -> None:
    environment.prepare("dev")
    assert environment.is_ready("run")
    assert environment.is_ready("dev")
    assert not environment.is_ready("bench")


def test_a_changed_lock_is_installed_again(copy: Copy) -> None:
    environment.prepare("run")
    (copy.folder / "requirements.lock").write_text("newer")
    assert not environment.is_ready("run")
    environment.prepare("run")
    assert sum("venv" in command for command in copy.ran) == 1
    assert environment.is_ready("run")


def test_an_environment_whose_python_is_gone_is_made_again(copy: Copy) -> None:
    environment.prepare("run")
    (copy.folder / ".venv" / "bin" / "python").unlink()
    environment.prepare("run")
    assert [("venv" in command, "pip" in command) for command in copy.ran] == [
        (True, False),
        (False, True),
    ] * 2


def test_a_failed_install_is_said_and_tried_again_next_time(copy: Copy) -> None:
    copy.status = 1
    with pytest.raises(Stop) as caught:
        environment.prepare("run")
    assert caught.value.key == "venv_failed"
    (copy.folder / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
    (copy.folder / ".venv" / "bin" / "python").touch()
    with pytest.raises(Stop) as caught:
        environment.prepare("run")
    assert caught.value.key == "packages_failed"
    assert not environment.is_ready("run")


def test_a_folder_that_cannot_be_written_is_named(
    copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(Stop, match=re.escape(str(copy.folder))) as caught:
        environment.prepare("run")
    assert caught.value.key == "folder_read_only"
    assert copy.ran == []


def test_each_lock_holds_the_smaller_ones() -> None:
    sets = [
        set(re.findall(r"^([\w.-]+==\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in environment.LOCKS.values()
    ]
    assert sets[0] < sets[1] < sets[2]


def test_the_locks_hold_hashes_and_no_addresses() -> None:
    for name in environment.LOCKS.values():
        lock = (ROOT / name).read_text("utf-8")
        assert "--hash=sha256:" in lock
        assert "://" not in lock
