"""A real server on loopback and a real Chromium. Every page is watched: no error, no request to anywhere else."""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from advisor.system import chromium
from advisor.web import create_app


class Quiet(WSGIRequestHandler):
    def log(self, *args: object) -> None:
        pass


class Site:
    """The app on a free port. ``slow`` holds back, in seconds, the answers to the next live updates, in order."""

    def __init__(self) -> None:
        app = create_app({"TESTING": True, "RATELIMIT_ENABLED": False})
        self.slow: list[float] = []
        self.answered: list[float] = []
        self._inner = app.wsgi_app
        app.wsgi_app = self._held  # type: ignore[method-assign]
        self._server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def _held(self, environ: dict[str, Any], start: Callable[..., Any]) -> Any:
        answer = self._inner(environ, start)
        if environ.get("HTTP_HX_REQUEST"):
            wait = self.slow.pop(0) if self.slow else 0.0
            time.sleep(wait)
            self.answered.append(wait)
        return answer

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = chromium()
    assert found, "No Chromium on this machine; “make test” installs one."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Open pages with any context settings; afterwards nothing may have gone wrong in them."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(path: str = "/role", **settings: Any) -> Page:
        context = browser.new_context(base_url=site.url, accept_downloads=True, **settings)
        contexts.append(context)
        context.on("weberror", lambda error: wrong.append(f"error: {error.error}"))
        context.on("console", lambda m: wrong.append(m.text) if "Content Security Policy" in m.text else None)
        context.on(
            "request",
            lambda r: None if r.url.startswith((site.url, "data:", "blob:")) else wrong.append(r.url),
        )
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(path)
        return page

    yield open_page
    cookies = [cookie for context in contexts for cookie in context.cookies()]
    for context in contexts:
        context.close()
    assert not wrong
    assert not cookies
