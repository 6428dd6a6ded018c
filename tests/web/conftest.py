"""The app, once for all tests of the web."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from advisor.web import create_app


@pytest.fixture(scope="session")
def app() -> Flask:
    return create_app({"TESTING": True, "PROPAGATE_EXCEPTIONS": False, "RATELIMIT_ENABLED": False})


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
