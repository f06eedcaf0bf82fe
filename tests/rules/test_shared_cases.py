"""The worked cases: every planted defect is found at its item, and good plans are left alone."""

import json
from datetime import date
from pathlib import Path

import pytest

from kaizen.archive import Loaded, read_archive
from kaizen.finding import Severity
from kaizen.notice import read
from kaizen.review import review_plan
from kaizen.review_context import review_of

FOLDER = Path(__file__).with_name("shared")
CASES = sorted(folder.name for folder in FOLDER.iterdir())
# A plan is not what these notices ask for, or no appeal is open: the good plans say so too.
EXPECTED = {"05": {"R74"}, "07": {"R74"}, "14": {"R74"}, "15": {"R75"}}


def findings(case: str, kind: str):
    data = json.loads((FOLDER / case / f"{kind}.json").read_text("utf-8"))
    loaded = read_archive(data)
    assert isinstance(loaded, Loaded)
    today = date.fromisoformat(data["today"])
    notice = read((FOLDER / case / "notice.txt").read_text("utf-8"), today)
    return data, review_plan(review_of(loaded.case, today=today, notice=notice), language="ja")


def test_there_are_fifteen_cases():
    assert len(CASES) == 15


@pytest.mark.parametrize("case", CASES)
def test_a_good_plan_raises_only_what_its_notice_makes_unavoidable(case: str):
    _, found = findings(case, "good")
    raised = {finding.id for finding in found if finding.severity is not Severity.INFO}
    assert raised == EXPECTED.get(case[:2], set()), [(f.id, f.text) for f in found]


@pytest.mark.parametrize("case", CASES)
def test_each_planted_defect_is_found_at_its_item(case: str):
    data, found = findings(case, "bad")
    planted = {(defect["rule"], defect["field"]) for defect in data["defects"]}
    assert planted <= {(finding.id, finding.place.item) for finding in found}
