"""How gunicorn serves the advisor. Every name here is one of gunicorn's settings."""

import os
from pathlib import Path

# Loopback: whoever wants it on a network puts a proxy with TLS in front, and says so in TRUSTED_PROXIES.
bind = f"127.0.0.1:{os.environ.get('PORT') or 8000}"

# Threads share one set of rubrics; a second process keeps the pages quick while a PDF is being drawn.
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = 4

# Load once, then fork: a recycled worker is back at once, and the rubrics are in memory once.
preload_app = True

# Drawing PDFs leaves memory with the process, so workers are replaced now and then, not all at the same time.
max_requests = 1000
max_requests_jitter = 200

# A worker that has not been heard of for a minute is replaced; the costliest report takes a few seconds.
timeout = 60
graceful_timeout = 20

# Heartbeats on a disk can block a worker; in memory they don't.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a memory file system, not a shared /tmp

# Nobody manages this server at run time, so no control socket is left in the user's home.
control_socket_disable = True

# No access log: what people check is confidential, and addresses tell who did. Errors go to the terminal.
accesslog = None
loglevel = "info"
