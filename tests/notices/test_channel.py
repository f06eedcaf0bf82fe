"""Where the answer goes: the way that is asked, not one that is only mentioned."""

import pytest

from kaizen.notice.channel import channel
from kaizen.notice.page import clean

MUST = [
    (
        "このEメールにご返信の上、改善計画をお送りください。ご連絡の内容はパフォーマンス通知でご覧いただけます。",
        "reply_to_mail",
    ),
    (
        "「パフォーマンス通知」より、該当のお知らせの「申し立て」ボタンからご提出ください。",
        "performance_notification_appeal",
    ),
    (
        "アカウント健全性ページ上部のバナーに表示される案内に従って送信してください。",
        "account_health_reactivate",
    ),
    (
        'Submit this by clicking "Reactivate your account" at the top of Account Health. If you do '
        "not appeal within 90 days of this notification, you may ask for your funds.",
        "account_health_reactivate",
    ),
    ("このメッセージにご返信いただく形で、書類を添付してお送りください。", "reply_to_mail"),
    ("Please reply to this email with the invoices.", "reply_to_mail"),
]
MUST_NOT = [
    "このメールには返信しないでください。送信専用です。",
    "Your listings were removed on Monday.",
]


@pytest.mark.parametrize(("text", "wanted"), MUST)
def test_the_way_that_is_asked_is_read(text: str, wanted: str):
    found = channel(clean(text))
    assert found is not None
    assert found.value == wanted


@pytest.mark.parametrize("text", MUST_NOT)
def test_no_way_is_made_up(text: str):
    assert channel(clean(text)) is None
