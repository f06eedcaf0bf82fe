"""The pages. One blueprint a file; this list is all of them."""

from views import (
    cases,
    details,
    files,
    health,
    language,
    manage,
    notice,
    review,
    rounds,
    start,
    steps,
    submit,
)

BLUEPRINTS = (
    language.blueprint,
    health.blueprint,
    start.blueprint,
    cases.blueprint,
    manage.blueprint,
    details.blueprint,
    notice.blueprint,
    steps.blueprint,
    review.blueprint,
    submit.blueprint,
    files.blueprint,
    rounds.blueprint,
)
