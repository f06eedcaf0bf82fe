"""Adding, removing and moving entries keeps every typed word with its entry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from forms.arrange import arrange, is_blank


def a_post(*whats: str, **buttons: str) -> MultiDict[str, str]:
    words: MultiDict[str, str] = MultiDict({"fix_text": "本文", **buttons})
    for n, what in enumerate(whats):
        words.add(f"measures-{n}-what", what)
        words.add(f"measures-{n}-day", f"day of {what}")
    return words


def whats(words: MultiDict[str, str]) -> list[str]:
    return [words[key] for key in sorted(k for k in words if k.endswith("-what"))]


@pytest.mark.parametrize(
    "button, expected, origins, focus",
    [
        ({}, ["a", "b", "c"], (0, 1, 2), None),
        ({"add": "measures"}, ["a", "b", "c"], (0, 1, 2, None), 3),
        ({"remove": "1"}, ["a", "c"], (0, 2), None),
        ({"up": "1"}, ["b", "a", "c"], (1, 0, 2), 0),
        ({"up": "0"}, ["a", "b", "c"], (0, 1, 2), 0),
        ({"down": "0"}, ["b", "a", "c"], (1, 0, 2), 1),
        ({"down": "2"}, ["a", "b", "c"], (0, 1, 2), 2),
        ({"remove": "9"}, ["a", "b", "c"], (0, 1, 2), None),
        ({"remove": "x"}, ["a", "b", "c"], (0, 1, 2), None),
        ({"remove": "²"}, ["a", "b", "c"], (0, 1, 2), None),
    ],
)
def test_buttons_arrange_the_entries(button, expected, origins, focus):
    arranged = arrange(a_post("a", "b", "c", **button), "measures")
    assert whats(arranged.words) == expected
    assert (arranged.origins, arranged.focus) == (origins, focus)
    assert arranged.words["fix_text"] == "本文"
    assert arranged.words["measures-0-day"] == f"day of {expected[0]}"


def test_moving_passes_over_entries_of_the_other_group():
    words = a_post("done", "planned", "done too", up="2")
    for n, progress in enumerate(("done", "planned", "done")):
        words.add(f"measures-{n}-progress", progress)
    arranged = arrange(words, "measures")
    assert whats(arranged.words) == ["done too", "planned", "done"]
    assert arranged.focus == 0


def test_several_ticks_of_one_entry_stay_together():
    words = a_post("a", "b", remove="0")
    words.setlist("measures-1-causes", ["1", "3"])
    assert arrange(words, "measures").words.getlist("measures-0-causes") == ["1", "3"]


def test_keys_in_a_foreign_shape_are_dropped():
    words = MultiDict({"measures-²-what": "x", "measures-99999-what": "y", "measures-0-what": "z"})
    assert whats(arrange(words, "measures").words) == ["z"]


def test_gaps_in_the_numbers_are_closed():
    words = MultiDict({"measures-3-what": "x", "measures-10-what": "y"})
    arranged = arrange(words, "measures")
    assert arranged.words == MultiDict({"measures-0-what": "x", "measures-1-what": "y"})
    assert arranged.origins == (3, 10)


@given(
    st.lists(st.text(max_size=5), max_size=6),
    st.sampled_from(["add", "remove", "up", "down"]),
    st.text(max_size=3) | st.integers(-1, 8).map(str),
)
def test_nothing_but_a_removed_entry_ever_goes(typed, act, value):
    arranged = arrange(a_post(*typed, **{act: value}), "measures")
    left = [arranged.words[key] for key in arranged.words if key.endswith("-what")]
    assert len(left) >= len(typed) - (act == "remove")
    assert act == "remove" or sorted(left) == sorted(typed)


def test_an_entry_of_spaces_is_blank():
    words = a_post(" ", "x")
    words["measures-0-day"] = ""
    assert is_blank(words, "measures", 0)
    assert not is_blank(words, "measures", 1)
