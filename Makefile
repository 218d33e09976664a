# The few commands of the house; `make help` lists them. Needs Python 3.11 or newer and make, nothing else.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help env

VENV := .venv
PYTHON := $(VENV)/bin/python
STAMP := $(VENV)/.requirements

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 16

env: $(STAMP)  ## the virtual environment in .venv/, as requirements.txt says

$(STAMP): requirements.txt
	@found=; for candidate in python3 python3.11 python3.12 python3.13 python3.14; do \
	  if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$candidate; break; fi; \
	done; \
	[ -n "$$found" ] || { echo "make env: Python 3.11 or newer is needed, and none of python3, python3.11 … python3.14 is."; exit 1; }; \
	$$found -c 'import ensurepip, venv' 2>/dev/null || { echo "make env: $$found has no venv or ensurepip; install it (Debian: apt-get install python3-venv)."; exit 1; }; \
	[ -x $(PYTHON) ] && $(PYTHON) -m pip --version >/dev/null 2>&1 || { echo "make env: new environment in $(VENV)/"; $$found -m venv --clear $(VENV); }; \
	echo "make env: installing requirements.txt"; \
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@
