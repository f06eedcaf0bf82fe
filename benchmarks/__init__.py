"""How fast the program is: each module of ``ALL`` offers ``measure()``."""

ALL = (
    "benchmarks.start",
    "benchmarks.store",
    "benchmarks.pages",
    "benchmarks.notice_read",
    "benchmarks.review",
    "benchmarks.forecast",
    "benchmarks.exports",
)
