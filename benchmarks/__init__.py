"""How fast the program is: each module of ``ALL`` offers ``measure()``."""

ALL = (
    "benchmarks.start",
    "benchmarks.store",
    "benchmarks.forecast",
    "benchmarks.exports",
)
