"""The words of the command line, and what set-up says in two languages."""

import ast
import json
import os
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap import check_python, main
from bootstrap.arguments import DEFAULT_PORT, Asked, read_arguments
from bootstrap.words import Stop

ROOT = Path(__file__).resolve().parents[3]
SENTENCES = json.loads((ROOT / "bootstrap" / "words.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ([], Asked("run", DEFAULT_PORT, True)),
        (["run"], Asked("run")),
        (["--port", "9000"], Asked("run", 9000)),
        (["run", "--port=9000", "--no-browser"], Asked("run", 9000, False)),
        (["--host", "127.0.0.1"], Asked("run")),
        (["setup"], Asked("setup")),
        (["test", "-k", "notice", "-x"], Asked("test", rest=("-k", "notice", "-x"))),
        (["bench", "--short"], Asked("bench", rest=("--short",))),
    ],
)
def test_the_words_of_the_command_line(typed: list[str], asked: Asked) -> None:
    assert read_arguments(typed) == asked


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        (["serve"], "unknown_word"),
        (["--prot", "9000"], "unknown_word"),
        (["--port"], "unknown_word"),
        (["--port", "0"], "bad_port"),
        (["--port", "70000"], "bad_port"),
        (["--port", "http"], "bad_port"),
        (["--host", "0.0.0.0"], "host_refused"),
        (["--host=192.168.1.5"], "host_refused"),
        (["--host", "::"], "host_refused"),
    ],
)
def test_what_cannot_be_done_is_said(typed: list[str], key: str) -> None:
    with pytest.raises(Stop) as caught:
        read_arguments(typed)
    assert caught.value.key == key


def test_a_stop_is_two_lines_and_a_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--host", "0.0.0.0"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    english, japanese = err.splitlines()
    assert english.startswith("Kaizen Plan answers on this computer only")
    assert "このパソコンの中" in japanese


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13), (2, 7, 18)])
def test_an_old_python_is_named(version: tuple[int, ...]) -> None:
    with pytest.raises(Stop, match=r"3\.11 or newer, and this is " + re.escape(f"{version[0]}.")):
        check_python(version)


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1)])
def test_a_python_that_is_new_enough_passes(version: tuple[int, ...]) -> None:
    check_python(version)


@pytest.mark.parametrize("name", ["app.py", "bootstrap/__init__.py", "bootstrap/words.py"])
def test_an_old_python_can_read_as_far_as_the_sentence(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text("utf-8"), feature_version=(3, 6))
    futures = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert "__future__" not in futures
    hints = [
        hint
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for hint in (node.returns, *(argument.annotation for argument in node.args.args))
    ]
    modern = [ast.unparse(hint) for hint in hints if isinstance(hint, ast.Subscript | ast.BinOp)]
    assert hints
    assert modern == []


@pytest.mark.parametrize("key", SENTENCES)
def test_each_sentence_is_one_line_in_each_language(key: str) -> None:
    english, japanese = SENTENCES[key]
    named = [
        {name for _, name, _, _ in string.Formatter().parse(s) if name} for s in (english, japanese)
    ]
    assert named[0] == named[1]
    assert english.isascii() or "…" in english
    assert re.search("[ぁ-ん]", japanese)
    assert "\n" not in english + japanese


def test_the_sentences_are_those_that_are_said() -> None:
    code = "".join(
        path.read_text("utf-8")
        for path in [*(ROOT / "bootstrap").glob("*.py"), ROOT / "settings.py"]
    )
    assert {key for key in SENTENCES if f'"{key}"' not in code} == set()
    said = set(re.findall(r'(?:Stop|say|sentence)\(\s*"(\w+)"', code))
    assert said <= set(SENTENCES)
    assert len(said) > 10


def test_a_console_without_japanese_does_not_stop_the_program() -> None:
    program = "from bootstrap import main; import sys; sys.exit(main(['--host', '0.0.0.0']))"
    settings = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=settings, capture_output=True, check=False
    )
    assert ended.returncode == 1
    assert b"this computer only" in ended.stderr
    assert b"Traceback" not in ended.stderr
