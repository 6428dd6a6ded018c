"""``advisor serve``: the pages on this machine, by gunicorn in this process."""

from __future__ import annotations

import gc
import os
import socket

import click

from advisor.cli_io import rubrics_option, stop

_MOST_WORKERS, _LAST_PORT = 64, 65535


def _check_settings(port: int) -> None:
    """Stop with a plain word where serving would end in gunicorn's own."""
    workers = os.environ.get("WEB_CONCURRENCY") or "2"
    if not (
        workers.isascii() and workers.isdigit() and len(workers) < 4 and 1 <= int(workers) <= _MOST_WORKERS
    ):
        stop(
            f"WEB_CONCURRENCY is “{workers[:20]}”, which is not a number of worker processes from 1 to {_MOST_WORKERS}",
            "Correct it, or leave it out.",
        )
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            other = port + 1 if port < _LAST_PORT else 8000
            stop(
                f"port {port} can't be used: {reason}",
                f"Choose another: --port {other}, or PORT={other} make run.",
            )


@click.command()
@rubrics_option
@click.option("--port", type=click.IntRange(1, 65535), envvar="PORT", default=8000, show_default=True)
def serve(port: int) -> None:
    """Serve the pages on this machine until stopped (Ctrl-C)."""
    _check_settings(port)
    os.environ["PORT"] = str(port)
    from gunicorn.app.base import Application

    from advisor.web import create_app

    app = create_app()
    # What is loaded stays: the collector need not look at it again, nor the workers copy it.
    gc.freeze()
    gc.enable()

    class Server(Application):  # type: ignore[misc]  # gunicorn ships no types
        def load_config(self) -> None:
            self.load_config_from_module_name_or_filename("python:advisor.gunicorn_conf")

        def load(self) -> object:
            return app

    click.echo(f"The advisor is at http://127.0.0.1:{port}", err=True)
    Server().run()
