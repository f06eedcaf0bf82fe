import pytest

from kaizen import notice_words
from kaizen.notice import Status
from kaizen.notice_words import channel_name, choices, clock_name, document_name, status_name

GROUPS = ("keys", "status", "channels", "clocks")


@pytest.mark.parametrize("group", GROUPS)
def test_both_languages_name_the_same_values(group):
    japanese, english = (dict(choices(group, language)) for language in ("ja", "en"))
    assert list(japanese) == list(english)
    assert all(japanese.values())
    assert all(english.values())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_state_has_a_name(language):
    assert all(status_name(status, language) for status in Status)


def test_a_value_of_a_newer_version_is_shown_as_it_is():
    assert document_name("moon_rock", "ja") == "moon_rock"
    assert channel_name("pigeon", "en") == "Not in the notice"
    assert clock_name("sundial", "en") == "Another clock"
    assert notice_words.key_name("deadline", "ja") == "提出期限"
