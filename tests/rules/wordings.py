"""The corpus of wordings: what each rule must flag and must let pass, with the plan around it.

A file is ``corpus/<slug>.toml`` with ``[[flag]]`` and ``[[pass]]`` tables: ``lang``, ``item``,
``text``; optionally ``plan`` (other items), ``today``, ``store``, ``notice_date``,
``stopped_before``, ``exhibits`` (names, or tables with name and day), ``notice`` (fields of Notice,
``deadline`` as a day, ``metrics`` as keys), ``waived`` (ids of rows of the notice), ``previous``
(items of the earlier plan).
"""

import tomllib
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from kaizen.archive import Loaded, read_archive
from kaizen.case import Details, Exhibit, NoticeRecord
from kaizen.notice import EarlierEnforcement, Notice
from kaizen.notice.model import Deadline, NoticeMetric, Status
from kaizen.review_context import Review, review_of
from tests.builders import GOOD

CORPUS = Path(__file__).with_name("corpus")
TODAY = date(2026, 11, 13)
GOOD_EN = {
    "violation": "This plan answers the notice of November 11, 2026 about authenticity complaints for ASIN "
    "B0ZH2J5K1W. Between September 1 and November 10, 2026 we sold 88 units; four customers said the lid "
    "differed from the product page.",
    "cause": "Cause 1: 31 of the 88 units came from a clearance store that gives receipts, not invoices.\n"
    "Cause 2: We had no receiving check of model number, UPC and lid version against the detail page.\n"
    "These were failures of our own controls, and we take responsibility for them.",
    "fix": "Done:\n1. Nov 11: removed the offer and requested removal of 46 FBA units.\n"
    "2. Nov 12: refunded the four customers and withdrew 12 other SKUs bought from the same store.\n"
    "Planned:\nA. From Nov 18, receiving clerk Leo Park photographs UPC, model number and lid for every lot and "
    "records them on a sheet; one mismatch stops the lot (Cause 1, Cause 2).",
    "effect": "Authenticity complaints fall from four in 71 days to zero in the following 180 days. "
    "Dana Reyes records the figure monthly and stops the supplier if there is one complaint.",
    "implementation_date": "2026-11-20",
    "effect_month": "2027-05",
    "responsible_person": "Dana Reyes, Owner",
}
BASES = {"ja": GOOD, "en": GOOD_EN}


@dataclass(frozen=True, slots=True)
class Wording:
    """One entry of the corpus."""

    slug: str
    must_flag: bool
    number: int
    data: dict[str, Any]

    def __str__(self) -> str:
        kind = "flag" if self.must_flag else "pass"
        return f"{self.slug}-{kind}-{self.number}"

    @property
    def lang(self) -> str:
        return str(self.data["lang"])

    @property
    def item(self) -> str:
        return str(self.data["item"])

    def review(self) -> Review:
        """Return the review of a good plan into which this wording was put."""
        data = self.data
        flat = {**BASES[self.lang], **data.get("plan", {})}
        if self.item in flat:
            flat[self.item] = data.get("text", "")
        case = _case(flat)
        exhibits = data.get("exhibits")
        details = Details(
            store=data.get("store", ""),
            notice_date=_day(data.get("notice_date")),
            stopped_before=data.get("stopped_before"),
            marketplace=data.get("marketplace", Details().marketplace),
            notice_subject=data.get("notice_subject", ""),
            violation_type=data.get("violation_type", ""),
        )
        waived = dict.fromkeys(data.get("waived", ()), "not ours")
        case = replace(case.with_details(details), notice=NoticeRecord(waived=waived))
        if exhibits is not None:
            case = case.with_exhibits(tuple(_exhibit(entry) for entry in exhibits))
        earlier = data.get("previous")
        return review_of(
            case,
            today=_day(data.get("today")) or TODAY,
            language=self.lang,
            notice=_notice(data.get("notice")),
            previous=_case({**BASES[self.lang], **earlier}) if earlier is not None else None,
        )


def wordings() -> list[Wording]:
    """Return the whole corpus."""
    return [
        Wording(path.stem, kind == "flag", number, entry)
        for path in sorted(CORPUS.glob("*.toml"))
        for kind, entries in tomllib.loads(path.read_text("utf-8")).items()
        for number, entry in enumerate(entries, start=1)
    ]


def _case(flat: dict[str, str]):
    loaded = read_archive(flat)
    assert isinstance(loaded, Loaded), loaded
    return loaded.case


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value  # type: ignore[return-value]


def _exhibit(entry: str | dict[str, Any]) -> Exhibit:
    if isinstance(entry, str):
        return Exhibit(name=entry)
    return Exhibit(entry["name"], _day(entry.get("day")), entry.get("shows", ""))


def _notice(data: dict[str, Any] | None) -> Notice | None:
    if data is None:
        return None
    values = {key: tuple(v) if isinstance(v, list) else v for key, v in data.items()}
    if "status" in values:
        values["status"] = Status(values["status"])
    if "received_date" in values:
        values["received_date"] = _day(values["received_date"])
    if "metrics" in values:
        values["metrics"] = tuple(
            NoticeMetric(key, Decimal(9), None, "%", None) for key in values["metrics"]
        )
    if "deadline" in values:
        values["deadline"] = Deadline("appeal", None, None, _day(values["deadline"]), "")
    if "earlier_enforcements" in values:
        values["earlier_enforcements"] = tuple(
            EarlierEnforcement(None, text) for text in values["earlier_enforcements"]
        )
    assert set(values) <= {field.name for field in fields(Notice)}, values
    return Notice(**values)
