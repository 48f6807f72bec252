# Two commands: `make explore` opens the network of the sample reports, `make test` runs everything that must hold.
# Both set up what they need: a virtual environment in .venv and, for the tests, a Chromium.

SHELL := /bin/bash
.DEFAULT_GOAL := help
BIN := .venv/bin
STAMP := .venv/.stamp

.PHONY: help explore test bench lint format clean setup browser

help:
	@echo "make explore   build the network of corpus/samples into out/ and open it"
	@echo "make test      run the linters, the type checker and all tests"
	@echo "make bench     print accuracy and speed"
	@echo "make lint      run the linters and the type checker"
	@echo "make format    format the code"
	@echo "make clean     remove .venv, out and caches"

# The stamp holds the hash of pyproject.toml: a change there installs anew, nothing else does.
setup:
	@bash scripts/setup.sh

browser: setup
	@bash scripts/browser.sh

explore: setup
	@$(BIN)/sederunt build corpus/samples --out out
	@$(BIN)/sederunt open out

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

test: lint browser
	@$(BIN)/pytest -n 2 --dist loadfile

bench: setup
	@$(BIN)/python benchmarks/accuracy.py
	@$(BIN)/python benchmarks/speed.py

format: setup
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

clean:
	rm -rf .venv out .mypy_cache .ruff_cache .pytest_cache .hypothesis
