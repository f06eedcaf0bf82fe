"""Figures and clocks of a notice as a seller writes them by hand, one on a line, and back.

They are read with the reader's own eyes, so that a line copied from the notice is understood too.
"""

import re
from collections.abc import Iterable

from kaizen.metrics import find_metric
from kaizen.notice.model import Clock, NoticeMetric
from kaizen.notice_words import choices
from kaizen.text import fold

_DURATION = re.compile(
    r"([0-9]{1,4}) ?(?:(days?|\u65e5|business days?|\u55b6\u696d\u65e5)|(hours?|\u6642\u9593))"
)


def metrics_in(written: str) -> tuple[NoticeMetric, ...]:
    """Return the figure of each line that names a metric and its value; other lines give none."""
    # The reader is loaded where something is read, so that the program starts without it.
    from kaizen.notice.metrics import metrics
    from kaizen.notice.page import clean

    return tuple(found.metric for line in _lines(written) for found in metrics(clean(line))[:1])


def metric_lines(figures: Iterable[NoticeMetric], language: str) -> str:
    """Return figures as lines that ``metrics_in`` reads as the same figures."""
    return "\n".join(_metric_line(one, language) for one in figures)


def clocks_in(written: str) -> tuple[Clock, ...]:
    """Return the clock of each line that holds a number of days or hours, named by its words."""
    found = []
    for line in _lines(written):
        match = _DURATION.search(fold(line).text.lower())
        if match is not None:
            number = int(match[1])
            days, hours = (number, None) if match[2] else (None, number)
            found.append(Clock(_kind(line), days, hours, line))
    return tuple(found)


def clock_lines(clocks: Iterable[Clock], language: str) -> str:
    """Return clocks as lines that ``clocks_in`` reads as the same clocks."""
    names = dict(choices("clocks", language))
    return "\n".join(
        f"{names.get(one.kind, names['other'])}: {_length(one, language)}" for one in clocks
    )


def unread_lines(key: str, written: str) -> tuple[str, ...]:
    """Return the lines in which nothing can be read for ``key``: metrics or other_clocks."""
    read = metrics_in if key == "metrics" else clocks_in
    return tuple(line for line in _lines(written) if not read(line))


def _lines(written: str) -> list[str]:
    return [line.strip() for line in written.splitlines() if line.strip()]


def _metric_line(one: NoticeMetric, language: str) -> str:
    known = find_metric(one.key)
    name = getattr(known.name, language) if known else one.key
    if one.unit != "%":
        return f"{name} {one.value}"
    around = [
        _word(word, language).format(value)
        for word, value in (("target", one.target), ("window", one.window_days))
        if value is not None
    ]
    line = f"{name}: {one.value}%" + (f" ({', '.join(around)})" if around else "")
    return f"{line} {_word('category', language).format(one.category)}" if one.category else line


def _word(name: str, language: str) -> str:
    return dict(choices("written", language))[name]


def _length(one: Clock, language: str) -> str:
    if one.days is not None:
        return _word("days", language).format(one.days)
    return _word("hours", language).format(one.hours) if one.hours is not None else one.text


def _kind(line: str) -> str:
    lowered = line.lower()
    for language in ("ja", "en"):
        for kind, name in choices("clocks", language):
            if lowered.startswith(name.lower()):
                return kind
    return "other"
