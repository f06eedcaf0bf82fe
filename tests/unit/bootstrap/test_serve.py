"""Serving on this computer alone, from a start that works to each that cannot."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from bootstrap import serve
from bootstrap.arguments import Asked
from bootstrap.catalogue import compile_catalogues
from bootstrap.words import Stop

ROOT = Path(__file__).resolve().parents[3]


def test_only_this_computer_is_listened_to() -> None:
    with serve.listen(_free_port()) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"


def test_a_taken_port_is_said_with_another_to_try() -> None:
    with serve.listen(_free_port()) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(Stop, match=f"Port {port} is in use") as caught:
            serve.listen(port)
    assert caught.value.key == "port_taken"
    assert 1 <= caught.value.values["other"] <= 65535  # type: ignore[operator]


@pytest.mark.parametrize(
    ("platform", "environ", "has_one"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "CI": "true"}, False),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_browser_is_opened_where_a_person_sits(
    monkeypatch: pytest.MonkeyPatch, platform: str, environ: dict[str, str], has_one: bool
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "CI"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert serve.has_browser() is has_one


def test_a_start_loads_neither_the_reader_of_notices_nor_the_one_of_pdfs() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, webapp; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "kaizen.notice" in loaded
    assert not {"kaizen.notice.reader", "pypdfium2", "weasyprint", "alembic"} & set(loaded)


def test_a_catalogue_is_compiled_when_it_is_older_than_its_words(tmp_path: Path) -> None:
    folder = tmp_path / "ja" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source, target = folder / "messages.po", folder / "messages.mo"
    source.write_text(
        'msgid ""\nmsgstr "Language: ja\\n"\n\nmsgid "Save"\nmsgstr "保存"\n', "utf-8"
    )
    assert compile_catalogues(tmp_path) == [target]
    assert compile_catalogues(tmp_path) == []
    assert "保存".encode() in target.read_bytes()
    later = time.time() + 10
    os.utime(source, (later, later))
    assert compile_catalogues(tmp_path) == [target]


def test_the_program_serves_says_where_and_ends_politely(tmp_path: Path) -> None:
    port = _free_port()
    program = (
        "import sys; from bootstrap.arguments import Asked; from bootstrap.serve import serve;"
        f"sys.exit(serve(Asked('run', {port}, False)))"
    )
    settings = {**os.environ, "KAIZEN_DATA": str(tmp_path / "data"), "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            assert f"http://127.0.0.1:{port}/" in server.stdout.readline()
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=20) as answer:
                assert answer.status == 200
        finally:
            server.terminate()
        assert server.wait(20) == 0
    assert (tmp_path / "data" / "kaizen-plan.sqlite3").exists()


def test_a_start_with_a_broken_database_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kaizen-plan.sqlite3").write_bytes(b"not a database, not at all " * 100)
    monkeypatch.setenv("KAIZEN_DATA", str(tmp_path))
    with pytest.raises(Stop, match="Put a backup in its place") as caught:
        serve.serve(Asked("run", _free_port(), False))
    assert caught.value.key == "store_damaged"


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def test_words_that_cannot_be_compiled_name_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "translations" / "ja" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text('msgid ""\nmsgstr "Language: ja\\n"\n', "utf-8")
    (folder / f"messages.mo.{os.getpid()}").mkdir()  # stands for a place that is not writable
    with pytest.raises(Stop) as caught:
        compile_catalogues(tmp_path / "translations")
    assert caught.value.key == "folder_read_only"
