# Two commands matter: `make demo` and `make test`. Both set up everything they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
STORY := examples/dinner-tape

.PHONY: demo test lint types bench screenshots clean setup

setup: $(STAMP)

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Hearsay needs Python 3.11 or newer; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "Python cannot make a virtual environment; on Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[tape,voice,wording]" --group dev
	@touch $@

demo: setup
	@rm -rf demo && mkdir demo
	@echo "Building the example case from $(STORY)/coverage"
	@$(BIN)/hearsay add demo/dinner-tape.case $(STORY)/coverage --offices $(STORY)/facts/offices.csv
	@$(BIN)/hearsay outlets demo/dinner-tape.case $(STORY)/facts/outlets.csv >/dev/null
	@echo
	@$(BIN)/hearsay show demo/dinner-tape.case
	@$(BIN)/hearsay page demo/dinner-tape.case -o demo/dinner-tape.html >/dev/null
	@echo
	@echo "Laying one paper's quotations on the recording"
	@$(BIN)/hearsay tape add demo/dinner-tape.case $(STORY)/tape/dinner-27b.ogg --from "a guest" >/dev/null
	@$(BIN)/hearsay tape transcript demo/dinner-tape.case $(STORY)/tape/transcript.vtt >/dev/null
	@$(BIN)/hearsay tape compare demo/dinner-tape.case --document courant-tape-first
	@$(BIN)/hearsay tape verify demo/dinner-tape.case
	@echo
	@echo "The case: demo/dinner-tape.case"
	@echo "The page: demo/dinner-tape.html (open it in a browser)"
	@echo "Open it in the browser: $(BIN)/hearsay serve demo/dinner-tape.case"

test: lint types
	$(BIN)/python -m pytest -n 2

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

screenshots: setup
	$(BIN)/python -m tests.workbench.screenshots demo/screenshots

bench: setup
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
