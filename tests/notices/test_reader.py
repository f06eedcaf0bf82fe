from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaizen.notice import Status, notice_as_json, notice_from_json, read, reason_text
from kaizen.notice.signature import patterns, phrases
from tests.notices.reading import TODAY, corpus

WORDS = st.sampled_from(
    [
        "出品用アカウントを",
        "停止",
        "しました。",
        "改善計画",
        "１７日以内",
        "17日以内に",
        "ください",
        "\n",
        "> ",
        "ASIN：",
        "B0ZX1A2K3M",
        "Ｂ０ＺＸ１Ａ２Ｋ４Ｎ",
        "250-5550201-0000210",
        "<p>",
        "&nbsp;",
        "&#8203;",
        "2026年11月31日",
        "11/09/2026",
        "0月0日",
        "注文不良率",
        "1.86%",
        "https://",
        "your account has been deactivated",
        "within 14 days",
        "if ",
        "invoice",
        "①",
        "㈱",
        "ｶﾞ",
        "\u200b",
        "゙",
        "*****",
        "件名:",
        "Date: ",
        "十九日",
        "「",
        "」",
        "(",
        ")",
        "😀",
        "\x00",
    ]
)


# The first example also loads the reader and its patterns.
@settings(deadline=None)
@given(st.lists(WORDS | st.text(max_size=8), max_size=60).map("".join))
def test_any_text_gets_an_answer_with_places_in_it(text):
    notice = read(text, TODAY)
    for spans in notice.evidence.values():
        for span in spans:
            assert 0 <= span.start <= span.end <= len(text)
            assert text[span.start : span.end] == span.text
    assert all(0 <= sure <= 1 for sure in notice.confidence.values())


@given(st.lists(WORDS, max_size=40).map("".join))
def test_a_reading_survives_plain_data(text):
    notice = read(text, TODAY)
    plain = notice_as_json(notice)
    assert notice_as_json(notice_from_json(plain)) == plain


@pytest.mark.parametrize("written", corpus(), ids=lambda written: written.name)
def test_the_words_marked_stand_in_the_text(written):
    notice = read(written.text, TODAY)
    for spans in notice.evidence.values():
        for span in spans:
            assert written.text[span.start : span.end] == span.text != ""


def test_the_same_text_is_read_the_same_way():
    text = corpus()[0].text
    assert read(text, TODAY) == read(text, TODAY)


def test_an_empty_text_is_no_notice():
    assert read(" \n", TODAY).status is Status.NOT_A_NOTICE


def test_windows_line_ends_change_nothing():
    text = next(one.text for one in corpus() if one.name == "f2-trademark-listing-stop")
    unix, windows = read(text, TODAY), read(text.replace("\n", "\r\n"), TODAY)
    assert unix.documents_requested == windows.documents_requested
    assert unix.registration_numbers == windows.registration_numbers


@pytest.mark.parametrize(
    "quote", ["> ", ">> ", "| ", "> > "], ids=["once", "twice", "bar", "spaced"]
)
def test_quoted_mails_are_read_like_their_originals(quote):
    original = next(one.text for one in corpus() if one.name == "f3-sales-rank")
    quoted = "\n".join(quote + line for line in original.split("\n"))
    before, after = read(original, TODAY), read(quoted, TODAY)
    for key in ("status", "violation_type", "asins", "deadline", "documents_requested"):
        assert getattr(before, key) == getattr(after, key)


@pytest.mark.parametrize(
    "typed",
    [
        "ASIN：Ｂ０ＺＸ１Ａ２Ｋ３Ｍ",
        "ASIN B0ZX1A2\nK3M です",
        "asin:b0zx1a2k3m",
        "対象B0ZX1A2K3Mイヤホン",
        "ASINB0ZX1A2K3M",
        "B0ZX1A2K3MB0ZX1A2K3M",
        "https://www.amazon.co.jp/dp/B0ZX1A2K3M?th=1",
        "ASIN: B 0 Z X 1 A 2 K 3 M",
        "> ASIN: B0ZX1\n> A2K3M",
    ],
)
def test_an_asin_is_found_however_it_is_typed(typed):
    assert read(typed, TODAY).asins == ("B0ZX1A2K3M",)


@pytest.mark.parametrize(
    "typed",
    [
        "商標番号:6712345678",
        "電話番号:0312345678",
        "申し立てID:1234567890",
        "B0ZX1A2K3MX",
        "ref=B0ZX1A2K3M@example.com",
        "Trademark number: 5432109876",
        "お問い合わせ番号 1234567890",
        "ファイル名の例:B0XXXXXXXX_report.pdf",
        "Name the file like B0ZX1A2K3M_invoice.pdf.",
        "ASIN: B000000000",
    ],
)
def test_other_numbers_are_no_asins(typed):
    assert read(typed, TODAY).asins == ()


@pytest.mark.parametrize(
    "typed, iso",
    [
        ("受信日: 2026年11月8日", "2026-11-08"),
        ("受信日：令和8年11月8日", "2026-11-08"),
        ("受信日：平成28年6月20日", "2016-06-20"),
        ("Date: Tue, 10 Nov 2026 12:15:40 +0000", "2026-11-10"),
        ("Received 11/09/2026, 8:03 AM PST", "2026-11-09"),
        ("Date: 15/11/2026", "2026-11-15"),
        ("受信：11月30日 10:00", "2025-11-30"),
        ("受信：11月24日 10:00", "2026-11-24"),
        ("送信日時: ２０２６／１１／０３", "2026-11-03"),
        ("日時: 2026-11-05T18:02:11+09:00", "2026-11-05"),
        ("November 3rd, 2026", "2026-11-03"),
    ],
)
def test_the_day_of_the_notice_is_read_as_written(typed, iso):
    notice = read(typed + "\n\n出品用アカウントを停止しました。", TODAY)
    assert notice.received_date == date.fromisoformat(iso)


