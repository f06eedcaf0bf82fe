"""Reader and rules take twice as long for twice the text, whatever key was held down.

Processor time is compared, the best of several tries, and much more than twice is allowed: only a
growth with the square or worse fails, and that each time it is measured.
"""

import time
from collections.abc import Callable
from datetime import date

import pytest

from kaizen.archive import Loaded, read_archive
from kaizen.arithmetic import statements
from kaizen.case import Case
from kaizen.notice import read
from kaizen.review import review_plan
from kaizen.review_context import review_of

TODAY = date(2026, 11, 8)
PIECES = (
    "1",
    "１",
    "1,",
    "1.",
    " ",
    "\u3000",
    "\n",
    "a",
    "a ",
    "a@",
    "あ",
    "(",
    "「",
    "-",
    "・",
    "、",
    "%",
    "B0",
    "250-",
    "11月",
    "12:34 ",
    "(月",
    "- 1234",
    "毎週",
    "http://",
    ">",
    "<p ",
    "1日に",
    "1. a\n",
    "- 1\n",
    "①",
    "20",
    "徹底します。",
    "年月日\\",
    "確認する。\n",
    "I will check. ",
    "\ufdfa",
    "\u3316",
    "e\u0301",
    "\u304b\u3099",
    "\u200b",
    "Why so? ",
    "Why was it?\n",
    "Why was it?\nSo. \n",
    "なぜそうなったか。\nです。\n",
)
# Whole sentences in one paragraph: each asks something of what stands around it.
SENTENCES = (
    "The packer scans each order before shipping and keeps the log. ",
    "We stopped the offer on 9 November, and from 13 November Mr Tanaka checks every lot. ",
    "出荷責任者の田中が毎営業日17時に未出荷一覧を確認し、チェック表に記録します。",
    "11月9日に対象3件の出品を停止しました。",
)
# Lines of a list of findings, and papers named beside each other.
ROWS = (
    "Complaint type: Used sold as new\n",
    "侵害の種類: 商標権\n",
    "次のポリシーへの違反です。\n1) 制限対象商品ポリシー\n",
    "bank account or credit card statement, ",
    "銀行またはクレジットカードの取引明細書、",
)
# What may stand around figures that are computed again.
SUMS = (
    "1件のうち",
    "of 1 ",
    "1, 1 a",
    "5 a: 1 b, ",
    "2026/1/1-",
    "11月1日から",
    "1分の",
    "注文不良率が1%。受注5件不良1件",
    "28件を3つに分類",
    "原因1(1件",
)
# At eight times the length a linear reader takes 8 times as long, a quadratic one 64 times.
TIMES, LIMIT = 8, 32.0
# Sentences carry much work that grows as it should, so that a square among it shows less.
LIMIT_OF_SENTENCES = 12.0
# Below this both are noise of the clock.
SMALLEST = 0.02
# What a busy machine adds to one measure, it does not add to them all.
MEASURES = 8

Clock = Callable[[], float]


def is_linear(
    work: Callable[[str], object],
    piece: str,
    size: int,
    limit: float = LIMIT,
    clock: Clock = time.process_time,
) -> bool:
    return any(growth(work, piece, size, clock) < limit for _ in range(MEASURES))


def growth(work: Callable[[str], object], piece: str, size: int, clock: Clock) -> float:
    """Return how many times as long the long text takes as the short one."""
    short, long = (piece * (length // len(piece)) for length in (size, size * TIMES))
    return seconds(work, long, 2, clock) / max(seconds(work, short, 3, clock), SMALLEST)


def seconds(
    work: Callable[[str], object], text: str, tries: int, clock: Clock = time.process_time
) -> float:
    taken = []
    for _ in range(tries):
        begun = clock()
        work(text + "\x21")
        taken.append(clock() - begun)
    return min(taken)


def a_case_of(text: str) -> Case:
    loaded = read_archive({"violation": text, "cause": text, "fix": text, "effect": text})
    assert isinstance(loaded, Loaded), loaded
    return loaded.case


@pytest.mark.parametrize("piece", [*PIECES, *ROWS], ids=ascii)
def test_the_reader_is_linear(piece: str) -> None:
    assert is_linear(lambda text: read(text, TODAY), piece, 2_500)


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_the_rules_are_linear(piece: str) -> None:
    assert is_linear(review_of_all_items, piece, 900)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_long_paragraph_is_reviewed_in_linear_time(sentence: str) -> None:
    assert is_linear(review_of_all_items, sentence, 1_800, LIMIT_OF_SENTENCES)


def review_of_all_items(text: str) -> object:
    return review_plan(review_of(a_case_of(text), today=TODAY), language="ja")


@pytest.mark.parametrize("piece", [*PIECES, *SUMS], ids=ascii)
def test_computing_again_is_linear(piece: str) -> None:
    assert is_linear(lambda text: statements(text, today=TODAY), piece, 2_000)


@pytest.mark.parametrize("rest", ["1234" * 40, "12:34 " * 40, "(月" * 60, "- 1234" * 40])
def test_a_line_of_date_parts_is_read_at_once(rest: str) -> None:
    assert seconds(lambda text: read(text, TODAY), f"2026年11月3日 {rest}x", 1) < 5


class Spent:
    """A clock that the work itself moves on, so that its measure is the same on every machine."""

    def __init__(self, power: int) -> None:
        self.power = power
        self.now = 0.0
        self.times = 0

    def __call__(self) -> float:
        return self.now

    def work(self, text: str) -> None:
        self.times += 1
        self.now += 0.000_1 * len(text) ** self.power

    def interrupted_work(self, text: str) -> None:
        """Work that something else on the machine holds up, except now and then."""
        self.work(text)
        if len(text) > 1_000 and self.times % 12:
            self.now += 60


def test_the_measure_notices_work_that_grows_with_the_square() -> None:
    spent = Spent(power=2)

    assert not is_linear(spent.work, "a", 800, clock=spent)
    assert not is_linear(spent.work, "a", 800, LIMIT_OF_SENTENCES, spent)


def test_the_measure_lets_work_pass_that_grows_with_the_length() -> None:
    spent = Spent(power=1)

    assert is_linear(spent.work, "a", 800, LIMIT_OF_SENTENCES, spent)


def test_the_measure_lets_linear_work_pass_on_a_busy_machine() -> None:
    spent = Spent(power=1)

    assert is_linear(spent.interrupted_work, "a", 800, clock=spent)


def test_what_is_too_short_to_measure_is_linear() -> None:
    def at_once(_: str) -> None:
        spent.now += 1e-6

    spent = Spent(power=1)

    assert is_linear(at_once, "a", 800, clock=spent)
