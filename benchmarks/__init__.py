"""How fast the program is: each module of ``ALL`` offers ``measure()``; ``python3 app.py bench``."""

ALL = ("benchmarks.forecast",)
