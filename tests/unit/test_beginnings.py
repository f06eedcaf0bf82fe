"""Lists are tried on English text only where one of their wordings begins: nothing is lost by it."""

import re
import tomllib
from pathlib import Path

import pytest

from kaizen.reading import vocabulary
from kaizen.reading.beginnings import beginnings_of, begun, needs_japanese
from kaizen.reading.vocabulary import found, pattern, without

PHRASES = Path(vocabulary.__file__).parent.parent / "phrases"
PLAIN = re.compile(r"[a-z][a-z0-9' -]+")
LISTS = sorted(
    (path.stem, key)
    for path in PHRASES.glob("*.toml")
    for key, table in tomllib.loads(path.read_text("utf-8")).items()
    if isinstance(table, dict) and isinstance(table.get("en"), list) and "ja" in table
    if all(isinstance(entry, str) for entry in table["en"]) and path.stem != "classes"
)
FRAME = "(in the week of the notice, {}; and then nothing more was said)"


@pytest.mark.parametrize("subject, key", LISTS)
def test_each_plain_wording_is_found_at_any_place(subject: str, key: str):
    plain = [entry for entry in vocabulary.tables(subject)[key]["en"] if PLAIN.fullmatch(entry)]
    for text in (frame for entry in plain for frame in (FRAME.format(entry), entry + " " * 30)):
        assert found(text, subject, key), text
        assert without(text, subject, key) == pattern(subject, key).sub(" ", text)


@pytest.mark.parametrize(
    "wording, expected",
    [
        (r"w(?<![a-z0-9].)e\s(?:will|would)(?![a-z0-9])", {"we"}),
        (r"s(?<![a-z0-9].)tocks?(?![a-z0-9])", {"sto"}),
        (r"(?<![a-z0-9])(?:buyer|end-user)s?(?![a-z0-9])", {"buy", "end"}),
        (r"n(?<![a-z0-9].)o(?![a-z0-9])", {"no"}),
        (r"n(?<![a-z0-9].)o.{0,9}(?![a-z0-9])", None),
        (r"(?<![a-z0-9])\d{1,2} days(?![a-z0-9])", None),
        ("stock", None),
    ],
)
def test_how_a_wording_begins(wording: str, expected: set[str] | None):
    known = beginnings_of(wording)
    assert (None if known is None else set(known)) == expected


@pytest.mark.parametrize(
    "wording", ["[0-9]{1,3}件", "(?:記録|履歴)x", "(?:a|b)件", "(?P<y>年)a", "件+", "件x|年y"]
)
def test_what_needs_a_japanese_character(wording: str):
    assert needs_japanese(wording)


@pytest.mark.parametrize(
    "wording",
    ["件?x", "(?:記録|abc)x", "(?![件])x", "(?<=件)x", "(?:件)?x", "a|件", "件{0,3}x", "[^件]x"],
)
def test_what_may_do_without(wording: str):
    assert not needs_japanese(wording)


def test_a_wording_of_unknown_beginning_is_searched_for_everywhere():
    one = begun(re.compile("(?:[0-9]+ days)"), ["[0-9]+ days"])
    assert one.stands_in("within 30 days")
    assert not one.stands_in("within a month")
