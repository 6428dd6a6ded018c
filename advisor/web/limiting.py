"""A rate limit on the costly routes, by address, kept in this process's memory only."""

from __future__ import annotations

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

# The verdict follows the typing, so a role may be asked for often; a PDF costs a hundred times more.
ROLE = "240 per minute"
REPORT = "30 per minute"
WINDOW = 60  # seconds; what a refused client is told to wait

limiter = Limiter(get_remote_address, storage_uri="memory://", strategy="moving-window")


def init_app(app: Flask) -> None:
    """Start counting."""
    limiter.init_app(app)
