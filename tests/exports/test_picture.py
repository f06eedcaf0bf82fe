import base64
import struct
import zlib
from datetime import date
from decimal import Decimal

from exports.picture import data_address, png_of
from kaizen.chart import HEIGHT, WIDTH, chart_svg
from kaizen.forecast import forecast, spread
from kaizen.metrics import find_metric


def a_chart():
    found = forecast(
        spread(28, 1505, window_days=60, last_day=date(2026, 11, 2)),
        metric=find_metric("odr"),
        from_day=date(2026, 11, 14),
        rate=Decimal("0.4"),
        today=date(2026, 11, 6),
    )
    return chart_svg(found, language="ja", font_family="BIZ UDPGothic")


def test_an_address_holds_the_chart_itself():
    svg = a_chart()
    kind, data = data_address(svg).split(",")
    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(data).decode() == svg


def test_a_chart_becomes_the_same_grey_picture_every_time():
    svg = a_chart()
    first, second = (png_of(svg, width=WIDTH, height=HEIGHT) for _ in range(2))
    assert first == second
    width, height, depth, colour = struct.unpack(">IIBB", first[16:26])
    assert (width, depth, colour) == (1350, 8, 0)
    assert abs(height - width * HEIGHT / WIDTH) <= 1
    begins = first.index(b"IDAT")
    (length,) = struct.unpack(">I", first[begins - 4 : begins])
    pixels = zlib.decompress(first[begins + 4 : begins + 4 + length])
    assert len(pixels) == height * (width + 1)
    dark = sum(0 < value < 100 for value in pixels)
    assert 0.002 < dark / len(pixels) < 0.2
