# Keras Doctor for developers. `make lab` tries it out, `make test` checks everything.
#
#   make lab                    JupyterLab with the extension, on the examples
#   make lab TENSORFLOW=2.4.4   the same, with a kernel that has that release
#   make test                   all checks; each of them alone:
#                               make lint, unit, builder-tests, conformance, accuracy, remedies-sample, package, ui-tests
#   make environment            .venv with JupyterLab and the build tools
#   make build                  the extension and the command line (lib/cli/main.js)
#   make atlas                  measure what is not measured yet (long); RELEASE=tensorflow==2.22.0 adds one release
#   make conformance-all        ask every environment everything, write docs/conformance.md (hours; ARGS="ID…" for some)
#   make accuracy               whole notebooks by lot, run and read, in five environments (minutes)
#   make accuracy-all           2,000 of them, and real ones (ARGS="--collections FOLDER…"), write docs/accuracy.md
#   make remedies               install what is offered, for real, and run the notebooks: writes docs/remedies.md (an hour;
#                               goes on where it was stopped; ARGS="NAME…" for some kernels, ARGS=--again for all anew)
#   make pictures               the pictures in docs/images, taken in a real browser
#   make bench                  how fast the engine is
#   make fuzz                   100,000 damaged cells through the whole engine (ARGS="--cells N --collections FOLDER…")
#   make clean                  remove everything that was made here
#
# PYTHON=… picks the Python of .venv, LAB_ARGS="--no-browser" goes to JupyterLab,
# ARGS="…" to the test runner of the target.

SHELL := bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

cache := .keras-doctor-cache
results := $(cache)/results
python := .venv/bin/python
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PYTHON TENSORFLOW LAB_ARGS MAKE

sources := $(shell find src schema style scripts jupyterlab_keras_doctor/*.py atlas/data/atlas.json \
	-type f ! -path src/probe/source.ts ! -name _version.py)
manifests := package.json yarn.lock pyproject.toml tsconfig.json install.json LICENSE README.md

.PHONY: help lab test environment build lint unit builder-tests conformance conformance-all accuracy accuracy-all package ui-tests pictures bench fuzz atlas remedies remedies-sample clean

help:
	@sed -n 's/^# \{0,1\}//p' Makefile

environment: .venv/.ready node_modules/.ready

build: $(cache)/wheel

lab: .venv/.extension
	@make/lab.sh

test:
	@$(MAKE) --no-print-directory environment || { printf '\n0 passed, 1 failed\n'; exit 1; }
	@$(python) make/test.py

lint: environment
	@$(python) make/lint.py

unit: environment $(results)
	node scripts/assemble.mjs
	npx --no-install jest --testPathIgnorePatterns tests/unit/conformance \
		--json --outputFile $(results)/unit.json $(ARGS)

conformance: environment $(results)
	node scripts/assemble.mjs
	status=0; \
	npx --no-install jest tests/unit/conformance --verbose false --json --outputFile $(results)/conformance.json || status=1; \
	PYTHONPATH=atlas $(python) -m conformance sample || status=1; \
	exit $$status

conformance-all: environment
	PYTHONPATH=atlas $(python) -m conformance all $(ARGS)

accuracy: environment $(results)
	node scripts/assemble.mjs
	PYTHONPATH=atlas $(python) -m accuracy sample $(ARGS)

remedies: environment
	node scripts/assemble.mjs
	node scripts/bundle-cli.mjs
	PYTHONPATH=atlas $(python) -m remedies $(ARGS)

remedies-sample: environment $(results)
	node scripts/assemble.mjs
	node scripts/bundle-cli.mjs
	PYTHONPATH=atlas $(python) -m remedies sample

accuracy-all: environment
	node scripts/assemble.mjs
	PYTHONPATH=atlas $(python) -m accuracy all $(ARGS)

builder-tests: .venv/.atlas $(results)
	@$(python) make/pythons.py
	$(python) -m pytest -q -rs --junitxml $(results)/builder-tests.xml $(wildcard atlas/tests tests/probe conformance/tests accuracy/tests remedies/tests) $(ARGS)

package: $(cache)/wheel $(results)
	@$(python) make/check_wheel.py dist/*.whl

ui-tests: .venv/.extension ui-tests/node_modules/.ready $(results)
	@$(python) make/pythons.py
	make/ui-tests.sh $(ARGS)

pictures: ARGS := tests/pictures.spec.ts
pictures: export KERAS_DOCTOR_PICTURES := 1
pictures: ui-tests

bench: environment
	node bench/run.mjs $(ARGS)

fuzz: .venv/.atlas
	$(python) make/fuzz.py $(ARGS)

atlas: .venv/.atlas
	cd atlas && ../$(python) -m builder $(if $(RELEASE),add '$(RELEASE)',all) $(ARGS)

clean:
	rm -rf .venv .environments $(cache) node_modules ui-tests/node_modules ui-tests/test-results lib dist \
		jupyterlab_keras_doctor/labextension .eslintcache .stylelintcache *.tsbuildinfo

$(results):
	@mkdir -p $@

.venv/.ready: make/environment.sh make/requirements.txt make/requirements-node.txt
	make/environment.sh
	@touch $@

node_modules/.ready: .venv/.ready package.json yarn.lock .yarnrc.yml
	make/packages.sh .
	@touch $@

ui-tests/node_modules/.ready: .venv/.ready ui-tests/package.json ui-tests/yarn.lock
	make/packages.sh ui-tests
	@touch $@

# The wheel is what `pip install` gives people, so it is also what `make lab` and the ui-tests use.
$(cache)/wheel: node_modules/.ready $(sources) $(manifests)
	make/wheel.sh
	@mkdir -p $(cache) && touch $@

.venv/.atlas: .venv/.ready atlas/requirements.txt
	$(python) -m pip install --quiet --disable-pip-version-check -r atlas/requirements.txt
	@touch $@

.venv/.extension: $(cache)/wheel
	$(python) -m pip install --quiet --disable-pip-version-check --no-index --no-deps --force-reinstall dist/*.whl
	@touch $@
