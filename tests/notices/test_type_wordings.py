import tomllib
from pathlib import Path

import pytest

from kaizen.notice import notice_as_json, read
from kaizen.notice.categories import rows
from kaizen.notice.metrics import metrics
from kaizen.notice.page import clean
from kaizen.notice.scenes import scenes
from kaizen.notice.violation import Violations, violations
from kaizen.violations import all_types
from tests.notices.reading import TODAY

TABLE = tomllib.loads((Path(__file__).parent / "type_wordings.toml").read_text("utf-8"))
WORDINGS = [
    pytest.param(kind, sentence, id=f"{kind}-{number}")
    for kind, group in TABLE.items()
    if isinstance(group, dict)
    for number, sentence in enumerate(group["read"])
]
DASHBOARD = """Account Health
Suspected Intellectual Property Violations   0
Product Authenticity Customer Complaints     1   B0ZT2Y4U6A   High
Product Condition Customer Complaints        2   B0ZT2Y4U7B   Medium
Listing Policy Violations                    1   B0ZT2Y4U9D   Low
Restricted Product Policy Violations         0
"""


def of(text: str) -> Violations:
    page = clean(text)
    return violations(page, metrics(page))


@pytest.mark.parametrize("kind, sentence", WORDINGS)
def test_what_was_broken_is_read_in_any_words(kind, sentence):
    assert of(sentence).main == kind


@pytest.mark.parametrize("sentence, kind", TABLE["near"])
def test_near_misses_are_not_taken_for_a_violation(sentence, kind):
    found = of(sentence)
    assert kind not in (found.main, *found.others)


def test_a_type_is_sure_only_where_two_statements_agree():
    alone = of("Several customers told us that what you sent them was a knock-off.")
    assert alone.confidence < 0.8
    together = of("Buyers say the item is a fake. The brand says it did not make the item.")
    assert together.main == "authenticity"
    assert together.confidence >= 0.8


def test_a_subject_named_without_a_statement_is_a_guess():
    guess = of("Hello, this is about customer reviews.")
    assert guess.main == "review_manipulation"
    assert guess.confidence < 0.5


def test_every_type_is_told_in_several_ways():
    keys = {one.key for one in all_types()}
    assert keys <= TABLE.keys()
    assert all(len(TABLE[key]["read"]) >= 4 for key in keys)


def test_every_type_but_unknown_has_scenes_in_both_languages():
    keys = {one.key for one in all_types()} - {"unknown"}
    for language in ("ja", "en"):
        told = {one.value for one in scenes() if one.slots[0].startswith(f"{language}.")}
        assert told == keys


def test_scenes_name_slots_that_exist_and_their_source():
    for scene in scenes():
        assert scene.source
        assert scene.as_of


@pytest.mark.parametrize(
    "denied",
    [
        "このご連絡は、商品の真贋に関する苦情によるものではありません。",
        "This message is not because of a complaint about the authenticity of your items.",
        "返品不満足度 12.0% (目標 10%未満) ※参考値です。",
        "出荷遅延率 1.8% (目標 4%未満) 達成",
        "注文不良率が1%以上になると、アカウントが停止されることがあります。",
        "Please ship all open orders by their ship date to avoid late shipments.",
        "引き続き、出荷予定日までに出荷してください。",
        "Documents must be authentic and must not be altered or edited.",
        "請求書は加工や編集をせず、原本のままお送りください。",
    ],
)
def test_denials_advice_and_targets_that_were_met_are_no_violation(denied):
    assert of(denied).main == "unknown"


def test_a_dashboard_is_read_by_its_counts_the_gravest_first():
    found = of(DASHBOARD)
    assert found.main == "authenticity"
    assert set(found.others) == {"condition_used_as_new", "listing_policy"}


@pytest.mark.parametrize(
    "dashboard, kind",
    [
        (
            "知的財産権の侵害の疑い 0件\n商品の真贋に関する苦情 0件\n出品ポリシー違反 2件 高",
            "listing_policy",
        ),
        (
            "商品のコンディション 1 中\n制限対象商品 1 重大\nカスタマーレビュー 0\n",
            "restricted_products",
        ),
        (
            "Product safety 0\nListing policy violations 0\nRestricted product violations 0",
            "unknown",
        ),
    ],
)
def test_categories_without_an_open_violation_do_not_count(dashboard, kind):
    assert of(dashboard).main == kind


def test_a_sentence_with_a_number_is_no_dashboard():
    text = "Product safety is checked within 30 days. We received 2 complaints about safety."
    assert rows(clean(text)) == []


def test_the_type_is_marked_in_the_original():
    text = "出品用アカウントを停止いたしました。\n貴店よりお買い上げの品が本物ではないのではないか、とのお問い合わせを頂戴しております。"
    marked = notice_as_json(read(text, TODAY))["evidence"]["violation_type"]
    assert all(text[one["start"] : one["end"]] == one["text"] for one in marked)
    assert marked
