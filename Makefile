# make report   the main job: check corpus/ketamine and say where the HTML report lies
# make test     everything that has to hold: style, types, import contracts, tests and examples
# make lint     the same without the tests
# make bench    measure speed against alternatives, and write docs/explanation/performance.md
# make bench PART=growth CLAIMS=100000    measure one part of that, and at other sizes
# make bench-guard    warn where checks have become slower since that was last written
# make bench-judge JUDGE=nli:models/own    measure what a second opinion adds, into docs/explanation/quality.md
# make screenshots    pictures of the reports on all example collections, in report/screenshots
# make model-wheel    build the package with the model for --judge nli, in dist
# make clean    remove what these made
#
# Both set up .venv on their first run. A Python 3.11 or later with venv is all they need;
# PYTHON=/path/to/python picks one, VENV=folder puts the environment elsewhere.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help report test lint format bench bench-guard screenshots model-wheel clean bench-judge

VENV ?= .venv
REPORT ?= report/ketamine.html
MODEL := factcheck/judges/model
RUN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

USABLE := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	if "$$name" -c '$(USABLE)' 2>/dev/null; then echo "$$name"; break; fi; done)

help:
	@sed -n 's/^# make/make/p' Makefile

report: $(VENV)/installed
	@mkdir -p '$(dir $(REPORT))'
	@$(RUN)/factcheck report corpus/ketamine --output '$(REPORT)'
	@echo "Open it in a browser: file://$(abspath $(REPORT))"

test: lint
	@$(RUN)/python -m pytest -n auto --dist loadfile

lint: $(VENV)/installed-dev
	@$(RUN)/ruff check .
	@$(RUN)/ruff format --check .
	@$(RUN)/mypy
	@$(RUN)/lint-imports --config tests/contracts/imports.toml --no-logo

format: $(VENV)/installed-dev
	@$(RUN)/ruff check --fix .
	@$(RUN)/ruff format .

bench: $(VENV)/installed-bench
	@nice $(RUN)/python tests/benchmarks/run.py --write $(PART) $(if $(CLAIMS),--claims $(CLAIMS))

bench-guard: $(VENV)/installed
	@$(RUN)/python tests/benchmarks/guard.py

bench-judge: $(VENV)/installed-dev
	@nice $(RUN)/python tests/benchmarks/second_opinion.py '$(JUDGE)' --write

screenshots: $(VENV)/installed-dev
	@PYTHONPATH=tests $(RUN)/python -m browser.screenshots report/screenshots

model-wheel: $(VENV)/installed
	@test -f '$(MODEL)/factcheck_nli_mini/model.onnx' || { \
		echo "$(MODEL)/factcheck_nli_mini holds no model.onnx; $(MODEL)/fill.py brings one." >&2; exit 1; }
	@$(RUN)/python -m pip wheel --quiet --no-deps --wheel-dir dist '$(MODEL)'
	@echo "dist/$$(ls -t dist | grep '^factcheck_nli_mini-' | head -1)"

clean:
	rm -rf '$(VENV)' report build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find factcheck tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/installed: pyproject.toml
	$(call set-up,.)

$(VENV)/installed-dev: pyproject.toml
	$(call set-up,.[dev])
	@touch $(VENV)/installed

$(VENV)/installed-bench: $(VENV)/installed-dev
	@$(RUN)/python -m pip install --quiet --editable '.[dev,bench]'
	@touch '$@'

# The stamp comes last, so that a set-up that broke off is done again.
define set-up
	@if [ -z "$(PYTHON)" ]; then \
		echo "No Python 3.11 or later with its venv module was found." >&2; \
		echo "On Debian or Ubuntu: apt-get install python3 python3-venv" >&2; \
		echo "A Python kept elsewhere: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; \
		exit 1; \
	fi
	@echo "Setting up $(VENV) with $(PYTHON), once ..."
	@"$(PYTHON)" -m venv '$(VENV)'
	@$(RUN)/python -m pip install --quiet --editable '$(1)'
	@touch '$@'
endef
