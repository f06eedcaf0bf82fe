from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from exports.coverage import drawable, is_drawn, missing_characters
from exports.render import FONTS
from kaizen.case import Exhibit
from tests.builders import a_case
from tests.export_builders import a_document


def drawn_by(name):
    with TTFont(FONTS / name) as font:
        return set(font.getBestCmap())


def test_the_list_holds_what_the_fonts_hold():
    listed = set()
    for line in (FONTS / "coverage.txt").read_text("ascii").splitlines():
        first, last = (int(part, 16) for part in line.split())
        listed |= set(range(first, last + 1))
    bold, regular = drawn_by("BIZUDPGothic-Bold.ttf"), drawn_by("BIZUDPGothic-Regular.ttf")
    assert bold == regular
    assert listed == regular | drawn_by("KaizenRareCharacters-Regular.otf")


def test_each_family_has_one_file_a_weight_and_its_licence():
    names = {path.name for path in FONTS.iterdir()}
    assert names == {
        "BIZUDPGothic-Bold.ttf",
        "BIZUDPGothic-Regular.ttf",
        "KaizenRareCharacters-Regular.otf",
        "OFL.txt",
        "coverage.txt",
    }
    families = {
        str(TTFont(FONTS / name)["name"].getBestFamilyName()) for name in names if "-" in name
    }
    assert families == {"BIZ UDPGothic", "Kaizen Rare Characters"}


@pytest.mark.parametrize("encoding", ["cp932", "euc_jis_2004", "gb2312"])
def test_whole_character_sets_are_drawn(encoding):
    points = [*range(0x21, 0x7F), *range(0xA1, 0xD800), *range(0xF900, 0xFFF0)]
    points += range(0x20000, 0x2FA20)
    known = [chr(point) for point in points if chr(point).encode(encoding, "ignore")]
    lost = [character for character in known if not is_drawn(character)]
    assert len(known) > 6000
    assert not [character for character in lost if character >= "\u2e80"]
    assert lost == [] or encoding == "euc_jis_2004"


@pytest.mark.parametrize(
    "character", "𠮷髙﨑濵德栁①㈱№㎡※→●～Ⅰ彅𠮟ー「」、。　 \t\n\u200d\ufe0f한国贸é€✓★"
)
def test_what_sellers_type_is_drawn_or_invisible(character):
    assert is_drawn(character)


@pytest.mark.parametrize("character", "😀❤🎉ไعב\U0001f468\ue000")
def test_what_no_bundled_font_holds_is_known(character):
    assert not is_drawn(character)


def test_missing_characters_are_named_once_in_order_wherever_they_stand():
    case = a_case(violation="😀あ🎉😀", responsible_person="小林❤")
    case = case.with_exhibits((Exhibit("写真📷.jpg"),))
    case = case.with_details(replace(case.details, store="店🏪"))
    from kaizen.compose import compose
    from tests.builders import TODAY

    named = missing_characters(compose(case, today=TODAY))
    assert set(named) == set("🏪😀🎉❤📷")
    assert named.index("😀") < named.index("🎉")


def test_nothing_is_missing_in_a_usual_plan():
    assert missing_characters(a_document()) == ()


@pytest.mark.parametrize(
    "typed, shown",
    [
        ("完了😀です", "完了〓です"),
        ("家族👨\u200d👩\u200d👧", "家族〓"),
        ("❤\ufe0f😀", "〓〓"),
        ("〓そのまま", "〓そのまま"),
        ("何も無い", "何も無い"),
    ],
)
def test_a_missing_character_becomes_the_printers_sign(typed, shown):
    assert drawable(typed) == shown
