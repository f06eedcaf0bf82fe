"""The PDF worker lives as long as these tests."""

from collections.abc import Iterator

import pytest

from exports import pdf


@pytest.fixture(scope="session", autouse=True)
def _worker() -> Iterator[None]:
    yield
    pdf.stop()
