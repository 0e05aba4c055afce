# Every task by name; `make help` lists them. Nothing but Python 3.11 or later, make and git need be there.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .venv/bin
MPL310 := .venv-mpl310
CORPUS ?=
RECORD ?=

# One step of a longer task: its name, what it runs, and how long it took.
step = @echo "── $(1)"; start=$$(date +%s); $(2); status=$$?; \
	echo "── $(1): $$(($$(date +%s) - start)) s"; exit $$status

# Not in `make test`: bench and limits, whose times a busy machine spoils, reproducible, which makes all figures twice, and peers,
# which installs other people's programs.
.PHONY: help setup figures test check unit notebooks rendering browser reproducible score peers bench limits pages lab lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

setup: .venv/ready ## make the environment (.venv) from the lock

.venv/ready: requirements.lock .ci/venv
	$(call step,setup,.ci/venv requirements.lock .venv && .ci/install-project .venv)
	@touch $@

$(MPL310)/ready: requirements-mpl310.lock .ci/venv
	$(call step,setup of matplotlib 3.10,.ci/venv requirements-mpl310.lock $(MPL310))
	@touch $@

figures: setup ## tables, notebooks and figures; CORPUS=folder-or-file for a story of your own, into stories/
	$(call step,figures,$(BIN)/python -m analysis figures $(if $(CORPUS),"$(CORPUS)"))

test: check unit notebooks rendering browser ## everything: lint, types, tests, notebooks, rendering, browser

check: setup ## lint, format and types, in seconds
	$(call step,lint,$(BIN)/ruff check --quiet . && $(BIN)/ruff format --check --quiet .)
	$(call step,types,$(BIN)/basedpyright --level error)

unit: setup ## unit tests and the examples in docstrings
	$(call step,unit tests,$(BIN)/pytest -q -n auto --dist worksteal)

notebooks: setup ## run every notebook and compare with its stored outputs
	$(call step,notebooks,ISNAD_FIGURES=$(CURDIR)/build/nbval/figures $(BIN)/pytest -q -c tests/nbval.ini --rootdir . -n auto --dist loadfile notebooks)

rendering: setup $(MPL310)/ready ## Arabic on the canvas, on matplotlib 3.11 and on 3.10
	$(call step,rendering,$(BIN)/pytest -q -n auto --dist worksteal tests/rendering)
	$(call step,rendering on matplotlib 3.10,$(MPL310)/bin/python -m pytest -q -n auto --dist worksteal -o addopts=--import-mode=importlib tests/rendering)

browser: setup ## JupyterLab in Chromium: every notebook opened and run
	$(call step,browser,$(BIN)/pytest -q -rs tests/browser)

reproducible: setup ## two checkouts, two runs: the same bytes
	$(call step,reproducible,.ci/reproducible)

score: setup ## the scores by layer, on the annotated articles
	$(call step,score,$(BIN)/python -m analysis build seeds --out build/tables && $(BIN)/python -m analysis score build/tables tests/gold --floors tests/scores.json)
	$(call step,cases of other programs,$(BIN)/python -m analysis suites)
	$(call step,cases that ship,$(BIN)/python -m analysis suites tests/suites)

peers: setup ## other programs that read Arabic times, side by side; RECORD=file keeps it, ISNAD_NEWS and ISNAD_DATA add texts
	$(call step,setup of the peers,.ci/peers)
	$(call step,peers,$(BIN)/python -m analysis peers $(if $(RECORD),--record "$(RECORD)"))

bench: setup ## what imports and the build cost
	$(call step,bench,$(BIN)/python .ci/bench)

limits: setup ## what hostile and huge inputs cost
	$(call step,limits,$(BIN)/python .ci/limits)

pages: setup ## the page of what is read as a time, from the lists and rules
	$(BIN)/python -m analysis pages

lab: setup ## JupyterLab on the notebooks
	$(BIN)/jupyter lab notebooks

lock: ## resolve the requirements anew (needs uv)
	.ci/lock

clean: ## remove what was built; environments and your stories stay
	rm -rf build .pytest_cache .ruff_cache .hypothesis
