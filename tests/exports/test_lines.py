import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.lines import breakable, printable, set_lines
from tests.export_builders import squeezed


@pytest.mark.parametrize(
    "line, style",
    [
        ("【実施済み】", "lead"),
        ("Done:", "lead"),
        ("1.返金しました。", "hang hang-one"),
        ("1.11月4日、返金しました。", "hang hang-one"),
        ("1. Nov 11: removed both offers", "hang hang-one"),
        ("A.照合します。", "hang hang-one"),
        ("①照合します。", "hang hang-one"),
        ("10.照合します。", "hang hang-two"),
        ("(1)照合します。", "hang hang-two"),
        ("・照合します。", "hang hang-narrow"),
        ("- item", "hang hang-narrow"),
        ("1.86%から下げます。", ""),
        ("2026年11月4日です。", ""),
        ("原因1:棚が近いためです。", ""),
        ("250-5550201-0000210", ""),
    ],
)
def test_headings_and_list_entries_are_known_by_their_first_word(line, style):
    assert [found.style for found in set_lines(line)] == [style]


def test_empty_lines_become_one_gap_above_the_next_line():
    found = set_lines("\n一行目\n\n\n二行目\n三行目\n")
    assert [(line.text, line.style) for line in found] == [
        ("一行目", ""),
        ("二行目", "gap"),
        ("三行目", ""),
    ]


@pytest.mark.parametrize(
    "typed, shown",
    [
        ("a\x00b\x1b[31mc\x7f", "ab[31mc"),
        ("一\r\n二\r三\u2028四\x85五\x0c六", "一\n二\n三\n四\n五\n六"),
        ("道\u202egpj\u202c", "道gpj"),
        ("前\ud842後", "前\ufffd後"),
        ("　字下げ\tタブ  空白\u00a0", "　字下げ\tタブ  空白\u00a0"),
    ],
)
def test_only_what_a_page_cannot_show_is_left_out(typed, shown):
    assert printable(typed) == shown


@given(st.text(max_size=400))
def test_every_visible_character_stays_in_order(text):
    kept = "".join(line.text for line in set_lines(breakable(printable(text))))
    assert squeezed(kept) == squeezed(printable(text))


@pytest.mark.parametrize("run", ["x", "ー", "。", "「", "1234567890", "a\u00a0", "ا"])
def test_no_stretch_without_a_place_to_break_is_longer_than_a_few_lines(run):
    lines = breakable((run * 8000)[:8000]).split("\n")
    assert max(len(line) for line in lines) <= 200
    assert "".join(lines) == (run * 8000)[:8000]


def test_japanese_is_never_broken_by_force():
    text = "改善策を実施した場合の効果です。" * 200
    assert breakable(text) == text
