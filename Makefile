# The commands of README.md. Needs Python 3.11 or newer and nothing else.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
# A uv of one's own is used; otherwise one is installed beside the environment, never into the system.
UV := $(shell command -v uv 2>/dev/null || echo var/uv/bin/uv)

.PHONY: setup setup-dev run test check format lock screenshots bench

setup: $(VENV)/.installed
	@$(BIN)/python -m compileall -q areas inspections dashboard

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

var/uv/bin/uv:
	$(PYTHON) -m venv var/uv
	var/uv/bin/pip install --quiet uv

$(VENV)/.installed: requirements.lock | $(VENV)/bin/python $(UV)
	$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock
	touch $@

setup-dev: $(VENV)/.installed-dev

$(VENV)/.installed-dev: requirements-dev.lock | $(VENV)/bin/python $(UV)
	$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements-dev.lock
	touch $(VENV)/.installed $@

run: setup
	$(BIN)/python manage.py serve --port $(PORT)

test: setup-dev
	$(BIN)/python -m tests.run

check: setup-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/djlint --check --lint --quiet templates
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m tests.lock

format: setup-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djlint --reformat --quiet templates

# Resolved without addresses: hashes only, so that the lock names no registry.
lock: setup-dev
	$(BIN)/python -m tests.lock --write

screenshots: setup-dev
	$(BIN)/python -m tests.screenshots

bench: setup-dev
	$(BIN)/python -m tests.bench
