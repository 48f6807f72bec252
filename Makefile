# make explore   set up, read the sample reports, open the network
# make test      set up, lint, type check and run every test (headless browser included)
#
# PYTHON=/path/to/python3.12 chooses the interpreter; without it the newest of 3.11-3.13 that runs is taken.

PY := .venv/bin/python
SEDERUNT := .venv/bin/sederunt
OUT ?= out
MODEL ?= models/sederunt
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help explore test lint format lock sbom bench train notebooks screenshot clean venv-run venv-test browser followthemoney

help:  ## Print what can be made
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile | expand -t 18

explore: venv-run  ## Build the network of the sample reports and open it
	$(SEDERUNT) build corpus/samples -o $(OUT)
	$(SEDERUNT) open $(OUT)

test: lint browser followthemoney  ## Lint, type check and test everything
	$(PY) -m pytest -n $(JOBS) --dist loadfile

lint: venv-test  ## Check style and types
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

format: venv-test  ## Put the code in its usual form
	$(PY) -m ruff check --fix --exit-zero .
	$(PY) -m ruff format .

bench: venv-test  ## Print how well, and how fast, reports with known answers are read, and what changed
	@$(PY) -c 'import textacy' 2>/dev/null || $(PY) -m pip install -q -e '.[bench]' || true
	@for script in benchmarks/*.py; do $(PY) $$script || exit 1; done

train: venv-run  ## Fine-tune the small model on the gold corpus and your own corrections (TRAIN='--decisions FILE ...')
	$(PY) scripts/train.py --out $(MODEL) $(TRAIN)

notebooks: venv-test  ## Run the notebooks and keep what they print
	$(PY) scripts/notebooks.py

screenshot: venv-test browser  ## Draw the pictures in docs/ again
	$(SEDERUNT) build corpus/samples -o $(OUT) --quiet
	$(PY) docs/screenshot.py $(OUT)/network.html docs

lock: venv-test  ## Pin every package of the program with its hashes, into requirements.lock
	@$(PY) -c 'import uv' 2>/dev/null || $(PY) -m pip install -q uv
	$(PY) -m uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --quiet --output-file requirements.lock

sbom: venv-run  ## Write a bill of materials (CycloneDX) of the environment, to sbom.json
	@$(PY) -c 'import cyclonedx_py' 2>/dev/null || $(PY) -m pip install -q cyclonedx-bom
	$(PY) -m cyclonedx_py environment .venv --pyproject pyproject.toml --output-reproducible --of JSON -o sbom.json

clean:  ## Remove what the other targets made, the environment included
	rm -rf .venv $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis

venv-run:
	@sh scripts/venv.sh run

venv-test:
	@sh scripts/venv.sh test

browser: venv-test
	@sh scripts/browser.sh

followthemoney: venv-test
	@sh scripts/followthemoney.sh
