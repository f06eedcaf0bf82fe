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


@pytest.mark.parametrize(
    "language, named", [("ja", "「申し立てを送信」"), ("en", "“Submit appeal”")]
)
def test_the_button_is_called_as_in_the_notice(language, named):
    button = named[1:-1]
    steps = " ".join(submission_steps("account_health_reactivate", language, button=button))
    assert named in steps
    assert "アカウントを再開する" not in steps
    assert "{" not in " ".join(submission_steps("account_health_issue", language))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_where_documents_go_along_they_are_attached_after_pasting(language):
    texts = DATA[language]
    steps = submission_steps("account_health_issue", language, attaches=True)
    assert steps.index(texts["attach"]) == steps.index(texts["paste"]) + 1
    assert texts["attach"] not in submission_steps("account_health_issue", language)
