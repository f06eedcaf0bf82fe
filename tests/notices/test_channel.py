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
    ("このメールにそのままご返信のうえ、PDFで添付してください。", "reply_to_mail"),
    (
        "Open the item on your Account Health page and upload the files there.",
        "account_health_issue",
    ),
    (
        'Choose "Upload documents" next to this request on the Account Health page.',
        "account_health_issue",
    ),
    (
        "提出：アカウント健全性 ＞ 知的財産権に関する苦情 ＞ 該当行の「申し立てる」",
        "account_health_issue",
    ),
    (
        "「出荷パフォーマンス」の追跡可能率の「詳細を表示」を開き、「申し立て」から送信してください。",
        "account_health_issue",
    ),
    ("書類の送付先：テクニカルサポート 「お問い合わせ」フォーム", "contact_form"),
    (
        "書類はパフォーマンス通知の一覧から本メッセージを探し、「申し立て」ボタンより送信してください。なお、改善計画書のみをお送りいただいても審査はいたしかねます。",
        "performance_notification_appeal",
    ),
    (
        "Please upload your document next to this complaint on the Account Health page within 21 days.",
        "account_health_issue",
    ),
    (
        'Send your response by clicking "Appeal" in the row of the ASIN under Product Condition Customer Complaints on Account Health (https://sellercentral.amazon.co.jp/performance/dashboard).',
        "account_health_issue",
    ),
    ("送信はこの違反の横の「申し立て」ボタンからお願いします。", "account_health_issue"),
    (
        "Submit these in Seller Central: Account Health > Restricted Product Policy Violations > Appeal.",
        "account_health_issue",
    ),
    (
        "アカウント健全性ページの「規約の遵守」で違反の内容を開き、「申し立て」をクリックしてご提出ください。",
        "account_health_issue",
    ),
    (
        "アカウント健全性のページを開き、「制限対象商品に関するポリシー違反」の件数をクリックして、該当商品の「申し立てる」を選択してください。",
        "account_health_issue",
    ),
    (
        "提出先：アカウント健全性ページ上部の「アカウントの再有効化」ボタン",
        "account_health_reactivate",
    ),
    (
        "アカウント健全性の画面上部に表示される「再有効化の手続きを開始」から、質問にお答えください。",
        "account_health_reactivate",
    ),
    (
        "前回の申し立ては、アカウント健全性ページの「申し立てを表示」から確認し、追加の情報を入力してください。",
        "account_health_view_appeal",
    ),
    (
        "追加の情報は、アカウント健全性 > 申し立てを表示 > 「詳細情報を追加」より送信してください。",
        "account_health_view_appeal",
    ),
    (
        "セラーセントラルの「設定」→「出品用アカウント情報」→「本人確認」より、アップロードしてください。",
        "account_info_identity",
    ),
    (
        "本人確認は［設定］＞［アカウント情報］＞［ビジネス情報］の画面で書類を追加してください。",
        "account_info_identity",
    ),
    ("必要な書類は本メールへの返信に添付してお送りください。", "reply_to_mail"),
    ("本メールにそのままご返信ください。添付は10MBまでです。", "reply_to_mail"),
    ("ご回答は、このEメールへ書類を添付のうえ返信する形でお願いいたします。", "reply_to_mail"),
    ("ヘルプページ下部の「お問い合わせ」よりご連絡のうえ、書類をお送りください。", "contact_form"),
    (
        "セラーセントラルのお問い合わせから「その他のアカウントの問題」を選び、書類を添付してご提出ください。",
        "contact_form",
    ),
    ("Answer this e-mail and attach the invoices.", "reply_to_mail"),
    ("Just hit reply and attach the documents to your answer.", "reply_to_mail"),
    (
        "Go to Performance Notifications, find this message and click Appeal decision.",
        "performance_notification_appeal",
    ),
    (
        "To appeal, locate this notice in the Performance Notifications section of Seller Central and use the Appeal button.",
        "performance_notification_appeal",
    ),
    (
        "On the Account Health page, click Reactivate Your Account and answer the questions.",
        "account_health_reactivate",
    ),
    (
        "Start your appeal with the yellow button at the top of Account Health.",
        "account_health_reactivate",
    ),
    (
        "Use 'View appeal' on your Account Health page to add the information.",
        "account_health_view_appeal",
    ),
    (
        "Go to Settings > Account Info > Identity Information and upload the documents there.",
        "account_info_identity",
    ),
    (
        "Open a case through Contact Us (Seller Central > Help > Get support) and attach the permits.",
        "contact_form",
    ),
]
MUST_NOT = [
    "この通知は送信専用アドレスから配信されています。ご返信いただいてもお答えできません。アカウント健全性に関するご案内はこちらです。",
    "Do not reply to this email. If you have questions about your Account Health, call us.",
    "提出先: セラーセントラル → アカウント健全性 → 規約コンプライアンス要求の管理 → 「書類を追加」",
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
