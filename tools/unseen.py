"""Measure plans and notices that nobody here has seen: ``python -m tools.unseen plans FOLDER``.

A folder holds one case a folder: ``notice.txt`` and ``expected.json`` with its ``today``; for plans
also ``good.json`` and, unless only good ones are there, ``bad.json`` (seven items, ``today``; the
bad one with ``defects``: rule, field, defect). Printed are the planted defects that were not found
at their item, what a good plan was warned of, and the values of a notice that were read otherwise.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kaizen.archive import Loaded, read_archive
from kaizen.finding import Finding, Severity
from kaizen.notice import notice_as_json, read
from kaizen.review import review_plan
from kaizen.review_context import review_of
from tests.notices.reading import KEY_VALUES

_SURE = 0.8


def findings(folder: Path, kind: str) -> tuple[dict[str, Any], list[Finding]]:
    """Return the plan of ``kind`` (good, bad) in ``folder`` and its review beside the notice."""
    data = json.loads((folder / f"{kind}.json").read_text("utf-8"))
    loaded = read_archive(data)
    if not isinstance(loaded, Loaded):
        raise SystemExit(f"{folder / kind}.json cannot be read: {loaded}")
    today = date.fromisoformat(data["today"])
    notice = read((folder / "notice.txt").read_text("utf-8"), today)
    language = "ja" if "\u3002" in str(data["cause"]) else "en"
    review = review_of(loaded.case, today=today, notice=notice)
    return data, list(review_plan(review, language=language))


def plans(folders: list[Path]) -> Iterator[str]:
    """Yield the defects missed, the false alarms, and both totals."""
    planted = found = elsewhere = false = 0
    for folder in folders:
        has_bad = (folder / "bad.json").exists()
        data, raised = findings(folder, "bad") if has_bad else ({"defects": ()}, ())
        places = {(finding.id, finding.place.item) for finding in raised}
        rules = {rule for rule, _ in places}
        planted += len(data["defects"])
        for defect in data["defects"]:
            rule, item = defect["rule"], defect["field"]
            if (rule, item) in places:
                found += 1
                continue
            elsewhere += rule in rules
            word = "ELSEWHERE" if rule in rules else "MISSED"
            yield f"{folder.name} {word} {rule} {item}: {defect['defect']}"
        for finding in findings(folder, "good")[1]:
            if finding.severity is not Severity.INFO:
                false += 1
                text = finding.text.replace("\n", " / ")
                yield f"{folder.name} FALSE {finding.id} {finding.place.item}: {text}"
    yield f"{found} of {planted} at their item, {elsewhere} more at another; {false} false alarms"


def notices(folders: list[Path]) -> Iterator[str]:
    """Yield the values read otherwise than expected, and how many were read right."""
    values = right = wrong_and_sure = 0
    for folder in folders:
        wanted = json.loads((folder / "expected.json").read_text("utf-8"))
        today = date.fromisoformat(wanted["today"])
        got = notice_as_json(read((folder / "notice.txt").read_text("utf-8"), today))
        for key in KEY_VALUES:
            values += 1
            if _plain(got[key]) == _plain(wanted[key]):
                right += 1
                continue
            confidence = got["confidence"].get(key, 0.0)
            wrong_and_sure += key == "status" and confidence >= _SURE
            read_as = f"{_plain(got[key])}, not {_plain(wanted[key])}"
            yield f"{folder.name} {key} ({confidence}): {read_as}"
    share = f"{right} of {values} values right ({right / values:.1%})"
    yield f"{share}, {wrong_and_sure} statuses wrong and sure"


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return sorted(value)
    if isinstance(value, dict):
        return {key: value.get(key) for key in ("date", "days", "hours")}
    return value


def main(words: list[str]) -> int:
    """Print what ``words`` (plans or notices, then a folder) ask for."""
    kinds = {"plans": plans, "notices": notices}
    if len(words) != 2 or words[0] not in kinds or not Path(words[1]).is_dir():
        sys.stderr.write("Usage: python -m tools.unseen plans|notices FOLDER\n")
        return 2
    folders = sorted(path.parent for path in Path(words[1]).glob("*/notice.txt"))
    for line in kinds[words[0]](folders):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
