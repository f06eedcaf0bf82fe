from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaizen.arithmetic import Kind, disagreements, statements

TODAY = date(2026, 11, 24)


def claims(text):
    return [(claim.kind.value, claim.agrees) for claim in statements(text, today=TODAY)]


@pytest.mark.parametrize(
    "text, agrees",
    [
        ("受注1,505件のうち28件(1.86%)が不良でした。", True),
        ("受注1,505件のうち28件(1.68%)が不良でした。", False),
        ("受注１，５０５件のうち２８件（１．８６％）", True),
        ("1,505件中28件(1.9%)", True),
        ("1,505件中28件(約2%)", True),
        ("1,505件中28件(1.87%)", False),
        ("1,505件中28件(2.86%)", False),
        ("対象受注326件のうち出荷予定日を過ぎた出荷通知が30件(9.2%)ありました", True),
        ("対象受注326件のうち出荷予定日を過ぎた出荷通知が30件(9.8%)ありました", False),
        ("受注412件のうち不良は7件で、1.7%です", True),
        ("受注412件のうち不良は7件で、2.7%です", False),
        ("注文412件中7件、率は1.70%", True),
        ("不良率は1.86%(1,505件中28件)です", True),
        ("不良率は1.68%(受注1,505件中28件)です", False),
        ("割合を現在の56%(41点中23点)から100%にします", True),
        ("割合を現在の65%(41点中23点)から100%にします", False),
        ("172個のうち20個に番号が無く、追跡可能率は88.4%です", True),
        ("412件中7件が遅延し、遅延率は1.7%でした", True),
        ("412件中7件が遅延し、遅延率は2.7%でした", False),
        ("412件中7件が遅延しました(遅延率2.7%)", False),
        ("412件のうち7件が誤出荷で、不良率1.86%の4割を占めます", None),
        ("412件のうち7件が遅延し、前月の遅延率は3%でした", None),
        ("412件のうち7件が遅延し、今後は遅延率を1%に下げます", None),
        ("412件のうち7件が遅延し、30日後に1%まで下げます", None),
        ("412件のうち7件(前月比20%減)", None),
        ("注文1,505件に対し不良28件(1.86%)", True),
        ("注文総数412件、うち遅延7件(2.70%)", False),
        ("412件のうち7件で、そのうち5件(71%)は色違いです", True),
        ("412件のうち7件で、そのうち5件(17%)は色違いです", False),
        ("原因1(14件、50%)、原因2(10件、36%)、原因3(4件、14%)", None),
        ("遅延率は7件÷412件=1.7%です", True),
        ("注文不良率1.68%(28件/1,505件)", False),
        ("キャンセル率3.5%(7日間の注文114件のうち4件)", True),
        ("キャンセル率5.3%(7日間の注文114件のうち4件)", False),
        ("We had 412 orders, of which 7 (2.7%) were late", False),
        ("Out of 412 orders, 7 were late, a rate of 1.7%", True),
        ("28 defects in 1,505 orders (2.86%)", False),
        ("12 orders in 30 days (5% more)", None),
        ("28 of 30 messages within 24 hours (93.3%)", None),
        ("2 of 3 steps are done, 1% margin is left", None),
        ("7 of 412 orders, 2.7%, were late", False),
        ("412 orders, 7 late; we aim for 0.5% by January", None),
        ("追跡可能率88.4%(172個のうち20個に番号がありません)", True),
        ("追跡可能率84.8%(172個のうち20個に番号がありません)", False),
        ("1,505件のうち28件でした。目標は1%未満です", None),
        ("1,505件のうち28件(目標1%未満)", None),
        ("1,505件のうち28件、1%以下を目指します", None),
        ("3件中3件(100%)", True),
        ("0件中0件(0%)", None),
        ("8件のうち1件(12.5%)", True),
        ("8件のうち1件(12%)", True),
        ("8件のうち1件(13%)", True),
        ("8件のうち1件(14%)", False),
        ("5件のうち8件(160%)", False),
        ("28 of 1,505 orders (1.86%)", True),
        ("28 of the 1,505 orders (1.68%) were defective", False),
        ("28 out of 1,505 orders had a defect (1.86%)", True),
        ("28 defective orders out of 1,505 orders (2.86%)", False),
        ("Of the 1,505 orders, 28 were defective (1.86%)", True),
        ("Of 1,505 orders, 28 were late (1.68%)", False),
        ("The rate was 1.86% (28 of 1,505 orders)", True),
        ("The rate was 1.68% (28 of 1,505 orders)", False),
        ("1.86% (28/1,505)", True),
        ("30/326 (9.2%)", True),
        ("30/326 (9.8%)", False),
        ("28 of 1,505 orders (below 1% is the target)", None),
        ("28 of 1,505 orders. We aim at 0.5%.", None),
        ("12 of the 60 days, with 5% more staff", None),
    ],
)
def test_a_share_is_computed_to_the_digits_that_were_given(text, agrees):
    expected = [] if agrees is None else [("share", agrees)]
    assert claims(text) == expected


