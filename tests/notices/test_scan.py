import pytest

from kaizen.notice.scan import firsts, scanner


@pytest.mark.parametrize(
    "pattern, characters",
    [
        ("stop|halt", "sh"),
        ("(?:not|n't) yet", "n"),
        ("(?:please )?send", "ps"),
        (r"\bvideo", "v"),
        ("^draft", "d"),
        ("[a-c]x", "abc"),
        ("(?<!re)open", "o"),
        (r"\(no\)", "("),
        ("(?:a|(?:b|c)d)+e", "abc"),
    ],
)
def test_a_pattern_knows_what_it_can_begin_with(pattern: str, characters: str) -> None:
    assert firsts(pattern) == set(characters)


@pytest.mark.parametrize("pattern", [".x", r"\d+", "[^a]b"])
def test_a_pattern_that_can_begin_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="begin"):
        firsts(pattern)


def test_every_family_is_found_in_one_walk_and_no_more_often_than_wanted() -> None:
    made = scanner({"stop": ["stopp?ed", "n't sell"], "all": ["stop[a-z ]{0,20}"]})
    text = "stopped and don't sell, stopped, unstopped"
    assert made.scan(text, 9) == [
        ("stop", 0, 7),
        ("all", 0, 15),
        ("stop", 14, 22),
        ("stop", 24, 31),
        ("all", 24, 31),
    ]
    assert [family for family, _, _ in made.scan(text, 1)] == ["stop", "all"]