@pytest.mark.parametrize(
    "sentence",
    [
        "ご提出がない場合、出品用アカウントを閉鎖することがあります。",
        "違反が続く場合は出品権限を停止いたします。",
        "アカウントは停止される可能性があります。",
        "If you do not reply, your selling account may be deactivated.",
        "Failure to comply can result in the deactivation of your account.",
    ],
)
def test_a_threat_is_no_act(sentence):
    notice = read("出品者様 Amazon\n" + sentence, TODAY)
    assert notice.status not in (Status.SUSPENDED, Status.DEACTIVATED)


@pytest.mark.parametrize(
    "sentence",
    [
        "発行日から90日以内の請求書をご提出ください。",
        "過去365日以内に発行された請求書をご提出ください。",
        "Provide invoices issued in the last 180 days.",
    ],
)
def test_the_age_of_a_document_is_no_deadline(sentence):
    notice = read("出品用アカウントを停止しました。\n" + sentence, TODAY)
    assert notice.deadline is None
    assert notice.document_max_age_days in (90, 180, 365)


def test_a_correction_by_hand_wins_and_loses_its_old_evidence():
    notice = read("出品用アカウントを停止しました。", TODAY)
    corrected = notice.corrected(status=Status.WARNING)
    assert corrected.status is Status.WARNING
    assert corrected.is_corrected("status")
    assert "status" not in corrected.evidence
    assert not notice.is_corrected("status")


def test_an_order_number_typed_off_a_screen_is_read():
    notice = read("該当の注文→ ５０３ー８８４０００１ー２９５６０００", TODAY)
    assert notice.order_ids == ("503-8840001-2956000",)


def test_seven_labels_ask_for_a_plan_unless_the_notice_says_otherwise():
    labels = "\n".join(
        (
            "1.今回発生させた規約違反の内容",
            "2.今回発生させた規約違反の原因",
            "3.同じ違反を起こさないための具体的な改善策",
            "4.改善策を実施した場合の効果",
            "5.改善策の実施期日",
            "6.改善策の効果が見込まれる時期",
            "7.改善策実施責任者氏名",
        )
    )
    assert read(f"出品権限を一時停止いたしました。\n{labels}", TODAY).plan_requested
    denied = "改善計画をご提出いただく必要はございません。"
    assert not read(f"出品権限を一時停止いたしました。{denied}\n\n{labels}", TODAY).plan_requested


def test_ids_are_found_far_inside_a_very_long_text():
    text = "あ" * 90_000 + " B0ZX1A2K3M 250-5550201-0000210 " + "い" * 90_000
    notice = read(text, TODAY)
    assert notice.asins == ("B0ZX1A2K3M",)
    assert notice.order_ids == ("250-5550201-0000210",)


def test_a_place_behind_the_part_skipped_is_still_right():
    tail = "\n出品用アカウントを停止しました。\n"
    text = "出品者様\n" + "い" * 150_000 + tail
    notice = read(text, TODAY)
    assert notice.status is Status.SUSPENDED
    for span in notice.evidence["status"]:
        assert text[span.start : span.end] == span.text


def test_every_reason_for_doubt_has_words_in_both_languages():
    for reason in patterns("suspicious")["weights"]:
        assert reason_text(reason, "ja") != reason_text(reason, "en") != ""


@pytest.mark.parametrize("subject", ["status", "violation", "documents", "channel"])
def test_every_phrase_has_source_and_date_and_is_lower_case(subject):
    for phrase in phrases(subject):
        assert phrase.source
        assert phrase.as_of
        assert all(word == word.lower() for part in phrase.parts for word in part)


def test_a_limit_without_a_year_is_the_first_such_day_after_the_notice():
    text = "受信日: 2024年4月11日\n4月25日までに請求書をご提出ください。"
    deadline = read(text, TODAY).deadline
    assert deadline is not None
    assert deadline.date == date(2024, 4, 25)


def test_a_limit_may_have_passed_where_the_notice_has_no_day():
    text = "出品者様\n次の書類を2026年2月27日までにご提出ください。\n・古物商許可証の写し"
    deadline = read(text, TODAY).deadline
    assert deadline is not None
    assert deadline.date == date(2026, 2, 27)
    assert deadline.kind == "documents"


def test_a_book_number_in_the_column_of_asins_is_one_of_them():
    text = (
        "  ASIN         Complaint type\n  B0ZQ9W1E3R   Used sold as new\n"
        "  4990000128   Used sold as new\n\nPhone 0312345678\n4990000136 units"
    )
    assert read(text, TODAY).asins == ("B0ZQ9W1E3R", "4990000128")


def test_a_number_in_a_ring_is_no_part_of_the_figure_behind_it():
    text = "次の書類をご提出ください。\n①パスポート\n②180日以内に発行された取引明細書"
    assert read(text, TODAY).document_max_age_days == 180