@pytest.mark.parametrize(
    "text, agrees",
    [
        (
            "不良は28件で、内訳は低評価17件、マーケットプレイス保証申請8件、チャージバック3件でした",
            True,
        ),
        (
            "不良は28件で、内訳は低評価17件、マーケットプレイス保証申請8件、チャージバック4件でした",
            False,
        ),
        ("28件(内訳:低評価17件、保証申請8件、チャージバック3件)", True),
        ("28件の内訳は、低評価17件・保証申請8件・チャージバック2件です", False),
        ("在庫8点(自社5点、FBA3点)の販売を止めました", True),
        ("在庫9点(自社5点、FBA3点)の販売を止めました", None),
        ("対象5件(返品2件、返金1件)に対応しました", None),
        ("対象5件(返品4件、返金3件)に対応しました", None),
        ("返金5件(注文3件、注文2件)", True),
        ("計9点(自社5点、FBA3点)の販売を止めました", False),
        ("合計9点(自社5点、FBA3点)", False),
        ("腕時計9点(赤5点、青3点)の販売を止めました", None),
        ("対象は5件(内訳は返品2件、返金1件)です", False),
        ("対象5件(返品2件、返金1件、その他)", None),
        ("自社在庫12点とFBA在庫9点の合計21点", True),
        ("自社在庫12点とFBA在庫9点、計22点", False),
        ("9月3件、10月5件、11月2件、計10件", True),
        ("9月3件、10月5件、11月2件、合計12件", False),
        ("差額計54,600円(乾電池5点、ランタン4点)", None),
        ("3件(昨年5件、一昨年7件)", None),
        ("28件の内訳は、低評価17件、保証申請8件などです", None),
        ("28件の内訳は主に低評価17件と保証申請8件です", None),
        ("受注412件のうち遅延7件、キャンセル3件の計10件", None),
        ("12月に3件、1月に2件の申し出があり、点検を計20件行いました", None),
        ("原因1(14件、低評価13件・保証申請1件)", None),
        ("自社在庫とFBA在庫計63点", None),
        ("28件の内訳は次の通りです。\n・低評価:17件\n・保証申請:8件\n・チャージバック:3件\n", True),
        ("28件の内訳は次の通りです。\n・低評価:17件\n・保証申請:8件\n・チャージバック:4件", False),
        ("25件の内訳は次の通りです。\n・低評価:17件\n・保証申請:8件\n・毎週20件を点検します", True),
        ("低評価17件+保証申請8件+チャージバック3件=29件", False),
        ("低評価が17件、保証申請が8件、チャージバックが3件で、合計は29件です", False),
        ("合計28件(低評価17件、保証申請8件、チャージバック3件)", True),
        ("毎週金曜に20件(新規10件、既存5件、その他)を点検", None),
        ("2名体制(出荷1名、検品1名)", None),
        ("返品46点(過去90日間)を調べ、5点を除きました", None),
        ("17 feedbacks, 8 claims and 3 chargebacks, 28 in total", True),
        ("a total of 29 defects: 17 feedbacks, 8 claims and 3 chargebacks", False),
        ("29 defects (17 feedbacks, 8 claims, 3 chargebacks)", None),
        ("28 defects (17 feedbacks, 8 claims, 3 chargebacks)", True),
        ("5 orders (2 returns, 1 refund) were handled", None),
        ("28 defects, of which 17 feedbacks, 8 claims and 3 chargebacks", True),
        ("28 defects, of which 17 feedbacks and 8 claims", None),
        ("29 defects (breakdown: 17 feedbacks, 8 claims, 3 chargebacks)", False),
        ("3回目の通知で、1回目と2回目の計2回", None),
        ("対象2件(注文番号250-5550401-0000410、ASIN B0ZK3L8M1Q)", None),
        ("28 orders, consisting of 17 feedbacks, 8 claims and 3 chargebacks", True),
        ("28 orders, made up of 17 feedbacks, 8 claims and 4 chargebacks", False),
        ("28 defects (breakdown: 17 feedbacks, 8 claims, 3 chargebacks)", True),
        ("28 orders, including 17 feedbacks and 8 claims", None),
    ],
)
def test_a_total_is_that_of_its_parts(text, agrees):
    assert claims(text) == ([] if agrees is None else [("total", agrees)])


