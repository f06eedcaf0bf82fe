"""The 36 kinds of violation."""

from kaizen.violations.violation_type import (
    STEPS,
    Evidence,
    ViolationType,
    Wording,
    all_types,
    document_keys,
    evidence,
    violation_type,
)

__all__ = [
    "STEPS",
    "Evidence",
    "ViolationType",
    "Wording",
    "all_types",
    "document_keys",
    "evidence",
    "violation_type",
]
