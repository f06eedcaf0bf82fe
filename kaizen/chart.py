"""The chart of a forecast as SVG: one picture for the page, the PDF and the DOCX.

It needs no style sheet and no script (the pages allow neither inline), draws in ``currentColor`` so
that it follows a dark page, and tells its lines apart by shape, not by colour.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

from kaizen.chart_label import place_label
from kaizen.chart_scale import Frame, rate_range
from kaizen.dates import write_day
from kaizen.forecast import Forecast, Point
from kaizen.forecast.words import course_name, written_date, written_rate, written_target

WIDTH = 360
HEIGHT = 262
_FONT = 12
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 352, 52, 210
_ROWS = (12, 27, 42)
_SHORTEST_PAST_DAYS = 45
_MARGIN_DAYS = 5


def chart_svg(
    forecast: Forecast, *, language: str, font_family: str, prefix: str = "forecast"
) -> str:
    """Return the chart; ``prefix`` makes its ids unique on a page with several charts."""
    frame = _frame(forecast)
    parts = [
        _opening(forecast, language, font_family, prefix),
        *_axes(frame, language),
        *_band(forecast, frame),
        *_target(forecast, frame, language),
        *_marks(forecast, frame, language),
        _line(_shown(forecast.past, frame), frame, 'stroke-width="2"'),
        _line(forecast.likely.series, frame, 'stroke-width="2.5" stroke-dasharray="6 3"'),
        *_legend(language),
        "</svg>",
    ]
    return "".join(parts)


def chart_description(forecast: Forecast, language: str) -> str:
    """Return what the chart shows in words, for those who do not see it."""
    now, metric = forecast.now, forecast.metric
    rate = _say("no_rate", language) if now.rate is None else written_rate(now.rate, metric)
    sentences = [
        _say(
            "describe_now",
            language,
            window=str(metric.window_days),
            last=write_day(now.last_day, language),
            rate=rate,
            target=written_target(metric, language),
        )
    ]
    for key, course in forecast.courses:
        text = written_date(course, language)
        name = course_name(key, language)
        sentences.append(_say("describe_course", language, course=name, text=text))
    return ("" if language == "ja" else " ").join(sentences)


def chart_title(forecast: Forecast, language: str) -> str:
    """Return the heading of the chart."""
    return _say("title", language, name=forecast.metric.name.in_language(language))


def _frame(forecast: Forecast) -> Frame:
    first, last = _span(forecast)
    series = [forecast.past, *(course.series for _, course in forecast.courses)]
    rates = [
        rate
        for points in series
        for day, rate in points
        if rate is not None and first <= day <= last
    ]
    metric = forecast.metric
    low, high, step = rate_range(rates, float(metric.target), more_is_better=metric.more_is_better)
    return Frame(_LEFT, _RIGHT, _TOP, _BOTTOM, first, last, low, high, step)


def _span(forecast: Forecast) -> tuple[date, date]:
    """Return the days shown: to the end of the courses, and about as much of the past."""
    now = forecast.now.last_day
    settled = forecast.cautious.settled + timedelta(days=_MARGIN_DAYS)
    ends = [now, forecast.today, settled if forecast.likely.series else now]
    last = max(ends)
    back = max(_SHORTEST_PAST_DAYS, (last - now).days)
    first = max(forecast.past[0][0], now - timedelta(days=back))
    return min(first, now - timedelta(days=7)), last


def _opening(forecast: Forecast, language: str, font_family: str, prefix: str) -> str:
    title = escape(chart_title(forecast, language))
    described = escape(chart_description(forecast, language))
    name = escape(prefix, quote=True)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'width="{WIDTH}" height="{HEIGHT}" lang="{"ja" if language == "ja" else "en"}" '
        f'aria-labelledby="{name}-title {name}-description" fill="none" stroke="currentColor" '
        f'font-family="{escape(font_family, quote=True)}" font-size="{_FONT}">'
        f'<title id="{name}-title">{title}</title>'
        f'<desc id="{name}-description">{described}</desc>'
    )


def _axes(frame: Frame, language: str) -> Iterator[str]:
    for rate in frame.rates():
        y = frame.y(rate)
        yield _stroke(frame.left, y, frame.right, y, 'stroke-opacity="0.2" stroke-width="0.75"')
        yield _text(f"{rate:g}%", frame.left - 4, y + 4, "end")
    yield _stroke(frame.left, frame.bottom, frame.right, frame.bottom, "")
    for day, is_month in frame.days():
        x = frame.x(day)
        yield _stroke(x, frame.bottom, x, frame.bottom + 4, "")
        label = _month_label(day, language) if is_month else _day_label(day, language)
        yield _text(label, x, frame.bottom + 17, "middle")


def _band(forecast: Forecast, frame: Frame) -> Iterator[str]:
    best = _places(forecast.best.series, frame)
    cautious = _places(forecast.cautious.series, frame)
    if best and cautious:
        points = " ".join([*best, *reversed(cautious)])
        yield f'<polygon points="{points}" fill="currentColor" fill-opacity="0.16" stroke="none"/>'


def _target(forecast: Forecast, frame: Frame, language: str) -> Iterator[str]:
    metric = forecast.metric
    y = frame.y(float(metric.target))
    yield _stroke(frame.left, y, frame.right, y, 'stroke-width="1.25" stroke-dasharray="1.5 2.5"')
    label = _say("target", language, target=written_target(metric, language))
    marked = (forecast.today, forecast.from_day, forecast.likely.date)
    place = place_label(
        frame,
        y,
        _width(label),
        _FONT + 2,
        # On the good side: there the rate is not, before it has recovered.
        wants_below=not metric.more_is_better,
        curves=[*_dots(forecast.past, frame), *_dots(forecast.likely.series, frame)],
        uprights=[frame.x(day) for day in marked if day is not None and frame.holds(day)],
    )
    yield _text(label, place.left, place.top + _FONT, "start")


def _marks(forecast: Forecast, frame: Frame, language: str) -> Iterator[str]:
    """Yield today, the day of the measures and the day of recovery, each label in its own row.

    With the earliest on top and every label to the right of its line no line runs through a label;
    the same holds for the latest on top and labels to the left, where the right has no room.
    """
    likely = forecast.likely
    days = [("today", forecast.today), ("from_day", forecast.from_day), ("met", likely.date)]
    marks = [(day, key) for key, day in days if day is not None and frame.holds(day)]
    labels = {key: _say(key, language, day=_day_label(day, language)) for day, key in marks}
    to_right = all(frame.x(day) + 3 + _width(labels[key]) < WIDTH for day, key in marks)
    to_left = all(frame.x(day) - 3 > _width(labels[key]) for day, key in marks)
    is_left = to_left and not to_right
    for (day, key), row in zip(sorted(marks, reverse=is_left), _ROWS, strict=False):
        x = frame.x(day)
        dash = ' stroke-dasharray="3 2"' if key == "today" else ""
        yield _stroke(x, row - 9, x, frame.bottom, f'stroke-opacity="0.55"{dash}')
        ends_here = is_left or x + 3 + _width(labels[key]) > WIDTH
        yield _text(
            labels[key], x - 3 if ends_here else x + 3, row, "end" if ends_here else "start"
        )
    if likely.date is None:
        reason = "not_met" if likely.series else "no_rate"
        yield _text(_say(reason, language), frame.right, _ROWS[-1], "end")
    rate = dict(likely.series).get(likely.date) if likely.date else None
    if likely.date and rate is not None:
        place = f'cx="{_number(frame.x(likely.date))}" cy="{_number(frame.y(rate))}"'
        yield f'<circle {place} r="3.5" fill="currentColor" stroke="none"/>'


def _legend(language: str) -> Iterator[str]:
    y = HEIGHT - 12
    x = float(_LEFT)
    samples = (
        ("past", 'stroke-width="2"'),
        ("likely", 'stroke-width="2.5" stroke-dasharray="6 3"'),
        ("band", 'stroke-width="9" stroke-opacity="0.16"'),
    )
    for key, look in samples:
        label = _say(key, language)
        yield _stroke(x, y - 4, x + 22, y - 4, look)
        yield _text(label, x + 27, y, "start")
        x += 27 + _width(label) + 16


def _line(points: Iterable[Point], frame: Frame, look: str) -> str:
    """Return a line that breaks where there is no rate; a single point becomes a dot."""
    drawn = []
    for run in _runs(points):
        places = _places(run, frame)
        if len(places) == 1:
            x, y = places[0].split(",")
            drawn.append(f'<circle cx="{x}" cy="{y}" r="3" fill="currentColor" stroke="none"/>')
        else:
            drawn.append(f'<polyline points="{" ".join(places)}" stroke-linejoin="round" {look}/>')
    return "".join(drawn)


def _runs(points: Iterable[Point]) -> Iterator[list[Point]]:
    run: list[Point] = []
    for point in points:
        if point[1] is None:
            if run:
                yield run
            run = []
        else:
            run.append(point)
    if run:
        yield run


def _shown(points: Iterable[Point], frame: Frame) -> list[Point]:
    return [point for point in points if frame.holds(point[0])]


def _places(points: Iterable[Point], frame: Frame) -> list[str]:
    return [f"{_number(x)},{_number(y)}" for x, y in _dots(points, frame)]


def _dots(points: Iterable[Point], frame: Frame) -> list[tuple[float, float]]:
    return [
        (frame.x(day), frame.y(rate))
        for day, rate in points
        if rate is not None and frame.holds(day)
    ]


def _stroke(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    places = f'x1="{_number(x1)}" y1="{_number(y1)}" x2="{_number(x2)}" y2="{_number(y2)}"'
    return f"<line {places} {look}/>"


def _text(text: str, x: float, y: float, anchor: str) -> str:
    """Return a text that stays within the picture."""
    width = _width(text)
    if anchor == "middle":
        x = min(max(x, width / 2 + 1), WIDTH - width / 2 - 1)
    elif anchor == "start" and x + width > WIDTH:
        x, anchor = min(x + width, WIDTH - 1), "end"
    return (
        f'<text x="{_number(x)}" y="{_number(y)}" text-anchor="{anchor}" fill="currentColor" '
        f'stroke="none">{escape(text)}</text>'
    )


def _width(text: str) -> float:
    """Return about how wide a text is, in units of the picture."""
    return sum(_FONT if east_asian_width(letter) in "WFA" else _FONT * 0.64 for letter in text)


def _month_label(day: date, language: str) -> str:
    if day.month == 1:
        return _say("january", language, year=str(day.year))
    return _months(language)[day.month - 1]


def _day_label(day: date, language: str) -> str:
    month = _months(language)[day.month - 1]
    return _say("day", language, month=month, number=str(day.month), day=str(day.day))


def _months(language: str) -> Sequence[str]:
    names: Sequence[str] = _words()["months"]["ja" if language == "ja" else "en"]
    return names


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _say(key: str, language: str, **values: str) -> str:
    text: str = _words()[key]["ja" if language == "ja" else "en"]
    return text.format(**values)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("chart.toml").read_text("utf-8"))
