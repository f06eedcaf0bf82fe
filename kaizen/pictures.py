"""The charts that a seller puts into the document, with the assumptions they rest on."""

from collections.abc import Sequence
from datetime import date

from kaizen.chart import chart_description, chart_svg, chart_title
from kaizen.document import Picture
from kaizen.forecast import Forecast
from kaizen.forecast.words import assumptions, key_dates
from kaizen.metric_record import MetricRecord

# The family of the PDF, which also draws the picture of the Word file.
_FAMILY = "BIZ UDPGothic"


def pictures(records: Sequence[MetricRecord], language: str, today: date) -> tuple[Picture, ...]:
    """Return a chart for each record that belongs into the document and can be computed."""
    found = [(n, record.forecast(today)) for n, record in enumerate(records) if record.in_document]
    return tuple(_picture(made, n, language) for n, made in found if made is not None)


def _picture(made: Forecast, number: int, language: str) -> Picture:
    return Picture(
        svg=chart_svg(made, language=language, font_family=_FAMILY, prefix=f"chart-{number}"),
        alt=chart_description(made, language),
        caption=chart_title(made, language),
        rows=tuple((row.label, row.text) for row in key_dates(made, language)),
        notes=assumptions(made, language, in_document=True),
    )
