"""Whether a notice says that it is not the first, with or without a date for the one before."""

from datetime import date

import pytest

from kaizen.notice import read

TODAY = date(2026, 11, 20)
HEAD = "Amazon.co.jp\n2026年11月12日\n"
HEAD_EN = "Amazon.co.jp\nDate: November 12, 2026\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "出荷遅延率は2026年5月にも同じ理由でご連絡しております。",
        HEAD + "同様の問題について昨年にもお知らせいたしました。",
        HEAD + "今回は2回目の警告となります。",
        HEAD + "キャンセル率が再び目標を上回りました。",
        HEAD + "あわせて、以前の改善計画が機能しなかった理由をお書きください。",
        HEAD_EN + "This is the second deactivation of your account.",
        HEAD_EN + "Your late shipment rate is again above the target of 4%.",
        HEAD_EN + "We wrote to you in May 2026 about the same policy.",
        HEAD_EN + "Explain why the measures of your plan of May did not prevent this.",
        HEAD_EN + "You were already warned for the same reason.",
    ],
)
def test_a_notice_may_say_that_it_is_not_the_first(text: str):
    assert [one.date for one in read(text, TODAY).earlier_enforcements] == [None]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "同様の行為が再び確認された場合には、アカウントを停止します。",
        HEAD + "改善計画を再度ご提出ください。",
        HEAD + "同じ商品を複数の出品で販売することはできません。",
        HEAD_EN + "If this happens again, we may deactivate your account.",
        HEAD_EN + "Please send the plan of action again with the missing details.",
        HEAD_EN + "The same ASIN was listed before under another title.",
    ],
)
def test_a_threat_or_a_request_is_no_earlier_notice(text: str):
    assert read(text, TODAY).earlier_enforcements == ()
