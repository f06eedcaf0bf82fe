"""Values that depend on the state of a notice, or on ids that a line break cut."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from kaizen.notice import read

TODAY = date(2026, 12, 15)

LOCKED_JA = """
日時: 2026/11/13
お客様
お客様のアカウントに第三者がアクセスした可能性があるため、アカウントをロックし、パスワードを無効にいたしました。
サインインできません。所有者であることを確認するため、5日以内に次のものをアップロードしてください。
・クレジットカードの利用明細(氏名と請求先住所が記載されたもの。カード番号は隠してください)
・身分証明書
"""
LOCKED_EN = """
Date: Mon, 9 Nov 2026
Subject: Your account has been locked
Hello,
We believe that an unauthorized party accessed your account. We disabled the password and locked
the account. You cannot sign in until it is unlocked. Upload a copy of a government-issued photo ID
within 5 days. You do not have to explain anything.
"""
RESET_ONLY = """
Subject: Your account has been locked
Hello,
We believe that an unauthorized party accessed your account. We disabled the password and locked
the account. You cannot sign in. Please reset the password within 5 days with the button below.
"""
DETAIL_EN = """
Thank you for submitting your appeal. We do not have enough information to reactivate your listing.
Please send the following:
-- Greater detail on how used units came to be shipped as new
-- Greater detail on how you inspect returned units
-- Invoices that are not older than 180 days
"""
DETAIL_JA = """
申し立てをお送りいただきありがとうございます。残念ながら、再開するための情報が不足しております。
次の情報をお送りください。
・中古品が新品として出荷された経緯についてのより詳しい説明
・返品の検品についてのより具体的な説明
・発行日から180日以内の請求書
"""


@pytest.mark.parametrize(
    ("text", "papers", "days"),
    [
        (LOCKED_JA, ["card_statement", "identity_document"], 5),
        (LOCKED_EN, ["identity_document"], 5),
        (RESET_ONLY, [], None),
    ],
)
def test_a_locked_sign_in_is_answered_where_papers_are_asked(text, papers, days):
    notice = read(text, TODAY)
    assert notice.status == "login_locked"
    assert sorted(notice.documents_requested) == papers
    assert (notice.deadline.days if notice.deadline else None) == days
    assert notice.appeal_possible is bool(papers)


@pytest.mark.parametrize("text", [DETAIL_EN, DETAIL_JA])
def test_more_detail_on_two_points_after_a_refusal_is_the_plan_again(text):
    notice = read(text, TODAY)
    assert notice.status == "appeal_rejected_more_info"
    assert notice.plan_requested
    assert "invoice" in notice.documents_requested


def test_a_question_of_the_seller_below_a_refusal_asks_for_no_plan():
    text = (
        "Thank you for submitting your appeal. We do not have enough information to complete our"
        " review. Please submit bank statements and delivery notes.\n\nShould I write a POA as well?"
    )
    assert not read(text, TODAY).plan_requested


def test_numbers_behind_a_label_are_put_together_over_a_line_break():
    text = "Complaint ID: 3001\n2346028\n\nＡＳＩＮ：4990000152 (詩集)\nASIN: 4990000\n160 (画集)"
    notice = read(text, TODAY)
    assert notice.complaint_ids == ("30012346028",)
    assert notice.asins == ("4990000152", "4990000160")


def test_a_number_is_not_joined_with_a_line_that_only_begins_with_one():
    notice = read("Complaint ID: 30012346\n2026 units were sold.", TODAY)
    assert notice.complaint_ids == ("30012346",)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        (
            "本メールの受信から5日以内に送り状の控えをお送りください。\n送付先: 本メールへのご返信",
            "reply_to_mail",
        ),
        (
            "許可証の写しをご提出ください。\nご提出: https://sellercentral.amazon.co.jp/cu/contact-us の「その他」",
            "contact_form",
        ),
        (
            "Send us the licence.\nAccount Health page > Reactivate your account",
            "account_health_reactivate",
        ),
        (
            "身分証明書をご提出ください。\n提出の方法: セラーセントラル > アカウント情報 > 本人確\n認",
            "account_info_identity",
        ),
    ],
)
def test_the_way_of_the_answer_is_read_from_a_label(text, way):
    text = f"出品者様\nYour seller account is under review.\n{text}"
    assert read(text, TODAY).submission_channel == way


def test_a_link_tells_the_marketplace_of_an_english_mail_that_names_none():
    text = "We removed your listing.\nhttps://sellercentral.amazon.com/performance/dashboard"
    notice = read(text, TODAY)
    assert notice.marketplace == "amazon.com"
    assert notice.confidence["marketplace"] < 0.8


def whole_notices():
    table = tomllib.loads((Path(__file__).parent / "whole_notices.toml").read_text("utf-8"))
    return [pytest.param(row, id=row["text"].strip()[:40]) for row in table["notice"]]


@pytest.mark.parametrize("row", whole_notices())
def test_a_short_notice_is_read_whole(row):
    notice = read(row["text"], TODAY)
    clock = notice.deadline
    assert notice.status == row["status"]
    assert notice.violation_type == row.get("type", notice.violation_type)
    assert sorted(notice.asins) == row.get("asins", [])
    assert sorted(notice.order_ids) == row.get("orders", [])
    assert sorted(notice.documents_requested) == row["papers"]
    assert notice.has_seven_item_template is row.get("template", False)
    assert (clock is not None) == any(key in row for key in ("days", "hours", "day"))
    assert clock is None or clock.days == row.get("days")
    assert clock is None or clock.hours == row.get("hours")
    assert clock is None or clock.kind == row.get("clock", clock.kind)
    assert clock is None or clock.date == row.get("day", clock.date)
