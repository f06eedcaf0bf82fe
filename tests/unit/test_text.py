import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaizen.text import fold


@pytest.mark.parametrize(
    "typed, folded",
    [
        ("１．８６％", "1.86%"),
        ("Ｂ０ＺＭ６Ｌ４Ｋ２Ｊ", "B0ZM6L4K2J"),
        ("２５０－５５５０２０１", "250-5550201"),
        ("ｶﾞﾗｽ", "ガラス"),
        ("か\u3099す", "がす"),
        ("①㈱", "1(株)"),
        ("a\u200bb\ufeff", "ab"),
        ("データ", "データ"),
        ("", ""),
        ("一\r\n二", "一\n二"),
        ("10⁻¹", "10-1"),
        ("㌫㌔", "パーセントキロ"),
        ("ﷺ㌖", "ﷺ㌖"),  # signs for whole phrases: a page of them would become a book
    ],
)
def test_text_is_folded_for_matching(typed, folded):
    assert fold(typed).text == folded


def test_places_lead_back_to_what_was_typed():
    folded = fold("率は１．８６％です")
    at = folded.text.index("1.86%")
    assert folded.quote(at, at + 5) == "１．８６％"


def test_a_voiced_half_width_kana_is_quoted_whole():
    folded = fold("ｶﾞﾗｽ製")
    assert folded.quote(0, 1) == "ｶﾞ"
    assert folded.quote(0, 3) == "ｶﾞﾗｽ"


def test_a_company_square_is_quoted_whole():
    folded = fold("相手は㈱山田です")
    at = folded.text.index("(株)")
    assert folded.quote(at, at + 3) == "㈱"
    assert folded.quote(at, at + 1) == "㈱"


@given(st.text())
def test_every_place_of_any_text_is_valid(typed):
    folded = fold(typed)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)
    for index in range(len(folded.text)):
        first, last = folded.span(index, index + 1)
        assert 0 <= first < last <= len(typed)


@given(st.text(max_size=60))
def test_a_folded_text_folds_to_one_of_the_same_length(typed):
    once = fold(typed).text
    assert len(fold(once).text) == len(once)


def test_no_sign_grows_when_it_is_folded_again():
    codes = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    once = [fold(sign).text for sign in codes if unicodedata.normalize("NFKC", sign) != sign]
    assert len(once) > 4_000
    assert [text for text in once if fold(text).text != text] == []
    assert max(map(len, once)) <= 5
