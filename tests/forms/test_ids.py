"""ASINs and order numbers in text as it is pasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.ids import read_asins, read_order_ids


@pytest.mark.parametrize(
    "typed, asins",
    [
        ("B0ZH2J5K1W", ["B0ZH2J5K1W"]),
        ("対象はB0ZH2J5K1WとB0ZH2J5K2Xです", ["B0ZH2J5K1W", "B0ZH2J5K2X"]),
        ("B0ZH2J5K1W、B0ZH2J5K2X", ["B0ZH2J5K1W", "B0ZH2J5K2X"]),
        ("Ｂ０ＺＨ２Ｊ５Ｋ１Ｗ", ["B0ZH2J5K1W"]),
        ("B0ZH2J5K1WB0ZH2J5K2XB0ZH2J5K3Y", ["B0ZH2J5K1W", "B0ZH2J5K2X", "B0ZH2J5K3Y"]),
        ("b0zh2j5k1w", ["B0ZH2J5K1W"]),
        ("ASIN:B0ZH2J5K1W\nASIN:B0ZH2J5K2X", ["B0ZH2J5K1W", "B0ZH2J5K2X"]),
        ("対象ASIN B0ZH2J\n5K1W の件", ["B0ZH2J5K1W"]),
        ("> 対象ASIN B0ZH2J5\n> K1W の件", ["B0ZH2J5K1W"]),
        ("4101010013", ["4101010013"]),
        ("410101001X", ["410101001X"]),
        ("B0ZH2J5K1W B0ZH2J5K1W", ["B0ZH2J5K1W"]),
        ("B0Z\u200bH2J5K1W", ["B0ZH2J5K1W"]),
    ],
)
def test_asins_are_found_in_pasted_text(typed, asins):
    found = read_asins(typed)
    assert list(found.found) == asins
    assert found.doubtful == ()


@pytest.mark.parametrize(
    "typed, doubtful",
    [
        ("B0ZH2J5K1", "B0ZH2J5K1"),
        ("B0ZH2J5K1WW", "B0ZH2J5K1WW"),
        ("B0ZH2J5K1\nB0ZH2J5K2X", "B0ZH2J5K1"),
        ("電話 03-5550-1234", "03-5550-1234"),
    ],
)
def test_what_is_nearly_an_asin_is_named(typed, doubtful):
    assert read_asins(typed).doubtful == (doubtful,)


@pytest.mark.parametrize(
    "typed, orders",
    [
        ("250-5550201-0000210", ["250-5550201-0000210"]),
        ("注文番号250-5550201-0000210です", ["250-5550201-0000210"]),
        ("２５０－５５５０２０１－００００２１０", ["250-5550201-0000210"]),
        ("250ー5550201ー0000210", ["250-5550201-0000210"]),
        ("250‐5550201–0000210", ["250-5550201-0000210"]),
        ("25055502010000210", ["250-5550201-0000210"]),
        (
            "250-5550201-0000210249-5550203-0000230",
            ["250-5550201-0000210", "249-5550203-0000230"],
        ),
        ("250 5550201 0000210", ["250-5550201-0000210"]),
        ("250-5550201-\n0000210", ["250-5550201-0000210"]),
        ("250-5550201-000\n> 0210", ["250-5550201-0000210"]),
        (
            "250-5550201-0000210\n249-5550203-0000230",
            ["250-5550201-0000210", "249-5550203-0000230"],
        ),
        (
            "249-5550203-0000230、250-5550201-0000210",
            ["249-5550203-0000230", "250-5550201-0000210"],
        ),
    ],
)
def test_order_numbers_are_found_in_pasted_text(typed, orders):
    found = read_order_ids(typed)
    assert list(found.found) == orders
    assert found.doubtful == ()


def test_an_order_number_that_lacks_a_digit_is_named():
    assert read_order_ids("250-5550201-000021").doubtful == ("250-5550201-000021",)


def test_words_without_ids_give_nothing():
    assert read_asins("まだ分かりません").found == ()
    assert read_asins("まだ分かりません").doubtful == ()


@given(st.text(alphabet="B0AZ9- \n>あ、1", max_size=400))
def test_any_text_gets_an_answer_and_ids_have_their_shape(typed):
    assert all(len(asin) == 10 for asin in read_asins(typed).found)
    assert all(len(order) == 19 for order in read_order_ids(typed).found)
