"""How fast the program is: each module of ``ALL`` offers ``measure()``."""

ALL = (
    "benchmarks.start",
    "benchmarks.store",
    "benchmarks.pages",
    "benchmarks.notice_read",
    "benchmarks.review",
    "benchmarks.forecast",
    "benchmarks.exports",
    "benchmarks.click",
    "benchmarks.side_by_side",
)
# These take turns with others and know a form with fewer turns: ``measure(quick=True)``.
WITH_QUICK_FORM = frozenset({"benchmarks.click", "benchmarks.side_by_side"})
