"""The Flask app: pages and API, both faces of the same results. Nothing is stored, no cookie is set."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from typing import Any

from flask import Flask

from advisor import load_rubrics
from advisor.orgs.vocabulary import vocabulary
from advisor.paths import static_dir, templates_dir
from advisor.roles.kinds import kind_reader
from advisor.rubrics.joint import load_joint
from advisor.rubrics.readiness import load_readiness
from advisor.rubrics.structures import load_structures
from advisor.wording import figure, lower_first

from . import (
    api,
    api_orgs,
    api_readiness,
    api_reports,
    assets,
    errors,
    health,
    limiting,
    orgs,
    readiness,
    roles,
    rubrics,
    security,
)
from .long_words import breakable

MIB = 1 << 20


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """Return the app. ``config`` overrides the settings below; ``SECRET_KEY`` comes from the environment.

    Rubrics are loaded and compiled here, so that a broken one stops the start and no request waits for it.
    Raises :class:`advisor.errors.RubricError`, or :class:`advisor.errors.AdvisorError` for a setting that can't be.
    """
    app = Flask(__name__, template_folder=str(templates_dir()), static_folder=str(static_dir()))
    app.config.from_mapping(
        SECRET_KEY=os.environ.get("SECRET_KEY") or secrets.token_hex(32),
        # A file and the form around it; text has its own, smaller limit in security.py.
        MAX_CONTENT_LENGTH=5 * MIB + 256 * 1024,
        MAX_FORM_MEMORY_SIZE=MIB + 64 * 1024,
        MAX_FORM_PARTS=40,
        TRUSTED_HOSTS=[h.strip() for h in os.environ.get("TRUSTED_HOSTS", "").split(",") if h.strip()]
        or None,
        TRUSTED_PROXIES=security.trusted_proxies(os.environ.get("TRUSTED_PROXIES", "")),
        RATELIMIT_ENABLED=True,
        TEMPLATES_AUTO_RELOAD=False,
    )
    app.config.from_mapping(config or {})
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.jinja_env.filters.update(lower_first=lower_first, figure=figure, breakable=breakable)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.url_map.strict_slashes = False  # “/role/” is typed, and means the same
    load_readiness()
    load_structures()
    load_joint()
    vocabulary()
    kind_reader(load_rubrics())
    load_rubrics().matcher, load_rubrics().titles
    security.init_app(app)
    limiting.init_app(app)
    assets.init_app(app)
    errors.init_app(app)
    for module in (roles, orgs, readiness, rubrics, api, api_orgs, api_readiness, api_reports, health):
        app.register_blueprint(module.blueprint)
    return app
