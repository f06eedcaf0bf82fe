"""Settings come from the environment once; the secret outlives a restart and stays private."""

import multiprocessing
import os
from datetime import date, datetime
from pathlib import Path

import pytest

from bootstrap.words import Stop
from settings import JAPAN, SECRET_FILE, Settings, data_folder


def secret_in(folder: str) -> str:
    return Settings.from_environment({"KAIZEN_DATA": folder}).secret_key


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {"HOME": "/home/a"}, "/home/a/.local/share/kaizen-plan"),
        ("linux", {"HOME": "/home/a", "XDG_DATA_HOME": "/data"}, "/data/kaizen-plan"),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Application Support/kaizen-plan"),
        ("win32", {"LOCALAPPDATA": "/Local"}, "/Local/kaizen-plan"),
        ("win32", {"USERPROFILE": "/Users/a"}, "/Users/a/AppData/Local/kaizen-plan"),
        ("linux", {"HOME": "/home/a", "KAIZEN_DATA": "/elsewhere"}, "/elsewhere"),
    ],
)
def test_data_live_where_the_platform_keeps_them(
    platform: str, environ: dict[str, str], folder: str
) -> None:
    assert data_folder(environ, platform) == Path(folder)


def test_a_first_start_makes_a_private_folder_with_a_private_secret(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "data"
    settings = Settings.from_environment({"KAIZEN_DATA": str(folder)})
    assert settings.database_url == f"sqlite:///{folder / 'kaizen-plan.sqlite3'}"
    assert len(settings.secret_key) >= 43
    assert (folder / SECRET_FILE).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in folder.iterdir()] == [SECRET_FILE]


def test_the_secret_outlives_a_restart_and_is_never_shown(tmp_path: Path) -> None:
    first = Settings.from_environment({"KAIZEN_DATA": str(tmp_path)})
    second = Settings.from_environment({"KAIZEN_DATA": str(tmp_path)})
    assert first == second
    assert first.secret_key not in repr(first)


def test_an_empty_secret_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / SECRET_FILE).touch()
    assert secret_in(str(tmp_path)) == secret_in(str(tmp_path)) != ""


def test_programs_that_start_together_share_one_secret(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        secrets = pool.map(secret_in, [str(tmp_path)] * 8, chunksize=1)
    assert len(set(secrets)) == 1
    assert [path.name for path in tmp_path.iterdir()] == [SECRET_FILE]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Stop) as caught:
        Settings.from_environment({"KAIZEN_DATA": str(tmp_path / "file" / "data")})
    assert caught.value.key == "data_folder"
    assert str(tmp_path / "file") in str(caught.value)


def test_another_day_and_database_can_be_named(tmp_path: Path) -> None:
    settings = Settings.from_environment(
        {
            "KAIZEN_DATA": str(tmp_path),
            "KAIZEN_TODAY": "2026-11-30",
            "KAIZEN_DATABASE_URL": "sqlite:////other.sqlite3",
        }
    )
    assert settings.day() == date(2026, 11, 30)
    assert settings.database_url == "sqlite:////other.sqlite3"


def test_a_day_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="11月末") as caught:
        Settings.from_environment({"KAIZEN_DATA": str(tmp_path), "KAIZEN_TODAY": "11月末"})
    assert caught.value.key == "bad_today"


def test_today_is_the_day_in_japan(tmp_path: Path) -> None:
    before = datetime.now(JAPAN).date()
    today = Settings.in_folder(tmp_path, secret_key="x").day()
    assert before <= today <= datetime.now(JAPAN).date()
    assert JAPAN.utcoffset(None).total_seconds() == 9 * 3600


def test_the_environment_of_the_process_is_read_by_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAIZEN_DATA", str(tmp_path))
    assert Settings.from_environment().data_folder == Path(os.environ["KAIZEN_DATA"])
