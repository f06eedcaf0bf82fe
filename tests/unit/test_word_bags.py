"""Bags of words: classes meet in one sentence, in any order, unless something excuses it."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaizen import lexicon
from kaizen.lexicon import spelt
from kaizen.text import fold
from kaizen.word_bags import find_bags

BAGS = sorted(
    path.stem.removesuffix("_bags")
    for path in Path(lexicon.__file__).with_name("phrases").glob("*_bags.toml")
)


def quotes(name: str, text: str) -> list[str]:
    return [text[match.start : match.end] for match in find_bags(name, text)]


def test_the_classes_may_come_in_any_order():
    assert quotes("blames_amazon", "倉庫での取り違えはアマゾン側の問題です。")
    assert quotes("blames_amazon", "アマゾン側で取り違えがありました。")


def test_the_classes_must_meet_in_one_sentence():
    assert not quotes("blames_amazon", "取り違えがありました。アマゾン側に連絡します。")


def test_ones_own_part_in_the_sentence_excuses_it():
    assert not quotes("blames_amazon", "アマゾン側の表示を、当店の担当が取り違えました。")


def test_what_is_quoted_is_not_the_sellers_voice():
    assert not quotes("blames_buyers", "「お客は文句ばかり」という貼り紙を外しました。")


def test_one_place_is_told_a_sentence():
    assert len(quotes("threat", "We will sue Amazon, and our lawyer will sue you again.")) == 1


def test_a_class_of_words_is_set_in_brackets_where_others_touch_it():
    assert spelt("the {review}", "en").startswith("the (?:")
    assert "(?:" not in spelt("{review}|x", "en")


@pytest.mark.parametrize("name", BAGS)
def test_bags_are_written_in_small_letters_and_say_where_they_come_from(name: str):
    path = Path(lexicon.__file__).with_name("phrases") / f"{name}_bags.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    assert data["source"]
    assert data["as_of"]
    assert find_bags(name, "") == ()


@given(st.sampled_from(BAGS), st.text(max_size=200))
def test_places_lie_within_any_text(name: str, text: str):
    folded = fold(text).text
    for match in find_bags(name, folded):
        assert 0 <= match.start < match.end <= len(folded)
