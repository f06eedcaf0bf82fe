"""The day on which a metric recovers: daily orders in, three courses with their dates out."""

from kaizen.forecast.day import Amount, Day, spread
from kaizen.forecast.result import Course, Forecast, NoDate, Note, Point, Window
from kaizen.forecast.simulate import CAUTIOUS_DELAY_DAYS, HORIZON_DAYS, forecast
from kaizen.forecast.written import forecast_as_json

__all__ = [
    "CAUTIOUS_DELAY_DAYS",
    "HORIZON_DAYS",
    "Amount",
    "Course",
    "Day",
    "Forecast",
    "NoDate",
    "Note",
    "Point",
    "Window",
    "forecast",
    "forecast_as_json",
    "spread",
]
