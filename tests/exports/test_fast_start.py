import os
import sys
from types import ModuleType
from typing import Any

from exports import pdf
from exports.fast_start import without_rare_parts
from exports.render import warm
from exports.worker import Worker
from tests.export_builders import a_document

RARE = {"fontTools.subset", "fontTools.varLib.instancer", "fontTools.feaLib.ast"}


def loaded_after_a_start() -> set[str]:
    warm()
    return RARE & set(sys.modules)


def what_the_rare_parts_are() -> tuple[str, str]:
    """Use them as WeasyPrint does where HarfBuzz cannot make a subset."""
    warm()
    fonts: Any = sys.modules["weasyprint.pdf.fonts"]
    options = fonts.subset.Options(retain_gids=True)
    try:
        fonts.instantiateVariableFont({}, {})
    except Exception as refused:
        return type(options).__module__, type(refused).__name__
    return type(options).__module__, ""


def test_a_start_leaves_out_what_our_fonts_never_need() -> None:
    worker = Worker()
    try:
        assert worker.run(loaded_after_a_start) == set()
        assert worker.run(what_the_rare_parts_are) == ("fontTools.subset", "ValueError")
    finally:
        worker.close()


def test_a_part_that_is_loaded_already_stays() -> None:
    own = ModuleType("fontTools.subset")
    sys.modules["fontTools.subset"] = own
    try:
        with without_rare_parts():
            assert sys.modules["fontTools.subset"] is own
        assert sys.modules["fontTools.subset"] is own
    finally:
        del sys.modules["fontTools.subset"]


def test_the_worker_starts_while_the_page_is_written(monkeypatch) -> None:
    order: list[str] = []
    own = Worker()
    monkeypatch.setattr(pdf, "WORKER", own)
    monkeypatch.setattr(own, "start", lambda function: order.append("start"))
    monkeypatch.setattr(own, "run", lambda *args: order.append("run"))
    monkeypatch.setattr(pdf, "html", lambda document: order.append("html"))
    pdf.write(a_document())
    assert order == ["start", "html", "run"]


def test_starting_a_worker_that_runs_asks_nothing_of_it() -> None:
    own = Worker()
    try:
        own.start(loaded_after_a_start)
        first = own.run(os.getpid)
        own.start(loaded_after_a_start)
        assert own.run(os.getpid) == first
    finally:
        own.close()
