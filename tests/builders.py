"""Builders: values with everything filled that a test does not mention."""

from dataclasses import replace
from datetime import date
from typing import Any

from kaizen.case import Case, Details
from kaizen.plan import Cause, Effect, Measure, Person, Plan, Progress, Violation

TODAY = date(2026, 11, 6)

GOOD = {
    "violation": "2026年11月3日付の通知でご指摘の、直近60日間の注文不良率が1.86%(目標1%未満)となった件です。"
    "対象期間の受注1,505件のうち不良は28件で、内訳は低評価17件、マーケットプレイス保証申請8件、チャージバック3件でした。",
    "cause": "原因1(28件):色違い品の誤出荷です。棚が隣接し、注文票と商品を一人で目視照合していたためです。\n"
    "いずれも当店の管理体制の不備によるものです。",
    "fix": "【実施済み】\n1.11月4日、28件の購入者様への返金または再送を完了しました(原因1)。\n"
    "【実施予定】\nA.出荷ごとに出荷担当の小林がハンディ端末で注文番号とJANを照合し、不一致の場合は出荷を止め、"
    "記録を1年間保管します(11月13日開始、原因1)。",
    "effect": "注文不良率を1.86%から、2027年1月末時点の直近60日間で0.8%未満(目標1%未満)にします。"
    "小林が毎週月曜に件数を記録し、1%を超えた週は該当商品の出品者出荷を休止します。",
    "implementation_date": "2026年11月14日までに実施",
    "effect_month": "2027年1月",
    "responsible_person": "小林 健一(出荷責任者)",
}


def a_plan(**items: str) -> Plan:
    """Return a free-text plan; items not named are well written. ``items`` use the flat keys."""
    from kaizen.archive import Loaded, read_archive

    loaded = read_archive({**GOOD, **items})
    assert isinstance(loaded, Loaded), loaded
    return loaded.case.plan


def a_case(*, plan: Plan | None = None, details: Details | None = None, **items: Any) -> Case:
    """Return a case with a store, a notice date and a well-written plan."""
    known = details or Details(
        store="あおば暮らしの道具",
        notice_date=date(2026, 11, 3),
        notice_subject="Amazon.co.jpからの重要なお知らせ",
    )
    return Case(title="あおば暮らしの道具", details=known, plan=plan or a_plan(**items))


def a_structured_plan(**changes: Any) -> Plan:
    """Return a plan written in fields only."""
    plan = Plan(
        violation=Violation(
            policy="注文不良率",
            what="直近60日間の注文不良率が目標を超えました。",
            order_ids=("250-5550201-0000210",),
            period_from=date(2026, 9, 4),
            period_to=date(2026, 11, 2),
            count=28,
            total=1505,
        ),
        causes=(
            Cause(
                "色違い品の棚が隣接していたため、誤出荷しました。", "一人で照合していました。", 14
            ),
            Cause("追跡の無い郵便で発送していました。", "", 14),
        ),
        measures=(
            Measure(
                what="色違い2種の棚を3メートル離しました。",
                progress=Progress.DONE,
                day=date(2026, 11, 5),
                who="原",
                causes=(1,),
            ),
            Measure(
                what="ハンディ端末で注文番号とJANを照合します。",
                progress=Progress.PLANNED,
                day=date(2026, 11, 13),
                who="小林 健一",
                when="出荷ごと",
                record="照合記録を1年間保管",
                criterion="不一致0件",
                causes=(1, 2),
            ),
        ),
        effects=(
            Effect("注文不良率", "1.86%", "0.8%未満", "毎週月曜に集計", "小林", "出品者出荷を休止"),
        ),
        implementation_date="2026年11月14日",
        effect_month="2027年1月",
        person=Person("小林 健一", "出荷責任者"),
    )
    return replace(plan, **changes)
