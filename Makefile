# annotator: "make run" opens the application, "make test" runs the tests. Both set up what they
# need in .venv first; nothing else on the machine is touched.

SEED := seeds/000_a85702afb10d5380.txt
DEMO := annotator-demo
BIN := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)

# The first Python that is new enough; name another: make run PYTHON=/path/to/python3
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && \
	echo $$python && break; done)

.PHONY: help run test lint format bench crash fuzz audit consumers wheel package release clean \
	environment environment-dev python

help:
	@echo "make run     open the application on the sample article (off screen: a demo in $(DEMO))"
	@echo "make test    run the whole test suite, off screen (ARGS=… are passed to pytest)"
	@echo "make lint    what the tests do not see: style, format, types, layers, lock, translations"
	@echo "make format  put the code in the project's format"
	@echo "make bench   measure, and leave the figures in bench.json"
	@echo "make fuzz    feed the readers broken files, for long (ARGS=\"--executions 1000000\")"
	@echo "make audit   ask whether the pinned packages have known weaknesses (network)"
	@echo "make crash   kill the program 300 times in each of its jobs (ARGS=\"--runs 20 --seed 1\")"
	@echo "make consumers  environments for the tests with other tools (doccano, Label Studio)"
	@echo "make wheel   the wheel and the source archive in dist/, installed alone and tried"
	@echo "make package the program as people install it in dist/, tried (ARGS=lite: without torch)"
	@echo "make release check that all is fit to be released, then build all of it"
	@echo "make clean   remove what these commands made, .venv too"

run: environment
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(BIN)/annotator $(SEED); \
	else \
		echo "There is no display here: the demo runs off screen instead."; \
		QT_QPA_PLATFORM=offscreen $(BIN)/annotator demo --out $(DEMO) && \
		echo "Its project, exports and pictures are in $(CURDIR)/$(DEMO)"; \
	fi

test: environment-dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(ARGS)

lint: environment-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python packaging/lock.py --check
	$(BIN)/python packaging/translations.py --check
	$(BIN)/python packaging/pages.py --check

format: environment-dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

fuzz: environment-dev
	$(BIN)/python -m tests.fuzz $(ARGS)

audit: environment-dev
	$(BIN)/python packaging/audit.py

bench: environment-dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/benchmarks -q --benchmark-only \
		--benchmark-quiet --benchmark-json=bench.json $(ARGS)

crash: environment-dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.crashes $(ARGS)

consumers: python
	@$(PYTHON) packaging/consumers.py

wheel: python
	@$(PYTHON) packaging/wheel_check.py

package: python
	@$(PYTHON) packaging/package.py $(ARGS)

release: python
	@$(PYTHON) packaging/release.py $(ARGS)

clean:
	rm -rf .venv .venv-consumers build dist $(DEMO) bench.json .mypy_cache .ruff_cache .import_linter_cache

environment: python
	@$(PYTHON) packaging/environment.py

environment-dev: python
	@$(PYTHON) packaging/environment.py --dev

python:
	@if [ -z "$(PYTHON)" ]; then \
		echo "annotator needs Python 3.11 or newer, and no python3 here is." >&2; \
		echo "Install one, or name it: make run PYTHON=/path/to/python3" >&2; \
		exit 2; \
	fi
