"""The pages. One blueprint a file; this list is all of them."""

from views import (
    cases,
    coverage,
    details,
    exhibits,
    files,
    health,
    language,
    manage,
    note,
    notice,
    numbers,
    review,
    rounds,
    rules,
    start,
    steps,
    submit,
)
from views import help as help_pages

BLUEPRINTS = (
    language.blueprint,
    health.blueprint,
    start.blueprint,
    cases.blueprint,
    manage.blueprint,
    details.blueprint,
    notice.blueprint,
    coverage.blueprint,
    note.blueprint,
    numbers.blueprint,
    steps.blueprint,
    exhibits.blueprint,
    review.blueprint,
    submit.blueprint,
    files.blueprint,
    rounds.blueprint,
    help_pages.blueprint,
    rules.blueprint,
)
