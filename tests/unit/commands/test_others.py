"""``flask notice``, ``flask case``, ``flask forecast``, and how the commands are found."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import commands
from kaizen.archive import write_archive
from tests.builders import GOOD, a_case
from tests.unit.commands.conftest import Run

ROOT = Path(__file__).resolve().parents[3]
NOTICE = "Amazon.co.jp\n出品者様\nASIN: B0ABCDEFG1\n改善計画をご提出ください。\n"
TABLE = "date,orders,defects\n" + "".join(f"2026-10-{day:02},50,1\n" for day in range(1, 32))
FORECAST = ("--metric", "odr", "--from-day", "2026-11-14", "--rate", "0.5")


def test_a_notice_is_read_with_confidence_and_evidence(run: Run) -> None:
    ended = run("notice", "read", "-", "--json", stdin=NOTICE)
    assert ended.status == 0
    assert {"status", "asins", "deadline", "confidence", "evidence", "suspicious"} <= set(
        ended.json
    )


def test_a_notice_in_words_names_its_language(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text(NOTICE, "utf-8")
    assert "language: ja" in run("notice", "read", tmp_path / "notice.txt").text


def test_a_notice_from_japanese_windows_is_read(run: Run) -> None:
    assert "language: ja" in run("notice", "read", "-", stdin=NOTICE.encode("cp932")).text


def test_a_notice_that_is_no_text_or_too_long_is_one_line(run: Run) -> None:
    for data in (b"\x81\x00\xff\xff\x80", ("あ" * 200_001).encode()):
        ended = run("notice", "read", "-", stdin=data)
        assert ended.status == 2
        (line,) = ended.err.splitlines()
        assert line.startswith("standard input: ")


def test_a_case_goes_out_and_comes_back_as_another_one(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "case.json"
    source.write_text(json.dumps(write_archive(a_case())), "utf-8")
    first = run("case", "import", source).text.strip()
    out = tmp_path / "out.json"
    assert run("case", "export", first, "-o", out).status == 0
    assert json.loads(out.read_text("utf-8")) == write_archive(a_case())
    second = run("case", "import", out).text.strip()
    assert second
    assert second != first


def test_the_flat_form_is_imported_too(run: Run) -> None:
    case_id = run("case", "import", "-", stdin=json.dumps(GOOD)).text.strip()
    exported = run("case", "export", case_id, "-o", "-").json
    assert exported["plan"]["cause_text"] == GOOD["cause"]


def test_a_case_that_is_not_there_is_one_line(run: Run) -> None:
    ended = run("case", "export", "nowhere", "-o", "-")
    assert (ended.status, ended.out) == (2, b"")
    assert ended.err.startswith("nowhere: no such case.")


def test_a_backup_holds_all_cases(run: Run, tmp_path: Path) -> None:
    run("case", "import", "-", stdin=json.dumps(GOOD))
    assert run("case", "backup", "-o", tmp_path / "copy.sqlite3").status == 0
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as copy:
        assert copy.execute("SELECT count(*) FROM cases").fetchone() == (1,)


def test_a_database_that_cannot_be_opened_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kaizen-plan.sqlite3").write_bytes(b"this is no database at all " * 100)
    ended = run("case", "import", "-", stdin=json.dumps(GOOD))
    assert ended.status == 2
    (line,) = ended.err.splitlines()
    assert "StoreDamaged" in line


def test_a_forecast_gives_three_courses(run: Run, tmp_path: Path) -> None:
    ended = run("forecast", "-", *FORECAST, "--json", stdin=TABLE)
    assert ended.status == 0
    assert ended.json["metric"] == "odr"
    for course in ("best", "likely", "cautious"):
        assert {"date", "series"} <= set(ended.json[course])


def test_a_forecast_takes_the_window_and_target_of_the_notice(run: Run) -> None:
    ended = run(
        "forecast", "-", *FORECAST, "--window", "10", "--target", "2.5", "--json", stdin=TABLE
    )
    assert (ended.json["window_days"], ended.json["target"]) == (10, 2.5)
    assert run("forecast", "-", *FORECAST, "--window", "0", stdin=TABLE).status == 2
    assert run("forecast", "-", *FORECAST, "--target", "x", stdin=TABLE).status == 2


def test_a_forecast_draws_its_chart(run: Run, tmp_path: Path) -> None:
    ended = run("forecast", "-", *FORECAST, "--svg", tmp_path / "chart.svg", stdin=TABLE)
    assert ended.status == 0
    assert (tmp_path / "chart.svg").read_text("utf-8").startswith("<svg")
    assert "2026年11月14日" in ended.text


@pytest.mark.parametrize(
    ("table", "words", "named"),
    [
        ("date,orders,defects\nsoon,1,0\n", FORECAST, "standard input:2"),
        (TABLE, ("--metric", "zzz", *FORECAST[2:]), "zzz"),
        (TABLE, (*FORECAST[:-1], "many"), "many"),
        ("", FORECAST, "standard input"),
    ],
)
def test_a_forecast_names_what_is_wrong(
    run: Run, table: str, words: tuple[str, ...], named: str
) -> None:
    ended = run("forecast", "-", *words, stdin=table)
    assert (ended.status, ended.out) == (2, b"")
    (line,) = ended.err.splitlines()
    assert named in line


@pytest.mark.parametrize(
    ("words", "ours"),
    [
        (["/x/.venv/bin/flask", "plan", "review", "f"], True),
        (["flask.exe", "case", "export"], True),
        (["flask", "run"], False),
        (["flask"], False),
        (["pytest", "plan"], False),
        ([], False),
    ],
)
def test_a_command_of_ours_needs_no_pages(words: list[str], ours: bool) -> None:
    assert commands.are_called_by(words) is ours


def test_flask_finds_the_commands_and_loads_neither_database_nor_renderer(tmp_path: Path) -> None:
    program = (
        "import sys; sys.argv = ['flask', 'plan', 'review', '-', '--json']\n"
        "from flask.cli import main\n"
        "try: main()\n"
        "finally: print(sorted({'sqlalchemy', 'weasyprint', 'wtforms', 'docx', 'alembic'}"
        " & set(sys.modules)), file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "KAIZEN_DATA": str(tmp_path)},
        input=json.dumps({**GOOD, "cause": ""}).encode(),
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 1
    assert json.loads(ended.stdout)["blocked"] is True
    assert ended.stderr.decode().strip() == "[]"
