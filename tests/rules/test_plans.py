"""Whole plans of our own: planted defects are found at their item, good plans are left alone."""

import pytest

from kaizen.finding import Severity
from kaizen.review import review_plan
from tests.rules.plan_files import PlanFile, plan_files

GOOD = [entry for entry in plan_files() if not entry.defects]
BAD = [entry for entry in plan_files() if entry.defects]


def test_there_are_plans_of_both_kinds():
    assert len(GOOD) >= 10
    assert len(BAD) >= 10


@pytest.mark.parametrize("entry", GOOD, ids=str)
def test_a_good_plan_raises_neither_block_nor_warning(entry: PlanFile):
    findings = review_plan(entry.review, language="en")
    assert [(f.id, f.text) for f in findings if f.severity is not Severity.INFO] == []


@pytest.mark.parametrize("entry", BAD, ids=str)
def test_each_planted_defect_is_found_at_its_item(entry: PlanFile):
    findings = review_plan(entry.review, language="ja")
    assert entry.defects <= {(f.id, f.place.item) for f in findings}
