"""How fast the program is: each module of ``ALL`` offers ``measure()``."""

ALL = (
    "benchmarks.start",
    "benchmarks.store",
    "benchmarks.pages",
    "benchmarks.forecast",
    "benchmarks.exports",
)
