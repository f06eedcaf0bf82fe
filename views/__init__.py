"""The pages. One blueprint a file; this list is all of them."""

from views import health, language

BLUEPRINTS = (
    language.blueprint,
    health.blueprint,
)
