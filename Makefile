# Everything starts here, from a bare `python3` and `make`. `make help` says what there is.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

export PORT ?= 8000
export PYTHONDONTWRITEBYTECODE :=
PYTHON3 := $(shell for name in python3 /usr/bin/python3; do $$name -c '' 2>/dev/null && echo $$name && break; done)
UV := .tools/bin/uv
BIN := .venv/bin
VENDOR := src/lebenslage/pages/static/vendor

LAW_COVERAGE := $(BIN)/lebenslage verify --coverage
LOCK := $(UV) pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links $(UPGRADE)
GLANCE := types layout lint contracts words docs-check
LAST := not (browser or database or postgres or shared or slow or thorough)
MOST := not (browser or thorough)
IN_THE_BROWSER = $$(grep --recursive --files-with-matches --include='test_*.py' mark.browser tests)

.PHONY: help
help: ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- Set-up: each step leaves a stamp and is not done twice ---------------------------------------

.tools/.ready: requirements/tools.txt
	@test -n "$(PYTHON3)" || { echo "Please install Python 3 first; then run this again." >&2; exit 2; }
	@$(PYTHON3) -c 'import ensurepip' 2>/dev/null || $(PYTHON3) tools/debian_package.py python3-venv
	$(PYTHON3) -m venv --clear .tools
	.tools/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/bin/python: | .tools/.ready
	python=$$($(PYTHON3) tools/find_python.py) && $(UV) venv --quiet --clear --python "$$python" .venv

.venv/.base: requirements/base.txt pyproject.toml | .venv/bin/python
	$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements/base.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --build-constraints requirements/tools.txt --editable .
	$(BIN)/python -m compileall -q src
	@touch $@

.venv/.analysis: requirements/analysis.txt .venv/.base
	$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements/analysis.txt
	@touch $@

.venv/.all: requirements/dev.txt pyproject.toml | .venv/bin/python
	$(UV) pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes requirements/dev.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --build-constraints requirements/tools.txt --editable .
	$(BIN)/python -m compileall -q src
	@touch .venv/.base .venv/.analysis $@

node_modules/.ready: package.json package-lock.json .npmrc tools/npm.py | .tools/.ready
	.tools/bin/python tools/npm.py ci --silent
	@touch $@

$(VENDOR)/.ready: node_modules/.ready tools/static_files.py
	.tools/bin/python tools/static_files.py
	@touch $@

.PHONY: setup
setup: .venv/.all $(VENDOR)/.ready ## Make the whole environment: Python, analysis, tests, style sheets

# --- Run ------------------------------------------------------------------------------------------

.PHONY: demo
demo: .venv/.analysis $(VENDOR)/.ready ## Try it: http://127.0.0.1:8000 (PORT=8080 changes the port)
	$(BIN)/lebenslage demo

.PHONY: serve
serve: .venv/.base $(VENDOR)/.ready ## Serve with the settings of the environment
	$(BIN)/lebenslage serve

.PHONY: bench
bench: setup ## Measure how fast the law answers
	$(BIN)/lebenslage bench

# --- Check ----------------------------------------------------------------------------------------

.PHONY: check
check: setup ## Everything that answers within a minute: no database, no browser
	$(MAKE) --jobs 2 --output-sync $(GLANCE)
	$(MAKE) unit

.PHONY: test
test: setup machine-ready ## Everything, on SQLite and PostgreSQL, with a real browser (CI runs this)
	$(MAKE) --jobs 2 --output-sync databases $(GLANCE) verify-papers
	$(BIN)/pytest -n 2 --dist worksteal -m "$(MOST)"
	LEBENSLAGE_TESTS_ON=postgresql $(BIN)/pytest -n 3 --dist worksteal -m "$(MOST)"
	LEBENSLAGE_TESTS_ON=postgresql $(BIN)/pytest -n 2 --dist load --maxschedchunk 1 -m browser $(IN_THE_BROWSER)

.PHONY: unit
unit: setup ## Tests without browser, database and long runs
	$(BIN)/pytest -n 2 --dist worksteal -m "$(LAST)"

.PHONY: databases
databases: setup machine-ready ## Make the tables of the tests once; every process of theirs begins with a copy
	$(BIN)/python -m tests.postgres.made

.PHONY: layout
layout: setup ## Is every file laid out by ruff?
	$(BIN)/ruff format --check --output-format concise .

.PHONY: lint
lint: setup ## What the linter thinks
	$(BIN)/ruff check --output-format concise .

