import pytest

from intake.table_columns import CountIs, recognise


@pytest.mark.parametrize(
    "headers, roles",
    [
        (["注文日時", "注文件数", "キャンセル件数"], (0, 1, (2,))),
        (["出荷日", "出荷遅延件数", "出荷件数"], (0, 2, (1,))),
        (["Order Date", "Late Shipments", "Orders", "Rate"], (0, 2, (1,))),
        (["不良率", "不良注文数", "受注数", "日"], (3, 2, (1,))),
        (["purchase-date", "orders", "Order Defects"], (0, 1, (2,))),
        (["asin", "売上", "率"], (None, None, ())),
    ],
)
def test_columns_are_recognised_in_any_order(headers, roles):
    found = recognise(headers, prefer=CountIs.DEFECTS)
    assert (found.date, found.orders, found.counts) == roles
