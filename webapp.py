"""Builds the Flask application: settings in, pages out, in the order in which requests meet it."""

from flask import Flask
from flask_babel import Babel
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined

from forms.attributes import write_attributes_in_one_pass
from settings import Settings
from store import CaseStore
from views import BLUEPRINTS
from views.deleted import erase_old
from views.errors import register_errors
from views.language import register_language
from views.presenting import register_presenting
from views.security import secure
from views.template_language import LanguageEnvironment
from views.translating import page_locale, register_translating


def build_app(settings: Settings) -> Flask:
    """Return the application. Raises what the store raises when the database cannot be opened."""
    app = Flask("kaizen_plan", root_path=str(settings.program_folder))
    app.jinja_environment = LanguageEnvironment
    app.config.update(_configuration(settings))
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    # Before the check of the token: a post from another site is refused as what it is.
    secure(app)
    CSRFProtect(app)
    Babel(app, locale_selector=page_locale, default_timezone="Asia/Tokyo")
    register_translating(app)
    write_attributes_in_one_pass()
    app.extensions["case_store"] = CaseStore.open(settings.database_url)
    erase_old(app.extensions["case_store"])
    register_presenting(app)
    # After the check of the token, so that a foreign post changes nothing.
    register_language(app)
    register_errors(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


def _configuration(settings: Settings) -> dict[str, object]:
    return {
        "SETTINGS": settings,
        "SECRET_KEY": settings.secret_key,
        "TRUSTED_HOSTS": list(settings.trusted_hosts),
        # Above the largest file, so that our own sentence answers before the server's.
        "MAX_CONTENT_LENGTH": settings.request_bytes,
        # 200,000 Japanese characters are 600 kB; the default of 500 kB would refuse a long notice.
        "MAX_FORM_MEMORY_SIZE": 4_000_000,
        "MAX_FORM_PARTS": 5_000,
        "SESSION_COOKIE_NAME": "kaizen_plan",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        # A year from the first page; signing it anew with each answer cost a tenth of a save.
        "SESSION_REFRESH_EACH_REQUEST": False,
        "PERMANENT_SESSION_LIFETIME": 60 * 60 * 24 * 365,
        # Drafts are written over days: the token lives as long as the session.
        "WTF_CSRF_TIME_LIMIT": None,
        "BABEL_TRANSLATION_DIRECTORIES": str(settings.program_folder / "translations"),
        "BABEL_DEFAULT_LOCALE": "ja",
    }
