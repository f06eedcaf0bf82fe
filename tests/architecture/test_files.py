"""Files stay small, hold no case of Japanese in code, and speak of the product alone."""

import re

import pytest

from tests.architecture.tree import PACKAGES, ROOT, TEXTS, files, name

LONGEST = 300
LONGEST_CONFTEST = 150
# Longer by decision, each with its reason.
MAY_BE_LONGER: dict[str, str] = {}
JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f]")
# Written in pieces, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(
    "|".join(["/wo" + "rk/", "/ro" + "ot/", "/ho" + r"me/\w+/", r"C:\\Us" + "ers"])
)
DIARY = re.compile("(?:#|//|<!--).*\\b(?:TO" + "DO|FIX" + "ME|X" + r"XX)\b|\bis" + r"sue #?\d")
SCOLDING = re.compile("無効(?![化数])|不正な|エラーコード|入力ミス")


def lines_of(path_name: str) -> int:
    return len((ROOT / path_name).read_text("utf-8").splitlines())


def test_files_stay_small() -> None:
    sources = files(".py", ".html", ".js")
    assert len(sources) > 100
    long = {name(path) for path in sources if lines_of(name(path)) > LONGEST}
    assert long == set(MAY_BE_LONGER)


def test_shared_fixtures_stay_few() -> None:
    found = [path for path in files(".py", under="tests") if path.name == "conftest.py"]
    assert found
    assert [name(path) for path in found if lines_of(name(path)) > LONGEST_CONFTEST] == []


def test_code_and_templates_hold_no_japanese() -> None:
    """Japanese words are data, or stand in the catalogue; the tests may quote sellers."""
    sources = [
        path
        for path in files(".py", ".html", ".js", ".css", ".txt", ".mako")
        if not name(path).startswith(("tests/", "docs/"))
        and not (path.suffix == ".txt" and not name(path).startswith("templates/"))
    ]
    assert len(sources) > 100
    assert [name(path) for path in sources if JAPANESE.search(path.read_text("utf-8"))] == []


def test_the_program_speaks_of_no_machine_and_keeps_no_diary() -> None:
    texts = [path for path in files(*TEXTS) if path.name != "uv.lock"]
    assert len(texts) > 150
    found = [
        f"{name(path)}: {match.group()}"
        for path in texts
        for pattern in (MACHINE_PATHS, DIARY)
        for match in pattern.finditer(path.read_text("utf-8"))
        if not name(path).startswith("tests/unit/test_settings")
    ]
    assert found == []


def test_words_for_sellers_never_scold() -> None:
    texts = [*files(".po", under="translations"), *files(".toml", under="kaizen")]
    texts += [path for package in PACKAGES[1:] for path in files(".toml", ".json", under=package)]
    # Word lists quote what sellers and notices write.
    kept = [path for path in texts if not re.search("phrases|signatures|reading", name(path))]
    assert kept
    found = [
        f"{name(p)}: {m.group()}"
        for p in kept
        for m in SCOLDING.finditer(_said(p.read_text("utf-8")))
    ]
    assert found == []


def _said(text: str) -> str:
    """Return the text without its comments and without examples of weak writing."""
    kept = (line for line in text.splitlines() if not re.match(r"\s*(#|weak\b|fail)", line))
    return "\n".join(kept)


@pytest.mark.parametrize("language", ["ja"])
def test_the_catalogue_is_complete_and_up_to_date(language: str) -> None:
    from tools.messages import PO, problems

    assert PO.parts[-3] == language
    assert problems() == []
