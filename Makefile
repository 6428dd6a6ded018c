# The advisor's commands. `make run` and `make test` set up all that they need by themselves.

PYTHON ?= python3
PORT   ?= 8000
BIN    := .venv/bin
UV      = $(BIN)/python -m uv

# Pins stay as they are unless asked: `make lock UPGRADE=--upgrade`.
UPGRADE ?=
COMPILE  = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --fork-strategy fewest \
           --custom-compile-command 'make lock' $(UPGRADE) pyproject.toml --group build

export PORT

.PHONY: help run test lint format lock wheel setup-run setup-dev

help:
	@echo 'make run     serve the advisor at http://127.0.0.1:$(PORT)'
	@echo 'make test    run all tests'
	@echo 'make lint    check format, style and types'
	@echo 'make format  format the code'
	@echo 'make lock    pin the dependencies again (UPGRADE=--upgrade for newer versions)'
	@echo 'make wheel   build the wheel into dist/'

run: setup-run
	@exec $(BIN)/python -m advisor serve

test: setup-dev
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: setup-dev
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m ruff check
	$(BIN)/python -m mypy

format: setup-dev
	$(BIN)/python -m ruff format
	$(BIN)/python -m ruff check --fix

lock: setup-dev
	@$(UV) --version >/dev/null 2>&1 || $(BIN)/python -m pip install --quiet 'uv>=0.9'
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --group dev --constraint requirements.lock --output-file requirements-dev.lock

wheel: setup-dev
	$(BIN)/python -m hatchling build --target wheel

setup-run:
	@$(PYTHON) scripts/bootstrap.py run

setup-dev:
	@$(PYTHON) scripts/bootstrap.py dev
