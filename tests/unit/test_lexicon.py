"""Word lists: what they find, what excuses it, and that the short cut loses nothing."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaizen import lexicon
from kaizen.first_characters import alternatives, first_characters
from kaizen.lexicon import find, says, word_lists

PHRASES = Path(lexicon.__file__).with_name("phrases")
LISTS = sorted(
    path.stem
    for path in PHRASES.glob("*.toml")
    if isinstance(data := tomllib.loads(path.read_text("utf-8")).get("ja"), dict) and "flag" in data
)


def test_a_negation_behind_the_words_excuses_them():
    assert says("evasion", "家族の名義で新しいアカウントを作ります。")
    assert not says("evasion", "家族の名義で新しいアカウントを作ることはありません。")


def test_a_negation_in_the_next_clause_does_not():
    assert says("evasion", "家族の名義で新しいアカウントを作り、規約には違反しません。")


def test_words_in_quotation_marks_are_not_the_sellers_voice():
    assert not says("denial", "お客様から「本物です」との説明を求められました。")
    assert says("denial", "商品は本物です。")


def test_english_words_are_whole_words():
    assert says("threat", "We will sue you.")
    assert not says("threat", "We issued a new tissue box.")


def test_places_are_those_of_the_folded_text():
    text = "在庫の件。Amazonのシステムの誤判定です。"
    assert [text[m.start : m.end] for m in find("blames_amazon", text)] == [
        "Amazonのシステムの誤判定"
    ]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_written_in_small_letters(name: str):
    data = tomllib.loads((PHRASES / f"{name}.toml").read_text("utf-8"))
    for language in ("ja", "en"):
        for key in ("flag", "excuse", "inside", "before", "after"):
            for entry in data[language].get(key, []):
                assert not re.search(r"(?<!\\)[A-Z]", entry), entry


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_where_its_words_come_from(name: str):
    data = tomllib.loads((PHRASES / f"{name}.toml").read_text("utf-8"))
    assert data["source"]
    assert data["as_of"]
    assert word_lists(name)


CASES = [
    ("abc|de", "ad"),
    ("(?:a|bc)d", "ab"),
    ("a?b", "ab"),
    ("(?:x|y)?z", "xyz"),
    ("[a-c]d", "abc"),
    (r"\d{2}", "0123456789"),
    ("(?<![a-z])we", "w"),
    (r"\$5", "$"),
]


@pytest.mark.parametrize("pattern, expected", CASES)
def test_first_characters_are_known(pattern: str, expected: str):
    assert first_characters(pattern) == frozenset(expected)


@pytest.mark.parametrize("pattern", ["", ".a", "[^a]b", r"\wa", "a?", "a|"])
def test_a_pattern_that_may_begin_with_anything_has_no_short_cut(pattern: str):
    assert first_characters(pattern) is None


def test_alternatives_of_groups_and_classes_stay_together():
    assert alternatives(r"a|(?:b|c)|[|]|\|") == ["a", "(?:b|c)", "[|]", r"\|"]


@given(st.sampled_from([pattern for pattern, _ in CASES]), st.text("abcdwexyz$0-", max_size=12))
def test_the_short_cut_loses_no_match(pattern: str, text: str):
    first = first_characters(pattern)
    assert first is not None
    assert all(match.group()[0] in first for match in re.finditer(pattern, text) if match.group())
