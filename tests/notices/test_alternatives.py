"""Of several papers one is enough where the notice says so, and only there."""

import pytest

from kaizen.notice import Notice, notice_as_json, read
from kaizen.papers_asked import asked_keys
from tests.notices.reading import TODAY, shared

STOPPED = "出品用アカウントを一時停止しました。\n"
HEAD = "出品用アカウントを一時停止しました。再開するには、次の情報をご提出ください。\n"
HEAD_EN = "Your selling account was deactivated. To reactivate it, please send the following:\n"


def groups(text: str) -> list[set[str]]:
    return [set(group) for group in read(text, TODAY).documents_alternatives]


@pytest.mark.parametrize(
    "asked, group",
    [
        (
            HEAD + "-- 権利者からの請求書、認可書またはライセンス契約",
            {"invoice", "letter_of_authorization", "license_agreement"},
        ),
        (
            HEAD + "-- 銀行の取引明細またはクレジットカード明細",
            {"bank_statement", "card_statement"},
        ),
        (
            HEAD + "(1)身分証明書(運転免許証、パスポートのいずれか)\n"
            "(2)銀行口座またはクレジットカードの取引明細書",
            {"bank_statement", "card_statement"},
        ),
        (
            HEAD_EN + "1. A passport\n2. A bank account or credit card statement",
            {"bank_statement", "card_statement"},
        ),
        (
            STOPPED
            + "審査を早めるため、次をご提出いただけます。例:\n・仕入れ先からの請求書\n・梱包の写真\n"
            "・倉庫との契約書\n",
            {"invoice", "packing_photo", "warehouse_contract"},
        ),
        (
            STOPPED
            + "次のいずれかを再度ご提出ください。\n・公共料金の請求書\n・銀行の取引明細書\n",
            {"utility_bill", "bank_statement"},
        ),
        (
            HEAD + "仕入れ時の請求書または納品書(90日以内)、仕入先の名称・住所・電話番号",
            {"invoice", "delivery_note"},
        ),
        (
            HEAD_EN + "- utility bills or bank statements\n- a business license",
            {"utility_bill", "bank_statement"},
        ),
        (
            HEAD_EN + "-- invoices, or a letter of authorization",
            {"invoice", "letter_of_authorization"},
        ),
        (
            HEAD_EN.replace("the following", "one of the following")
            + "- a gas or water bill\n- a business license\n",
            {"utility_bill", "business_license"},
        ),
    ],
)
def test_one_of_several_papers(asked, group):
    assert groups(asked) == [group]


@pytest.mark.parametrize(
    "asked",
    [
        HEAD + "-- 請求書\n-- 委任状",
        HEAD + "-- 請求書および委任状",
        HEAD
        + "-- 運転免許証またはパスポートの画像\n-- 水道・電気・ガスいずれかの請求書\n-- 登記の証明",
        HEAD + "直近180日分の仕入請求書、配送の追跡番号または配達証明",
        HEAD_EN + "- invoices and a letter of authorization",
        "助けてください。請求書または委任状のことが分かりません。",
        "",
    ],
)
def test_papers_that_are_all_asked(asked):
    assert groups(asked) == []


@pytest.mark.parametrize("name, text, expected", shared(), ids=[one[0] for one in shared()])
def test_groups_hold_only_papers_that_are_asked(name, text, expected):
    plain = notice_as_json(read(text, TODAY))
    named = [paper for group in plain["documents_alternatives"] for paper in group]
    assert set(named) <= set(expected["documents_requested"])
    assert len(named) == len(set(named))


def test_a_notice_without_papers_has_no_groups():
    assert Notice().documents_alternatives == ()


def test_the_card_statement_that_may_stand_in_is_shown_beside_the_one_of_the_bank():
    notice = read(HEAD + "-- 銀行の取引明細またはクレジットカード明細", TODAY)
    assert notice.documents_requested == ("bank_statement",)
    assert list(asked_keys(notice)) == [("bank_statement", "card_statement")]


def test_a_card_statement_that_is_asked_for_itself_is_asked():
    notice = read(HEAD + "-- 銀行の取引明細\n-- クレジットカード明細", TODAY)
    assert notice.documents_requested == ("bank_statement", "card_statement")


def test_an_or_within_one_entry_says_nothing_of_the_next_entry():
    asked = "1)事業者免許または登記に関する書類(法人の方のみ)\n2)代表者の顔写真付き身分証明書(両面)"
    assert groups(HEAD + asked) == []


def test_an_or_on_a_line_of_its_own_joins_the_entries_around_it():
    asked = "- an invoice from your supplier\nor\n- a letter of authorization of the brand"
    assert groups(HEAD_EN + asked) == [{"invoice", "letter_of_authorization"}]