.PHONY: types
types: setup ## Do the types hold? Strict in the core
	$(BIN)/mypy

.PHONY: contracts
contracts: setup ## Who imports whom: floors, wings, core
	$(BIN)/lint-imports

.PHONY: words
words: setup ## Is every text plain, and there in all four languages?
	$(BIN)/python -m tools.plain_words

.PHONY: docs-check
docs-check: setup ## Are the generated documents up to date?
	$(BIN)/lebenslage docs --check

.PHONY: law-coverage
law-coverage: setup ## Shares of rules, figures and examples that name their source
	$(LAW_COVERAGE)

.verify/papers/.ready: requirements/papers.txt | .venv/.all
	$(UV) venv --quiet --clear --python $(BIN)/python .verify/papers
	$(UV) pip install --quiet --python .verify/papers/bin/python --require-hashes -r $<
	@touch $@

.PHONY: verify-papers
verify-papers: setup .verify/papers/.ready ## Check every kind of paper for PDF/UA, with a checker from outside
	rm -rf var/papers && $(BIN)/python -m tests.papers.files var/papers
	.verify/papers/bin/outloud --quiet --no-info var/papers/*.pdf

.gettsim/.ready: requirements/gettsim.txt | .tools/.ready
	python=$$($(PYTHON3) tools/find_python.py) && $(UV) venv --quiet --clear --python "$$python" .gettsim
	$(UV) pip sync --quiet --python .gettsim/bin/python --require-hashes requirements/gettsim.txt
	@touch $@

.PHONY: verify-gettsim
verify-gettsim: setup .gettsim/.ready ## Compare our law with another calculator, GETTSIM; writes docs/gettsim.md
	LEBENSLAGE_ORACLE_PYTHON=.gettsim/bin/python $(BIN)/pytest -n 2 tests/oracle
	$(BIN)/python -m tests.oracle.verify --python .gettsim/bin/python

.peers/.ready: requirements/peers.txt | .tools/.ready
	python=$$($(PYTHON3) tools/find_python.py) && $(UV) venv --quiet --clear --python "$$python" .peers
	$(UV) pip sync --quiet --python .peers/bin/python --require-hashes requirements/peers.txt
	@touch $@

.PHONY: verify-atlas
verify-atlas: setup .peers/.ready ## Try the planner's mathematics on published results, 500 random tables and beside other libraries
	LEBENSLAGE_PEERS_PYTHON=.peers/bin/python $(BIN)/pytest -n 2 --dist worksteal tests/atlas

.PHONY: bench-atlas
bench-atlas: setup .peers/.ready ## Measure the planner's mathematics beside these libraries (takes minutes)
	$(BIN)/lebenslage bench atlas --peers .peers/bin/python

.PHONY: machine-ready
machine-ready:
	@$(PYTHON3) tools/debian_package.py chromium-headless-shell
	@$(PYTHON3) tools/debian_package.py postgresql

# --- Change ---------------------------------------------------------------------------------------

.PHONY: format
format: setup ## Lay out and mend what can be mended by itself
	$(BIN)/ruff check --quiet --fix-only .
	$(BIN)/ruff format --quiet .

.PHONY: docs
docs: setup ## Write the generated documents again
	$(BIN)/lebenslage docs

.PHONY: tour
tour: setup machine-ready ## Take the pictures of docs/tour again, from the demonstration
	$(BIN)/python tools/tour.py

.PHONY: lock
lock: .tools/.ready ## Resolve the dependencies again (UPGRADE=--upgrade takes newer ones)
	$(LOCK) --python-version 3.9 requirements/tools.in -o requirements/tools.txt
	$(LOCK) --python-version 3.9 requirements/node.in -o requirements/node.txt
	$(LOCK) --python-version 3.13 requirements/papers.in -o requirements/papers.txt
	$(LOCK) --python-version 3.13 requirements/gettsim.in -o requirements/gettsim.txt
	$(LOCK) --python-version 3.13 requirements/peers.in -o requirements/peers.txt
	$(LOCK) --python-version 3.13 pyproject.toml -o requirements/base.txt
	$(LOCK) --python-version 3.13 pyproject.toml --extra analysis -c requirements/base.txt -o requirements/analysis.txt
	$(LOCK) --python-version 3.13 pyproject.toml --extra analysis --group dev -c requirements/analysis.txt -o requirements/dev.txt
	.tools/bin/python tools/npm.py install --package-lock-only --silent

.PHONY: clean
clean: ## Remove everything that make made
	rm -rf .tools .venv .verify .gettsim .peers node_modules $(VENDOR) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
