import pytest

from kaizen.notice.heads import heads
from kaizen.notice.scan import scanner
from kaizen.notice.words import words_to_find


@pytest.mark.parametrize(
    "pattern, begun",
    [
        ("stop|halt", {"st", "ha"}),
        ("(?:not|n't) yet", {"no", "n'"}),
        ("(?:please )?send", {"pl", "se"}),
        (r"\bvideo", {"vi"}),
        ("^draft", {"dr"}),
        ("[a-c]x", {"ax", "bx", "cx"}),
        ("(?<!re)open", {"op"}),
        (r"\(no\)", {"(n"}),
        ("ab?c", {"ab", "ac"}),
        ("(?:a|(?:b|c)d)+e", {"a\0", "bd", "cd"}),
        ("x{0,3}y|z.", {"x\0", "y", "z\0"}),
        ("x(?:(?!no)[^.]){0,3}y", {"x\0", "xy"}),
    ],
)
def test_a_pattern_knows_what_it_can_begin_with(pattern: str, begun: set[str]) -> None:
    assert heads(pattern) == begun


@pytest.mark.parametrize("pattern", [".x", r"\d+", "[^a]b"])
def test_a_pattern_that_can_begin_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="begin"):
        heads(pattern)


def test_every_family_is_found_in_one_walk_and_no_more_often_than_wanted() -> None:
    made = scanner({"stop": ["stopp?ed", "n't sell"], "all": ["stop[a-z ]{0,20}"]})
    text = "stopped and don't sell, stopped, unstopped"
    places = words_to_find(made.words).places(text)
    assert made.scan(text, places, 9) == [
        ("stop", 0, 7),
        ("all", 0, 15),
        ("stop", 14, 22),
        ("stop", 24, 31),
        ("all", 24, 31),
    ]
    assert [family for family, _, _ in made.scan(text, places, 1)] == ["stop", "all"]
