from dataclasses import replace
from pathlib import Path

import pytest

from kaizen.notice import families
from kaizen.notice.begun import NAMES, begun, standing
from kaizen.notice.heads import heads, needs
from kaizen.notice.page import clean
from kaizen.notice.scan import scanner
from kaizen.notice.signature import LANGUAGES
from kaizen.notice.words import words_on, words_to_find

TEXTS = [path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("*/*.txt"))[::3]]


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


@pytest.mark.parametrize(
    "pattern, needed",
    [
        ("stop|halt", []),
        ("stopped", []),
        ("(?:ab|cd)[^.]{0,9}(?:ef|ghijk)l", [{"ef", "ghij"}]),
        ("(?:ab|cd)(?:ef|gh)?[(]ij", [{"ij"}]),
        ("(?:ab|cd)x(?:ef|g)hi", [{"hi"}]),
        (r"ab? cd?e\.f+", [{" c"}, {"e."}]),
        ("a.{0,3}(?:bc){2}d{0,2}ef", [{"bc"}, {"ef"}]),
        ("(?:ab|cd)(?!no)(?=(?:x|y))ef", [{"ef"}]),
    ],
)
def test_a_pattern_knows_what_must_follow(pattern: str, needed: list[set[str]]) -> None:
    assert [set(some) for some in needs(pattern, 4)] == needed


@pytest.mark.parametrize("text", TEXTS)
def test_what_must_follow_leaves_no_match_out(text: str) -> None:
    page = clean(text)
    for made in (families.statements(), families.cues(), *map(families.acts, LANGUAGES)):
        all_tried = replace(made, needs=((),) * len(made.patterns))
        places = words_on(page)
        assert made.scan(page.lower, places, 9) == all_tried.scan(page.lower, places, 9)


@pytest.mark.parametrize("text", TEXTS)
def test_a_pattern_tried_where_it_can_begin_finds_what_a_search_finds(text: str) -> None:
    page = clean(text)
    for one in (
        one for subject in NAMES for name in NAMES[subject] for one in begun(subject, name)
    ):
        searched = [match.span() for match in one.compiled.finditer(page.lower)]
        begins = standing(words_on(page)).get(one.compiled.pattern, ())
        found = one.each(page.lower, begins, 0, len(page.lower))
        assert [match.span() for match in found] == searched


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