@pytest.mark.parametrize(
    "text, agrees",
    [
        ("2026年9月4日から11月2日までの60日間", True),
        ("2026年9月4日から11月2日までの59日間", True),
        ("2026年9月4日から11月2日までの90日間", False),
        ("2026/09/04〜2026/11/02(60日間)", True),
        ("2026年10月1日から31日までの31日間", True),
        ("2026年10月1日から31日までの28日間", False),
        ("12月20日から1月10日までの22日間", True),
        ("2024年2月1日から3月1日までの30日間", True),
        ("2026年2月1日から3月1日までの30日間", False),
        ("11月1日から11月7日まで、30日間分の記録を確認しました", None),
        ("11月1日から11月7日まで3営業日以内に返信しました", None),
        ("11月13日に通知を受け、60日間の目標を定めました", None),
        ("from September 4, 2026 to November 2, 2026 (60 days)", True),
        ("from September 4, 2026 to November 2, 2026 (30 days)", False),
        ("from Sep 4 to Nov 2 (60 days)", True),
        ("9/4〜11/2の60日間", True),
        ("9/4から11/2の90日間", False),
        ("9月1日から11月7日までに60件", None),
    ],
)
def test_a_period_has_its_days(text, agrees):
    assert claims(text) == ([] if agrees is None else [("period", agrees)])


