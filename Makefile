# Everything a developer types. It needs Python 3.11 or newer, git and make; the rest it installs in this folder.
# Paths are relative and quoted, so that the folder may have any name.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
# What Python compiled once it need not compile again: reading our modules takes half of the time of a short command.
unexport PYTHONDONTWRITEBYTECODE
SHELL := /bin/sh

PYTHON = $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
WORKERS = 2
ARGS =
IN_VENV = .venv/bin/python
DATABASE = exec $(IN_VENV) -m gemeente.demo.database run --die-with-parent
PYTEST = $(IN_VENV) -m pytest -n $(WORKERS)
FAST = not verify and not html
# A command of Django's with the settings of a demo and a secret key of its own.
MANAGE = env DEMO=1 PUBLIC_URL=http://127.0.0.1:8000 SECRET_KEY="$$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')" \
	$(IN_VENV) manage.py
# Node.js of the environment where the machine has none.
NPM = PATH="$$PWD/.venv/bin:$$PATH" npm
CATALOGUES = $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/django.po))
READY = .venv/.stamp node_modules/.stamp $(CATALOGUES) build

.PHONY: help run test check verify reset messages screenshots seed bench build
.PRECIOUS: %.mo

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: $(READY) ## Start the portal with demo content on http://127.0.0.1:8000 (PORT=8100 for another port)
	@$(DATABASE) -- $(IN_VENV) -m gemeente.demo.run

test: $(READY) ## Run the tests, those in a browser too (ARGS="-k word" for some of them)
	@$(DATABASE) --throwaway -- $(PYTEST) -m "$(FAST)" $(ARGS)

check: $(READY) ## Check style, types, layers, templates, migrations, translations and HTML
	@$(DATABASE) --throwaway -- $(IN_VENV) .ci/check.py

verify: $(READY) ## Run everything, the long checks too, in three random orders (at most 40 minutes)
	@for seed in 1 2; do \
		$(IN_VENV) -m gemeente.demo.database run --die-with-parent --throwaway -- \
			$(PYTEST) --randomly-seed="$$seed" -m "$(FAST)" $(ARGS) || exit 1; done
	@$(DATABASE) --throwaway -- $(PYTEST) -m "verify or not verify" $(ARGS)

reset: .venv/.stamp ## Forget the local database and files
	@exec $(IN_VENV) -m gemeente.demo.database reset

messages: $(READY) ## Bring the translation catalogues up to date with the code
	@$(DATABASE) --throwaway -- $(MANAGE) update_messages

screenshots: $(READY) ## Make the pictures of the documentation anew
	@$(DATABASE) --throwaway -- $(MANAGE) screenshots

seed: $(READY) ## Add N made-up initiatives to the local demo, also while it runs (make seed N=100000)
	@$(DATABASE) --join -- $(MANAGE) seed_many $(or $(N),1000)

bench: $(READY) ## Measure pages with 1,000 and 100,000 initiatives, into docs/benchmarks.md (QUICK=1 for a short run)
	@$(DATABASE) --throwaway -- $(IN_VENV) -m gemeente.demo.bench $(if $(QUICK),--quick)

# --- What the targets above stand on ----------------------------------------------------------------------------------
.venv/.stamp: uv.lock pyproject.toml .ci/bootstrap.py
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and no python3 here is." >&2; exit 1; }
	@$(PYTHON) .ci/bootstrap.py
	@touch $@

node_modules/.stamp: package-lock.json .npmrc | .venv/.stamp
	@echo "Installing npm packages"
	@$(NPM) ci --silent || { echo "The npm packages cannot be installed: npm ci in this folder says why." >&2; exit 1; }
	@touch $@

# Work only when a source is newer: styles and scripts, and the templates and modules that name their classes.
build: node_modules/.stamp
	@mkdir -p .build
	@changed=$$(test -d .build/static -a -e .build/static.stamp || echo first; \
		find package.json package-lock.json static templates -newer .build/static.stamp 2>/dev/null | head -n 1; \
		find gemeente wijken initiatives -name '*.py' -newer .build/static.stamp 2>/dev/null | head -n 1); \
	if [ -n "$$changed" ]; then \
		echo "Building styles and scripts"; \
		$(NPM) run --silent --if-present build || { echo "The front-end build failed: the lines above say why." >&2; exit 1; }; \
		touch .build/static.stamp; \
	fi

%.mo: %.po | .venv/.stamp
	@$(IN_VENV) -W ignore -m babel.messages.frontend --quiet compile --input-file "$<" --output-file "$@" --locale "$(notdir $(patsubst %/LC_MESSAGES/,%,$(dir $<)))"
