"""Document → PDF, drawn in the worker from a Jinja template."""

import logging

from exports.pdf_page import page_of
from exports.render import render, warm
from exports.templating import fill
from exports.unavailable import Reason, Unavailable, no_library
from exports.worker import WORKER, TooSlowError, WorkerError
from kaizen.document import Document

_LOG = logging.getLogger(__name__)


def write(document: Document) -> bytes | Unavailable:
    """Return the PDF, or why there is none."""
    # It loads while the page is written.
    WORKER.start(warm)
    try:
        rendered = WORKER.run(render, html(document))
    except TooSlowError:
        return Unavailable(Reason.TOO_SLOW)
    except WorkerError:
        return Unavailable(Reason.FAILED)
    except Exception as problem:
        # Whatever the renderer stumbled over, the seller gets a sentence and the other files. The
        # kind of the problem is enough to find it; its message may quote the plan.
        _LOG.error("The PDF failed: %s", type(problem).__name__)
        return Unavailable(Reason.FAILED)
    return no_library() if rendered is None else rendered.pdf


def html(document: Document) -> str:
    """Return the page that is drawn; every word of the seller in it is escaped."""
    return fill("plan.html", page_of(document))


def start() -> bool:
    """Start the worker ahead of the first PDF, and tell whether PDFs can be made here."""
    try:
        return WORKER.run(warm)
    except WorkerError:
        return False


def stop() -> None:
    """End the worker."""
    WORKER.close()
