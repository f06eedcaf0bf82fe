"""Signs: single words of a kind that only speak where the kinds of a rule meet in a sentence."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaizen.reading.signs import agree, hinted, kinds_in
from kaizen.reading.vocabulary import tables

FILES = ("signs", "act_signs", "reason_signs", "round_signs", "liability_signs")
SETS = {key: table["sets"] for key, table in tables("sign_sets").items() if isinstance(table, dict)}


def test_one_kind_alone_says_nothing():
    assert not agree("R40", "two customers wrote to us about the lid.")
    assert not agree("R40", "a troublemaker was nowhere to be seen.")


def test_two_kinds_in_one_sentence_speak():
    assert agree("R40", "two customers, troublemakers both, wrote to us.")
    assert agree("R39", "御社の集計がずさんです。")


def test_kinds_in_different_sentences_do_not_meet():
    assert not list(hinted("R39", "御社の通知を拝見しました。棚の並べ方がずさんでした。"))


def test_an_own_part_in_the_sentence_silences_the_signs():
    assert not agree("R39", "アマゾンの表に比べて集計がずさんで、当店の不備です。")


def test_what_is_quoted_does_not_count():
    assert not list(hinted("R42", "箱に「絶望の味」と書いた菓子です。"))


def test_a_sign_may_be_in_two_parts():
    assert "unaware" in kinds_in("our knowledge of it was insufficient")
    assert "unaware" not in kinds_in("our knowledge of the shelf in hall two was insufficient")


def test_a_star_takes_any_ending():
    assert "bad_faith" in kinds_in("they exaggerated")
    assert "bad_faith" not in kinds_in("they were exact")


@pytest.mark.parametrize("rule", SETS)
def test_every_kind_of_a_set_has_words_in_a_language(rule: str):
    known = {kind for file in FILES for language in ("ja", "en") for kind in tables(file)[language]}
    assert {kind.lstrip("!") for row in SETS[rule] for kind in row} <= known


def test_no_kind_is_in_two_files():
    for language in ("ja", "en"):
        kinds = [kind for file in FILES for kind in tables(file)[language]]
        assert len(set(kinds)) == len(kinds)


def test_quoted_words_of_a_form_count_where_a_rule_reads_them():
    text = "取消理由は「購入者都合」を選びます。"
    assert not list(hinted("R56", text))
    assert len(list(hinted("R56", text, quoted=True))) == 1


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_word_of_a_kind_is_written_twice_or_too_short_to_be_found(file: str, language: str):
    for kind, words in tables(file)[language].items():
        entries = [word.strip() for word in re.split(r"[|\n]", words) if word.strip()]
        assert len(set(entries)) == len(entries), kind
        shortest = 2 if language == "ja" else 1
        assert not [word for word in entries if len(word.split("~")[0]) < shortest], kind
        assert not [word for word in entries if word != word.lower()], kind
        stems = [word for word in entries if word.split()[0].endswith("*")]
        assert not [word for word in stems if language == "en" and len(word.split()[0]) < 4], kind


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str):
    assert isinstance(kinds_in(text.lower()), frozenset)
