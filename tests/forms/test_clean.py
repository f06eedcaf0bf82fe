"""Control characters go, everything else stays as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.clean import clean


@pytest.mark.parametrize(
    "typed, kept, removed",
    [
        ("", "", 0),
        ("一行目\r\n二行目\r三行目", "一行目\n二行目\n三行目", 0),
        ("棚\x00を\x0b離す\x7f", "棚を離す", 3),
        ("タブ\tは残る", "タブ\tは残る", 0),
        ("\x85\x9b", "", 2),
        ("<script>alert(1)</script>{{7*7}}", "<script>alert(1)</script>{{7*7}}", 0),
        ("😀 \u202eRTL\u202c が", "😀 \u202eRTL\u202c が", 0),
        ("ハ\u309aン 﨑 塚", "ハ\u309aン 﨑 塚", 0),
        (" 前後の空白 ", " 前後の空白 ", 0),
    ],
)
def test_only_control_characters_are_taken_out(typed, kept, removed):
    cleaned = clean(typed)
    assert (cleaned.text, cleaned.removed) == (kept, removed)


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs"))))
def test_any_other_text_is_kept_exactly(typed):
    assert clean(typed).text == typed


@given(st.text())
def test_cleaning_twice_changes_nothing(typed):
    once = clean(typed)
    assert clean(once.text).text == once.text
    assert clean(once.text).removed == 0
