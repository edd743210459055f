# The commands of this project. Each sets up what it needs by itself; `make` alone lists them.
#
#   PYTHON=python3.13 make test     use another Python, 3.11 or later (`make clean` first)
#   ARGS='--today 2026-12-25'       given on to build.py, to the benchmark, or to pytest

PYTHON ?= python3
ARGS   ?=

VENV := .venv
BIN  := $(VENV)/bin
NPM  := npm --silent --ignore-scripts --no-audit --no-fund
PIP  := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes --only-binary :all:

PROGRAMS := $(patsubst requirements/%/package-lock.json,%,$(wildcard requirements/*/package-lock.json))
TESTERS  := $(filter-out lighthouse,$(PROGRAMS))

.DEFAULT_GOAL := help
.PHONY: help site serve run measure check test lint format types pytest accidents bench search-quality lighthouse lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/build-ready ## build the site into site/
	$(BIN)/python build.py build $(ARGS)

serve: $(VENV)/build-ready ## show the site on this machine, rebuilt at every change
	$(BIN)/python build.py serve $(ARGS)

run: $(VENV)/build-ready ## any other work: make run ARGS="import aanbod.csv"
	$(BIN)/python build.py $(ARGS)

measure: $(VENV)/build-ready ## add today's figures to content/monitor/
	$(BIN)/python build.py measure $(ARGS)

check: $(VENV)/build-ready ## check the partners' files, without building
	$(BIN)/python build.py check $(ARGS)

test: lint types pytest ## everything that must hold before a change is published

lint: $(VENV)/dev-ready ## style and likely mistakes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/dev-ready ## write the code in the house style
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

types: $(VENV)/dev-ready ## types, strictly
	$(BIN)/mypy

pytest: $(VENV)/dev-ready ## the tests alone
	$(BIN)/pytest -n auto $(ARGS)

# Other accidents every night; after a failure ACCIDENTS_FROM meets the same ones again.
accidents: $(VENV)/dev-ready ## break the partners' files in 10,000 ways: a good site, or messages
	ACCIDENTS=10000 ACCIDENTS_FROM=$${ACCIDENTS_FROM:-$$(date +%Y%m%d)} $(BIN)/pytest -n auto tests/test_accidents.py $(ARGS)

bench: $(VENV)/dev-ready ## time the build on 200, 1,000 and 10,000 activities
	$(BIN)/python -m benchmarks $(ARGS)

search-quality: $(VENV)/dev-ready ## how well the search answers, beside other engines, and what it costs
	$(BIN)/python -m benchmarks.search_quality $(ARGS)

lighthouse: $(VENV)/lighthouse-ready ## marks of Lighthouse and bytes over the wire, for every kind of page
	$(BIN)/python build.py build
	$(BIN)/python -m benchmarks.lighthouse $(ARGS)

# The lock files name versions and hashes, never where the packages come from: whoever installs decides that.
# With LOCK_ARGS=--upgrade every version moves to the newest; without, only what the .in files ask for changes.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links $(LOCK_ARGS)

lock: $(VENV)/build-ready ## write requirements/*.txt anew from requirements/*.in
	$(BIN)/python -m pip --disable-pip-version-check --quiet install uv
	cd requirements && ../$(LOCK) build.in -o build.txt && ../$(LOCK) dev.in -o dev.txt
	for folder in $(PROGRAMS); do (cd requirements/$$folder && $(NPM) install --package-lock-only --omit-lockfile-registry-resolved); done

clean: ## remove all that these commands made
	rm -rf $(VENV) site .site.new-* .site.old-* .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# $(call debian,test,packages): when the test fails, root gets the Debian packages; anyone else is told what to install.
debian = { $(1); } > /dev/null 2>&1 \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null \
		&& echo "Even geduld: $(strip $(2)) wordt geïnstalleerd." \
		&& apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends $(2) > /dev/null; } \
	|| { echo "Nodig op deze computer / needed on this machine: $(strip $(2)). Op Debian: sudo apt-get install $(strip $(2))" >&2; exit 1; }

# $(call program,name): a program of npm, as it is locked in its folder of requirements/.
program = mkdir -p $(VENV)/$(1) && cp requirements/$(1)/*.json $(VENV)/$(1) && (cd $(VENV)/$(1) && $(NPM) ci)

$(VENV)/build-ready: requirements/build.txt Makefile
	@$(call debian, command -v $(PYTHON), python3)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Nodig / needed: Python 3.11 of nieuwer. Geef een andere aan met: make PYTHON=python3.13 ..." >&2; exit 1; }
	@$(call debian, $(PYTHON) -c "import ensurepip; import venv", python3-venv)
	$(PYTHON) -m venv $(VENV)
	$(PIP) -r requirements/build.txt
	@touch $@

# Browser tests drive Chromium, `check --base` reads git, and the programs that judge our work come by npm: the HTML checker (on Java),
# the language server of an editor, readers of calendars. Each stands in its own folder of requirements/ and of .venv/.
$(VENV)/dev-ready: requirements/dev.txt $(TESTERS:%=requirements/%/package-lock.json) $(VENV)/build-ready
	@$(call debian, command -v chromium, chromium fonts-liberation)
	@$(call debian, command -v java, default-jre-headless)
	@$(call debian, command -v git, git)
	@$(call debian, command -v npm, npm)
	$(PIP) -r requirements/dev.txt
	@$(call debian, $(BIN)/playwright --version, libatomic1)
	for folder in $(TESTERS); do $(call program,$$folder) || exit 1; done
	@touch $@

# Lighthouse is large and takes minutes, so the tests do without it.
$(VENV)/lighthouse-ready: requirements/lighthouse/package-lock.json $(VENV)/dev-ready
	$(call program,lighthouse)
	@touch $@
