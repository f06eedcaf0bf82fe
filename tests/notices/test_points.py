"""What a refused answer lacked is read as a list of points, however it is led and marked."""

import pytest

from kaizen.notice import read
from tests.notices.reading import TODAY

JA = "申し立てをいただき、ありがとうございます。アカウントを再開するには情報が不足しております。\n"
EN = "Thank you for your appeal. We do not have enough information to reactivate your account.\n"


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (
            JA + "次の点を明らかにした改善計画を改めてお送りください。\n"
            "１　返品された商品が、どの工程で在庫に戻されたのか\n２　在庫をどのように点検したのか\n",
            ["返品された商品が", "在庫をどのように"],
        ),
        (
            JA + "ご提出の改善計画には、以下が含まれておりません。\n"
            "(1)根本的な原因\n(2)再発を防ぐ手順\n",
            ["根本的な原因", "再発を防ぐ手順"],
        ),
        (
            EN + "Your plan of action did not contain:\n"
            "  * Greater detail on the root cause\n  * Evidence that the stock was withdrawn\n",
            ["root cause", "Evidence"],
        ),
        (
            EN + "Your plan lacks:\n- a date for each measure\n- the person responsible\n",
            ["a date", "the person"],
        ),
        (
            JA
            + "ご提出内容に足りない点は次の2つです。\n・評価と保証申請の件数\n・対応を始める日付\n",
            ["評価と", "対応を"],
        ),
        (
            EN
            + "In your next submission, please include:\n1. A test report\n2. More specific steps\n",
            ["A test report", "More specific"],
        ),
        (JA + "対象の商品\n1 ワイヤレスイヤホン\n2 充電器\n", []),
        (EN + "Affected products:\n- B0PQ2M5D6R\n- B0PQ2M6F8S\n", []),
    ],
)
def test_the_points_of_a_refused_answer(text: str, points: list[str]):
    found = read(text, TODAY).missing_points
    assert len(found) == len(points), found
    for point, words in zip(found, points, strict=True):
        assert point.startswith(words)
