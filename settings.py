"""Settings: read once from the environment, then passed on as a value."""

import os
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from bootstrap.words import Stop
from kaizen.limits import UPLOAD_BYTES

DATABASE_FILE = "kaizen-plan.sqlite3"
SECRET_FILE = "secret-key"  # noqa: S105 - the name of a file
# Amazon.co.jp counts its days in Japan, wherever the seller's computer stands.
JAPAN = timezone(timedelta(hours=9), "JST")
# A file somewhat too large still arrives, so that its form can say so and keep what was typed.
# Files wait on the disk, and the fields beside them have a limit of their own.
_ROOM_BYTES = 30_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Where data live and how the program behaves. ``today`` replaces the calendar in tests."""

    data_folder: Path
    database_url: str
    secret_key: str = field(repr=False)
    today: date | None = None
    request_bytes: int = UPLOAD_BYTES + _ROOM_BYTES
    # Hosts under which the pages answer; anything else is a foreign site pointing here.
    trusted_hosts: tuple[str, ...] = ("127.0.0.1", "localhost")

    @classmethod
    def in_folder(cls, folder: Path, *, secret_key: str, today: date | None = None) -> "Settings":
        """Return settings that keep everything in ``folder``."""
        return cls(folder, f"sqlite:///{folder / DATABASE_FILE}", secret_key, today)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Return the settings of this machine; creates data folder and secret on the first call.

        Read are ``KAIZEN_DATA`` (a folder), ``KAIZEN_DATABASE_URL`` and ``KAIZEN_TODAY``
        (2026-11-30). Raises Stop where one of them cannot be used.
        """
        given = os.environ if environment is None else environment
        folder = data_folder(given, sys.platform)
        today = _day(given)
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            secret = _secret(folder / SECRET_FILE)
        except OSError as problem:
            raise Stop("data_folder", folder=folder, reason=problem.strerror) from problem
        local = cls.in_folder(folder, secret_key=secret, today=today)
        url = given.get("KAIZEN_DATABASE_URL") or local.database_url
        return cls(folder, url, secret, today)

    @property
    def program_folder(self) -> Path:
        """Return the folder in which the program itself lies."""
        return Path(__file__).resolve().parent

    def day(self) -> date:
        """Return today's date in Japan."""
        return self.today or datetime.now(JAPAN).date()


def day_in_japan(environment: Mapping[str, str]) -> date:
    """Return today's date in Japan, or ``KAIZEN_TODAY``; nothing is read from or made on disk."""
    return _day(environment) or datetime.now(JAPAN).date()


def data_folder(environment: Mapping[str, str], platform: str) -> Path:
    """Return the folder for the seller's data, by the custom of ``platform``."""
    chosen = environment.get("KAIZEN_DATA")
    if chosen:
        return Path(chosen).expanduser().absolute()
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "kaizen-plan"


def _day(environment: Mapping[str, str]) -> date | None:
    written = environment.get("KAIZEN_TODAY", "")
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as problem:
        raise Stop("bad_today", value=written) from problem


def _secret(path: Path) -> str:
    """Return the key that signs the token of a form; it must outlive a restart."""
    try:
        return path.read_text("ascii").strip() or _new_secret(path)
    except FileNotFoundError:
        return _new_secret(path)


def _new_secret(path: Path) -> str:
    """Write a key readable by this user alone, whole or not at all; the first of several wins."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        os.fsync(file.fileno())
    try:
        if path.exists() and not path.stat().st_size:
            path.unlink()
        os.link(fresh, path)
    except FileExistsError:
        pass
    except OSError:
        os.replace(fresh, path)  # a file system without hard links
    finally:
        fresh.unlink(missing_ok=True)
    return path.read_text("ascii").strip()
