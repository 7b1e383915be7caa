# Mellom's tools. Python 3.11 or newer is all that they need; set-up is part of each target.

PYTHON ?= python3
VENV ?= .venv
BENCH_VENV ?= .venv-bench
FILE ?=
ARGS ?=

BIN := $(VENV)/bin
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check
LOCKED := $(PIP_INSTALL) --require-hashes --requirement
# The lock holds the build backend, so nothing is fetched here that has no hash.
ITSELF := $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
RUNTIME := $(VENV)/.runtime-is-installed
DEV := $(VENV)/.dev-is-installed
BENCH := $(BENCH_VENV)/.bench-is-installed

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo run test check bench torture lock messages clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(RUNTIME) ## what it takes to run, without the tools for tests

demo: $(RUNTIME) ## the demo in a browser, without token or network (FILE=… for another programme)
	@$(BIN)/mellom demo $(FILE)

run: $(RUNTIME) ## the bot, with the settings from the environment or .env
	@$(BIN)/mellom run

test: $(DEV) ## every test (ARGS=… goes to pytest)
	$(BIN)/python -m pytest --timeout=120 $(ARGS)

check: $(DEV) ## style, types, layers, and the tests that read the source
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --timeout=120 --quiet tests/source

bench: $(DEV) $(BENCH) ## updates a second, memory and start, against bare echo bots
	MELLOM_BENCH_PYTHON=$(abspath $(BENCH_VENV))/bin/python $(BIN)/python -m tests.bench $(ARGS)

torture: $(DEV) ## kill the program a thousand times and count what was lost (nothing)
	$(BIN)/python -m tests.torture $(ARGS)

# --custom-compile-command keeps this machine's paths out of the files.
COMPILE = uv pip compile --quiet --generate-hashes \
	--no-annotate --universal --python-version 3.11 --custom-compile-command "make lock" $(ARGS)

lock: ## requirements/*.txt anew from pyproject.toml (needs uv; ARGS=--upgrade for newer versions)
	@command -v uv >/dev/null || { echo "make lock needs uv (pip install uv)." >&2; exit 1; }
	$(COMPILE) pyproject.toml --group build --output-file requirements/runtime.txt
	$(COMPILE) pyproject.toml --group build --extra dev --constraint requirements/runtime.txt \
		--output-file requirements/dev.txt
	$(COMPILE) --group pyproject.toml:bench --output-file requirements/bench.txt

messages: $(RUNTIME) ## the catalogues brought up to date with the sentences in the code
	$(BIN)/python -m tests.catalogues

clean: ## remove what these targets made (never data)
	rm -rf $(VENV) $(BENCH_VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache .hypothesis
	find bot handlers storage tests -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/bin/python $(BENCH_VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Mellom needs Python 3.11 or newer, and $(PYTHON) is not." \
			"Name another one: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
		echo "$(PYTHON) cannot make a venv. On Debian: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(@D:/bin=)

$(RUNTIME): requirements/runtime.txt pyproject.toml | $(BIN)/python
	$(BIN)/python $(LOCKED) requirements/runtime.txt
	$(BIN)/python $(ITSELF)
	@touch $@

$(DEV): requirements/dev.txt pyproject.toml | $(BIN)/python
	$(BIN)/python $(LOCKED) requirements/dev.txt
	$(BIN)/python $(ITSELF)
	@touch $(RUNTIME) $@

$(BENCH): requirements/bench.txt | $(BENCH_VENV)/bin/python
	$(BENCH_VENV)/bin/python $(LOCKED) requirements/bench.txt
	@touch $@
