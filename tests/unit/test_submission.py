import tomllib
from pathlib import Path

import pytest

from kaizen import submission
from kaizen.submission import screen_names_change, submission_steps

DATA = tomllib.loads(Path(submission.__file__).with_suffix(".toml").read_text("utf-8"))


def test_both_languages_know_the_same_channels():
    assert DATA["ja"]["channels"].keys() == DATA["en"]["channels"].keys()
    assert DATA["ja"].keys() == DATA["en"].keys()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("channel", [*DATA["ja"]["channels"], None, "something new"])
def test_every_channel_begins_at_seller_central_and_ends_with_waiting(channel, language):
    steps = submission_steps(channel, language)
    assert steps[0] == DATA[language]["open"]
    assert steps[-1] == DATA[language]["wait"]
    assert len(steps) >= 5
    assert screen_names_change(language)
