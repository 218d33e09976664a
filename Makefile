# The commands of the house; `make help` lists them. They need Python 3.11 or newer and make, nothing else.

.DEFAULT_GOAL := help
.PHONY: help env demo serve test explore fuzz chaos soak lint format stop status clean

VENV := .venv
PYTHON := $(VENV)/bin/python
STAMP := $(VENV)/.requirements
JOBS ?= 3
PORT ?= 8000
SOAK_WORLDS ?= 10000
SOAK_SECONDS ?= 1800
SOAK_PACE ?= 120
SOAK_DATA ?=
FUZZ_SECONDS ?= 600
FUZZ_EXAMPLES ?= 300
FUZZ_SEED ?= $(shell date +%s)
CHAOS_SECONDS ?= 600
CHAOS_SEED ?=

# An environment whose Python has gone (upgraded, moved) is made anew.
ifneq ($(shell $(PYTHON) -c 'print("alive")' 2>/dev/null),alive)
.PHONY: $(STAMP)
endif

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 16

env: $(STAMP)  ## the virtual environment in .venv/, as requirements.txt says

$(STAMP): requirements.txt
	@found=; for candidate in python3 python3.11 python3.12 python3.13 python3.14; do \
	  if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    found=$$candidate; break; fi; \
	done; \
	[ -n "$$found" ] || { echo "make env: needs Python 3.11 or newer; none of python3, python3.11 … python3.14 is."; exit 1; }; \
	$$found -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "make env: $$found lacks venv or ensurepip; install them (Debian: apt-get install python3-venv)."; exit 1; }; \
	if ! $(PYTHON) -m pip --version >/dev/null 2>&1; then \
	  echo "make env: a new environment in $(VENV)/ with $$($$found --version)"; $$found -m venv --clear $(VENV) || exit 1; fi; \
	echo "make env: installing requirements.txt"; \
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-input -r requirements.txt
	@touch $@

demo: env  ## a world from nothing: servers, tables, two game weeks, the report
	@$(PYTHON) manage.py migrate --verbosity 0
	@$(PYTHON) manage.py demo

serve: env  ## the game at http://127.0.0.1:8000 (PORT=8000), its workers, its servers; Ctrl-C stops all
	@$(PYTHON) manage.py serve --port $(PORT)

test: lint  ## the house rules, then the whole suite (JOBS=3 at a time), on servers of its own
	@$(PYTHON) -m pytest --numprocesses $(JOBS) --dist loadfile --no-loadscope-reorder

explore: env  ## the property tests with draws that were never made before
	@$(PYTHON) -m pytest --numprocesses $(JOBS) --dist loadfile --hypothesis-profile explore -m hypothesis

fuzz: env  ## ask the API for everything, rightly and wrongly, for FUZZ_SECONDS=600 (FUZZ_EXAMPLES=300 of each operation, FUZZ_SEED=…)
	@FUZZ_SECONDS=$(FUZZ_SECONDS) FUZZ_EXAMPLES=$(FUZZ_EXAMPLES) FUZZ_SEED=$(FUZZ_SEED) $(PYTHON) -m pytest tests/api/fuzz

chaos: env  ## kill workers and servers under a running game for CHAOS_SECONDS=600 (CHAOS_SEED=… draws the same), then judge
	@CHAOS_SECONDS=$(CHAOS_SECONDS) CHAOS_SEED=$(CHAOS_SEED) $(PYTHON) -m tests.chaos

soak: env  ## keep SOAK_WORLDS=10000 worlds up to date for SOAK_SECONDS=1800 at SOAK_PACE=120, then judge (SOAK_DATA=… is kept)
	@SOAK_WORLDS=$(SOAK_WORLDS) SOAK_SECONDS=$(SOAK_SECONDS) SOAK_PACE=$(SOAK_PACE) SOAK_DATA=$(SOAK_DATA) $(PYTHON) -m tests.soak

lint: env  ## the house rules: style, format, types, floors
	@echo "style";  $(PYTHON) -m ruff check --quiet .
	@echo "format"; $(PYTHON) -m ruff format --check --quiet . || { echo "run 'make format'"; exit 1; }
	@echo "types";  $(PYTHON) -m mypy --no-error-summary
	@echo "floors"; out=$$($(VENV)/bin/lint-imports --no-logo 2>&1) || { echo "$$out"; exit 1; }

format: env  ## let ruff lay out the code and mend what it can
	@$(PYTHON) -m ruff check --quiet --fix . ; $(PYTHON) -m ruff format --quiet .

status: env  ## how the bundled servers are
	@$(PYTHON) -m herotycoon.embedded status || true

stop: env  ## stop the bundled servers
	@$(PYTHON) -m herotycoon.embedded stop

clean: env  ## stop the bundled servers, delete their data and every cache (.venv/ stays)
	@$(PYTHON) -m herotycoon.embedded purge
	@rm -rf .data .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
