"""``flask plan``: findings and their exit status, and files that are refused or written."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import commands
from kaizen.archive import write_archive
from tests.builders import GOOD, a_case, a_structured_plan
from tests.unit.commands.conftest import Run

EMPTY_CAUSE = {**GOOD, "cause": ""}


def put(folder: Path, data: Any, name: str = "plan.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return path


def test_a_plan_without_an_item_is_held_back(run: Run, tmp_path: Path) -> None:
    ended = run("plan", "review", put(tmp_path, EMPTY_CAUSE), "--json")
    assert ended.status == 1
    assert (ended.json["complete"], ended.json["blocked"]) == (False, True)
    (found,) = [finding for finding in ended.json["findings"] if finding["id"] == "R01"]
    assert found["item"] == "cause"
    assert set(found) >= {"slug", "severity", "start", "end", "text", "message", "why", "how"}


def test_a_plan_with_all_items_is_complete(run: Run, tmp_path: Path) -> None:
    ended = run("plan", "review", put(tmp_path, GOOD), "--json")
    assert ended.json["complete"] is True
    assert ended.status == (1 if ended.json["blocked"] else 0)


@pytest.mark.parametrize(
    ("words", "said"), [((), "まだ書かれていません"), (("--lang", "en"), "not written")]
)
def test_findings_speak_the_language_of_the_plan_or_the_one_asked_for(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    ended = run("plan", "review", put(tmp_path, EMPTY_CAUSE), *words)
    assert ended.status == 1
    assert said in ended.text
    assert "R01 item-missing" in ended.text


def test_a_plan_comes_from_standard_input(run: Run) -> None:
    assert run("plan", "review", "-", stdin=json.dumps(EMPTY_CAUSE)).status == 1


def test_an_archive_is_read_like_the_flat_form(run: Run, tmp_path: Path) -> None:
    archive = put(tmp_path, write_archive(a_case(plan=a_structured_plan())))
    ended = run("plan", "review", archive, "--json")
    assert ended.json["complete"] is True


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("{", "line 1"),
        ("[]", "top level"),
        ('{"violation": 3}', "violation"),
        ('{"format": "kaizen-case", "version": 7}', "version"),
        ('{"cause": "x", "today": "tomorrow"}', "today"),
        (b"\xff\xfe\x00", "byte 0"),
        (b"", "line 1"),
    ],
)
def test_bad_input_is_one_line_with_file_place_and_remedy(
    run: Run, tmp_path: Path, content: str | bytes, place: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    ended = run("plan", "review", path)
    assert (ended.status, ended.out) == (2, b"")
    (line,) = ended.err.splitlines()
    assert line.startswith(f"{path}: {place}")
    assert line.endswith(".")


@pytest.mark.parametrize(
    "words",
    [
        ("plan", "review", "nowhere.json"),
        ("plan", "render", "nowhere.json", "--as", "text", "-o", "-"),
        ("notice", "read", "nowhere.txt"),
        ("case", "import", "nowhere.json"),
        ("forecast", "nowhere.csv", "--metric", "odr", "--from-day", "2026-11-14", "--rate", "1"),
    ],
)
def test_a_file_that_is_not_there_is_one_line(run: Run, words: tuple[str, ...]) -> None:
    ended = run(*words)
    assert ended.status == 2
    (line,) = ended.err.splitlines()
    assert line.startswith("nowhere.")
    assert "Name a file that can be read." in line


def test_a_day_that_is_none_is_one_line(run: Run, tmp_path: Path) -> None:
    ended = run("plan", "review", put(tmp_path, GOOD), "--today", "11月末")
    assert ended.status == 2
    assert ended.err.splitlines() == ['--today: "11月末" is not a date. Write 2026-11-30.']


def test_the_text_is_written_in_both_layouts(run: Run, tmp_path: Path) -> None:
    plan, out = put(tmp_path, GOOD), tmp_path / "plan.txt"
    assert run("plan", "render", plan, "--as", "text", "--draft", "-o", out).status == 0
    text = out.read_text("utf-8")
    assert text.endswith("\n")
    assert all(value in text for value in GOOD.values())
    poa = run("plan", "render", plan, "--as", "poa", "--draft", "-o", "-").text
    assert poa != text
    assert all(value.split("\n")[0] in poa for value in (GOOD["violation"], GOOD["effect"]))


def test_a_final_file_is_refused_with_the_names_of_what_holds_it_back(
    run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "plan.txt"
    ended = run("plan", "render", put(tmp_path, EMPTY_CAUSE), "--as", "text", "-o", out)
    assert (ended.status, out.exists()) == (1, False)
    assert "R01 item-missing (cause)" in ended.err


def test_a_draft_is_written_and_says_so(run: Run, tmp_path: Path) -> None:
    plan = put(tmp_path, EMPTY_CAUSE)
    ended = run("plan", "render", plan, "--as", "text", "--draft", "-o", "-")
    assert ended.status == 0
    assert ended.text.startswith("【下書き】")


def test_what_the_review_finds_and_what_holds_back_a_file_are_the_same(
    run: Run, tmp_path: Path
) -> None:
    """A waived block holds back neither; the same case without the reason is refused."""
    for data in (GOOD, EMPTY_CAUSE, {"violation": "x"}):
        plan = put(tmp_path, data)
        reviewed = run("plan", "review", plan, "--json")
        rendered = run("plan", "render", plan, "--as", "text", "-o", tmp_path / "out.txt")
        assert rendered.status == reviewed.status


def test_the_archive_can_be_written_from_a_half_written_plan(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "case.json"
    assert run("plan", "render", put(tmp_path, EMPTY_CAUSE), "--as", "json", "-o", out).status == 0
    again = run("plan", "review", out, "--json")
    assert again.json["complete"] is False


@pytest.mark.parametrize(("kind", "magic"), [("pdf", b"%PDF-"), ("docx", b"PK\x03\x04")])
def test_binary_files_are_written(run: Run, tmp_path: Path, kind: str, magic: bytes) -> None:
    out = tmp_path / f"plan.{kind}"
    ended = run("plan", "render", put(tmp_path, GOOD), "--as", kind, "--draft", "-o", out)
    assert ended.status == 0, ended.err
    assert out.read_bytes().startswith(magic)


def test_a_place_that_cannot_be_written_is_one_line_and_leaves_nothing(
    run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "missing" / "plan.txt"
    ended = run("plan", "render", put(tmp_path, GOOD), "--as", "text", "--draft", "-o", target)
    assert ended.status == 2
    (line,) = ended.err.splitlines()
    assert line.startswith(str(target))
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


def test_a_review_makes_no_folder_and_no_database(tmp_path: Path) -> None:
    """A person who only checks a file leaves nothing behind on the machine."""
    folder = tmp_path / "data"
    ended = subprocess.run(
        [Path(sys.executable).with_name("flask"), "plan", "review", "-"],
        cwd=Path(__file__).resolve().parents[3],
        env={**os.environ, "KAIZEN_DATA": str(folder)},
        input=json.dumps(EMPTY_CAUSE).encode(),
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 1
    assert not folder.exists()


def test_a_wrong_day_in_the_environment_is_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAIZEN_TODAY", "soon")
    plan = put(tmp_path, GOOD)
    ended = run("plan", "review", plan)
    assert ended.status in (0, 1)  # the application's own day wins
    bare = commands.app_without_pages().test_cli_runner().invoke(args=["plan", "review", str(plan)])
    assert bare.exit_code == 2
    (line,) = bare.stderr.splitlines()
    assert line.startswith("KAIZEN_TODAY should be a date")


@pytest.mark.parametrize(("language", "said"), [("ja", "計算すると"), ("en", "it computes to")])
def test_figures_that_do_not_come_out_are_told_apart_from_the_rules(
    run: Run, tmp_path: Path, language: str, said: str
) -> None:
    plan = put(tmp_path, {**GOOD, "effect": GOOD["effect"] + "受注1,505件のうち28件(1.68%)です。"})
    ended = run("plan", "review", plan, "--lang", language)
    assert said in ended.text
    assert "28 ÷ 1,505 = 1.86%" in ended.text
    found = run("plan", "review", plan, "--json").json
    assert [entry["computed"] for entry in found["arithmetic"]] == ["1.86%"]
    assert all(finding["id"].startswith("R") for finding in found["findings"])
    assert run("plan", "review", put(tmp_path, GOOD), "--json").json["arithmetic"] == []
