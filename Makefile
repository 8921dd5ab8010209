# Everything a developer or an operator types. Each target makes the virtual environment it needs.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
export SONG

.PHONY: help .venv demo play run test reliability bench lint check fmt picture

help: ## Say what there is
	@sed -n 's/^\([a-z.]*\):.*## /make \1\t/p' Makefile | expand -t 14

.venv: .venv/.stamp ## Make or refresh the virtual environment, nothing else

.venv/.stamp: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed; try: make PYTHON=python3.12 ...")'
	@echo "Preparing .venv (a minute or two the first time)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: .venv ## Play one whole conversation and keep the stems: make demo SONG=my.mp3
	$(BIN)/python -m bot demo --once $${SONG:+"$$SONG"} --out demo-out

play: .venv ## Try the bot in a browser, no account needed
	$(BIN)/python -m bot demo

run: .venv ## Run the bot for real, with the settings of .env
	$(BIN)/python -m bot run

test: .venv ## Run all tests
	$(BIN)/python -m pytest -n 2

reliability: .venv ## Kill, freeze and starve the bot, and print what became of every job
	$(BIN)/python -m pytest tests/reliability -n 4

bench: .venv ## Measure speed and memory beside other bots and tools (twenty minutes)
	$(BIN)/python -m tests.benchmarks

lint: .venv ## Format, lint, types and import rules, without the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test ## Everything that must be green before a commit

fmt: .venv ## Format, and mend what can be mended by itself
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

picture: .venv ## Draw the packages and their imports in bot/docs/architecture.md
	$(BIN)/python -m tests.picture
