"""Checks that the test named for a policy constant fails when the constant is changed.

    python scripts/mutate.py [--rooms ROOM ...] [--changed] [--seconds N]

For each row of `tests/<room>/constants.tsv` the constant's module is imported with the constant
changed, in a process of its own, and the row's test is run. It must fail: a constant that can be
changed without any test noticing is a policy that nothing holds. `--changed` takes the rooms with
files that differ from `origin/main`, or from the last commit where those are the same. What is not
reached within `--seconds` is said, and checked first the next time the hour differs.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import importlib.abc
import importlib.machinery
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import CodeType
from typing import NamedTuple

import pytest

from policy_constants import ROOT, SOURCE, Constant, Row, changed, read_tables

__all__ = ["Mutant", "fails", "rooms_changed"]

WORKERS = 2
LONGEST_TEST_SECONDS = 120
# What takes long to import and is none of ours: read once, before the processes fork.
HEAVY = (
    "hypothesis", "spacy", "numpy", "pydantic", "sqlalchemy", "z3", "onnxruntime",
    "babel", "edtf", "datasketch", "rapidfuzz", "trafilatura", "typer", "rich", "yaml",
)  # fmt: skip


class Mutant(NamedTuple):
    """A constant and the change made to it."""

    constant: Constant
    change: str


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads one module with a constant changed."""

    def __init__(self, path: str, mutant: Mutant) -> None:
        super().__init__(mutant.constant.module, path)
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        """Return the code of the module, never that of a cache."""
        source = Path(self.path).read_text("utf-8")
        tree: ast.Module = changed(source, self.mutant.constant.name, self.mutant.change)
        return compile(tree, self.get_filename(fullname), "exec")


class _Finder(importlib.abc.MetaPathFinder):
    """Finds the one module that is changed, before any other finder does."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, fullname: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """Return the changed module, or None for any other."""
        if fullname != self.mutant.constant.module:
            return None
        file = str(SOURCE.joinpath(*fullname.split(".")).with_suffix(".py"))
        loader = _Loader(file, self.mutant)
        return importlib.machinery.ModuleSpec(fullname, loader, origin=file)


def warm() -> None:
    """Import what takes long, once, so that each process that is forked has it."""
    for name in HEAVY:
        importlib.import_module(name)
    sys.path.insert(0, str(SOURCE))


class _FirstFailure:
    """Writes the first test that fails to a file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the test of a report that is a failure."""
        if report.failed and not self.file.exists():
            self.file.write_text(report.nodeid, encoding="utf-8")


def _run(mutant: Mutant | None, tests: Sequence[str], failure: Path | None) -> int:
    """Run tests in this process with a constant changed, in silence, and return pytest's status."""
    if mutant is not None:
        sys.meta_path.insert(0, _Finder(mutant))
    os.chdir(ROOT)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    options = ["-q", "-x", "-p", "no:cacheprovider", "--no-header", f"--rootdir={ROOT}"]
    return int(pytest.main([*options, *tests], [_FirstFailure(failure)] if failure else []))


def start(mutant: Mutant | None, tests: Sequence[str], failure: Path | None = None) -> int:
    """Fork a process that runs the tests, and return its number.

    The first test that fails is written to the file `failure`.
    """
    process = os.fork()
    if process:
        return process
    status = 3
    try:
        status = _run(mutant, tests, failure)
    finally:
        os._exit(status)


def wait(process: int, seconds: float = LONGEST_TEST_SECONDS) -> int | None:
    """Return the status that a process ended with; None where it was stopped for its time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.kill(process, 9)
    os.waitpid(process, 0)
    return None


def fails(status: int | None) -> bool:
    """Return whether tests that ended so have failed: one did, or could not even be collected."""
    return status in {1, 2}


def rooms_changed() -> frozenset[str]:
    """Return the rooms whose source or tests differ from `origin/main`, or from the last commit."""
    for base in ("origin/main", "HEAD~1"):
        listed = subprocess.run(
            ["git", "diff", "--name-only", base, "--", "src/variorum", "tests"],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        parts = [Path(line).parts for line in listed.stdout.splitlines()]
        rooms = frozenset(
            (path[2] if path[0] == "src" and len(path) > 3 else path[1] if len(path) > 2 else "")
            for path in parts
        )
        if rooms:
            return rooms - {"variorum"}
    return frozenset()


def check(rows: Iterable[tuple[Constant, Row]], seconds: float) -> int:
    """Run each row's test against its mutant; return how many do not fail."""
    end = time.monotonic() + seconds
    waiting = list(rows)
    running: list[tuple[int, Constant, Row]] = []
    unheld = done = 0
    while waiting or running:
        while waiting and len(running) < WORKERS and time.monotonic() < end:
            constant, row = waiting.pop(0)
            process = start(Mutant(constant, row.change), [row.test])
            running.append((process, constant, row))
        if not running:
            break
        process, constant, row = running.pop(0)
        done += 1
        if not fails(wait(process)):
            unheld += 1
            print(f"{constant.module}.{constant.name}: {row.test} does not notice {row.change}")
    rest = f"; {len(waiting)} not reached in {seconds:.0f} s" if waiting else ""
    print(
        f"{done} policy constants changed, {done - unheld} noticed by their test{rest}", flush=True
    )
    return unheld


def _order(item: tuple[Constant, Row]) -> str:
    """Return a key that shuffles the rows anew each hour, so that no row is left out for ever."""
    hour = int(time.time() // 3600)
    return hashlib.sha256(f"{hour} {item[0]}".encode()).hexdigest()


def main() -> int:
    """Check the rows asked for; return 1 where a test does not notice its constant."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rooms", nargs="+", default=None)
    parser.add_argument("--changed", action="store_true", help="only the rooms that have changed")
    parser.add_argument("--seconds", type=float, default=3600.0)
    options = parser.parse_args()
    rooms = options.rooms
    if options.changed:
        rooms = rooms_changed()
        print("rooms changed:", ", ".join(sorted(room or "(top)" for room in rooms)) or "none")
    rows = [
        (constant, row)
        for constant, row in read_tables().items()
        if row.noticed and (rooms is None or constant.room in rooms)
    ]
    if not rows:
        return 0
    warm()
    return int(check(sorted(rows, key=_order), options.seconds) > 0)


if __name__ == "__main__":
    sys.exit(main())
