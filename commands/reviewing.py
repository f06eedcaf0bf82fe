"""A review for the command line, and its report in words."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from commands.cases import notice_for
from kaizen.case import Case
from kaizen.figures import Figures, figures
from kaizen.finding import Finding
from kaizen.plan import Item
from kaizen.review import blockers, is_complete, review_plan
from kaizen.review_context import review_of
from kaizen.wording import words


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the rules found, in one language."""

    language: str
    findings: list[Finding]
    figures: Figures
    is_complete: bool

    @property
    def blockers(self) -> list[Finding]:
        """Return what holds back the final files."""
        return blockers(self.findings)


def review_case(
    case: Case, notice_file: str | None, previous: Case | None, today: date, language: str | None
) -> Reviewed:
    """Return the review of ``case`` as the pages do it; findings speak the plan's language."""
    notice = notice_for(case, notice_file, today)
    context = review_of(case, today=today, notice=notice, previous=previous)
    spoken = language or str(case.language)
    findings = review_plan(context, language=spoken, waivers=case.waivers)
    computed = figures(context, language=spoken, waivers=case.waivers)
    return Reviewed(spoken, findings, computed, is_complete(context))


def report(reviewed: Reviewed) -> str:
    """Return the findings one under the other, and how many there are."""
    said = _words()[reviewed.language]
    blocks = [_block(finding, reviewed.language, said) for finding in reviewed.findings]
    held, count = len(reviewed.blockers), len(reviewed.findings)
    blocks += [_figure(finding, reviewed, said) for finding in reviewed.figures.findings]
    wrong, right = len(reviewed.figures.wrong), len(reviewed.figures.right)
    if not count:
        last = "" if wrong else said["nothing"]
    else:
        last = said["held" if held else "free"].format(count=count, held=held)
    if wrong or right:
        last = f"{last} {said['figures'].format(checked=wrong + right, wrong=wrong)}".strip()
    return "\n\n".join([*blocks, last])


def _block(finding: Finding, language: str, said: dict[str, str]) -> str:
    label = "waived" if finding.is_waived else finding.severity.value
    lines = [f"[{said[label]}] {_item(finding, language)} ({finding.id} {finding.slug})"]
    lines.append(finding.message)
    lines.append(finding.how)
    return "\n  ".join(lines)


def _figure(finding: Finding, reviewed: Reviewed, said: dict[str, str]) -> str:
    label = said["waived" if finding.is_waived else "figure"]
    first = f"[{label}] {_item(finding, reviewed.language)}"
    return "\n  ".join([first, finding.message, finding.how])


def _item(finding: Finding, language: str) -> str:
    names = dict(zip((item.value for item in Item), words("items", language), strict=True))
    return names.get(finding.place.item, finding.place.item)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