@pytest.mark.parametrize(
    "text, agrees",
    [
        ("2026年11月20日(金)", True),
        ("2026年11月20日(木)", False),
        ("2026年11月20日（金曜日）に実施", True),
        ("11月20日(金)", True),
        ("11月20日(土)", False),
        ("11月23日(月・祝)", True),
        ("2026/11/20(金)", True),
        ("11/20(金)", True),
        ("11/20(水)", False),
        ("1月8日(金)", True),
        ("12月8日(火)", True),
        ("2025年11月の件です。2025年11月3日に発送し、11月20日(木)に返金", True),
        ("令和8年11月20日(金)", True),
        ("令和8年11月20日(月)", False),
        ("11月20日(出荷責任者)", None),
        ("毎週金曜に確認", None),
        ("2026年11月14日土曜日", True),
        ("2026年11月14日 日曜日", False),
        ("11月20日(木)に発送した、2025年の件です", True),
        ("Friday, November 20, 2026", True),
        ("Thursday, November 20, 2026", False),
        ("Fri. Nov 20", True),
        ("November 20, 2026 (Friday)", True),
        ("20 November 2026 (Monday)", False),
        ("every Monday, November 20 at the latest", None),
    ],
)
def test_a_weekday_is_that_of_its_day(text, agrees):
    found = claims(text)
    assert found == ([] if agrees is None else [("weekday", agrees)])


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("2026年11月7日から2026年9月1日まで", ["order"]),
        ("between 2026-11-07 and 2026-09-01", ["order"]),
        ("2026年9月1日から2026年11月7日まで", []),
        ("2026年12月20日から1月10日まで", []),
        ("11月7日から9月1日まで", []),
        ("2026年11月31日までに実施", ["no_such_day"]),
        ("2月30日に実施", ["no_such_day"]),
        ("2026年2月29日に実施", ["no_such_day"]),
        ("2月29日に実施", []),
        ("2028年2月29日に実施", []),
        ("by November 31, 2026", ["no_such_day"]),
        ("2026-13-01", ["no_such_day"]),
        ("注文番号250-5550201-0000210、503-5550204-0000240", []),
        ("ASIN:B0ZX1A2K3M、第6900001号、申し立てID 30012345671", []),
        ("may 45 orders", []),
        ("2月1日から30日以内に実施", []),
        ("11月1日から60日以内に実施", []),
        ("2月1日から30日の間隔で", []),
        ("○年○月○日までに実施", []),
    ],
)
def test_days_exist_and_follow_one_another(text, kinds):
    found = statements(text, today=TODAY)
    assert [claim.kind.value for claim in found] == kinds
    assert not any(claim.agrees for claim in found)


def test_a_claim_carries_its_place_in_what_was_typed_and_the_right_figure():
    text = "当店では受注１，５０５件のうち２８件（１．６８％）が不良でした。"
    (claim,) = disagreements(text, today=TODAY)
    assert claim.kind is Kind.SHARE
    assert text[claim.start : claim.end] == "１，５０５件のうち２８件（１．６８％"
    assert (claim.claimed, claim.computed) == ("1.68%", "1.86%")


def test_the_right_weekday_is_named_in_the_language_of_the_text():
    (japanese,) = disagreements("11月20日(土)", today=TODAY)
    (english,) = disagreements("Thursday, November 20, 2026", today=TODAY)
    (short,) = disagreements("Nov 20, 2026 (Thu)", today=TODAY)
    assert (japanese.computed, english.computed, short.computed) == ("金", "Friday", "Fri")


def test_a_plan_whose_figures_agree_raises_nothing():
    plan = (
        "2026年11月3日付の通知でご指摘の、直近60日間の注文不良率が1.86%(目標1%未満)となった件です。"
        "対象期間の受注1,505件のうち不良は28件で、内訳は低評価17件、マーケットプレイス保証申請8件、"
        "チャージバック3件でした。60日間の件数は、誤出荷を14件から2件以下、未着を7件から0件とします。\n"
        "毎営業日12時に、受注数が前週平均の150%を超えた場合、作業日数を2日延ばします(11月13日開始)。\n"
        "在庫2点以下で停止し、毎週金曜に20件を点検します。5分から10分、15分ごと、価格は110%まで。"
    )
    found = statements(plan, today=TODAY)
    assert [claim.kind for claim in found] == [Kind.TOTAL]
    assert all(claim.agrees for claim in found)


@given(
    st.text(
        alphabet="0123456789,./%()件中うちのから年月日金、。計内訳 of SepNov\n～〜", max_size=200
    )
)
def test_any_text_gets_an_answer_with_valid_places(text):
    for claim in statements(text, today=TODAY):
        assert 0 <= claim.start < claim.end <= len(text)


@given(st.integers(1, 5000), st.data(), st.integers(0, 3))
def test_a_rightly_rounded_share_is_never_an_alarm(whole, data, digits):
    part = data.draw(st.integers(0, whole))
    text = f"{whole:,}件のうち{part:,}件({100 * part / whole:.{digits}f}%)"
    assert not disagreements(text, today=TODAY)
