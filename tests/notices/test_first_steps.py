"""What a notice page says first: actions, facts to know, and words explained."""

import pytest

from kaizen.first_steps import FirstSteps, first_steps
from kaizen.instrument import Instrument, advice_for
from kaizen.notice import Notice, read
from kaizen.notice_button import button_named
from kaizen.notice_words import channel_name
from tests.notices.reading import TODAY, corpus, shared

TEXTS = {name[:2]: text for name, text, _ in shared()}


def first(text: str, language: str = "ja") -> FirstSteps:
    notice = read(text, TODAY)
    return first_steps(text, notice, advice_for(text, notice), language)


@pytest.mark.parametrize("case", sorted(TEXTS))
@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_list_of_actions_is_long_or_unfilled(case, language):
    found = first(TEXTS[case], language)
    assert len(found.actions) <= 3
    assert "{" not in " ".join((*found.actions, *found.facts))


def test_a_review_of_drop_shipping_tells_of_money_fba_and_examples():
    found = first(TEXTS["05"])
    facts = " ".join(found.facts)
    assert "売上金" in facts
    assert "FBA" in facts
    assert "全部を送る必要はありません" in facts
    assert "手元にある書類" in found.actions[0]


def test_the_rights_owners_are_named_first():
    found = first(TEXTS["02"])
    assert "株式会社ほしぞら工房" in found.actions[0]
    assert "有限会社はなさきデザイン" in found.actions[0]
    assert {"撤回", "根本原因", "委任状・認可書"} <= {term for term, _ in found.terms}


def test_a_stop_for_a_metric_begins_with_an_action():
    found = first(TEXTS["03"])
    assert "出荷" in found.actions[0]
    assert "4件" in found.actions[1]
    assert "チャージバック" in {term for term, _ in found.terms}


def test_a_withdrawal_is_never_ordered_like_a_paper():
    assert "撤回(14日" not in " ".join(first(TEXTS["02"]).actions)


@pytest.mark.parametrize(
    "text, instrument",
    [
        ("アカウントが止まりました。助けてください", Instrument.WHOLE_NOTICE),
        ("My account was suspended, please help!", Instrument.WHOLE_NOTICE),
        ("こんにちは。明日の天気を教えてください。", Instrument.WAIT),
        ("", Instrument.WAIT),
    ],
)
def test_a_cry_for_help_is_no_notice(text, instrument):
    assert advice_for(text, read(text, TODAY)).instrument is instrument


def test_whole_notices_are_never_taken_for_a_cry():
    for written in corpus():
        if written.expected.get("status") not in (None, "not_a_notice", "unsure"):
            advice = advice_for(written.text, read(written.text, TODAY))
            assert advice.instrument is not Instrument.WHOLE_NOTICE, written.name


@pytest.mark.parametrize(
    "case, button",
    [
        ("02", "アカウントを再開する"),
        ("03", "申し立て"),
        ("05", "申し立てを送信"),
        ("10", "Reactivate your account"),
        ("12", "View Appeal"),
        ("14", ""),
        ("15", ""),
    ],
)
def test_the_button_is_read_from_the_notice(case, button):
    assert button_named(TEXTS[case], read(TEXTS[case], TODAY)) == button


def test_the_place_is_named_with_the_button_of_the_notice():
    named = channel_name("account_health_reactivate", "ja", "申し立てを送信")
    assert named == "アカウント健全性の「申し立てを送信」"
    assert channel_name("reply_to_mail", "ja", "x") == "届いたメールへの返信"
    assert button_named("", None) == button_named("", Notice()) == ""
