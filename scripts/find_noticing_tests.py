"""Fills `tests/<room>/constants.tsv`: finds for each policy constant a test that notices it.

    python scripts/find_noticing_tests.py [--rooms ROOM ...] [--trace FILE] [--again] [--seconds N]

First every test is run once, and which functions of the source it calls is kept in FILE (`--again`
runs them anew). Then each constant without a test is changed, and the tests that call a function
which reads it are run, the quick ones first, until one fails. `--seconds` bounds the tests tried
for one constant by the time they took alone. A row whose test still notices is left as it is.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from mutate import Mutant, fails, start, wait, warm
from policy_constants import (
    CHANGES,
    ROOT,
    SOURCE,
    UNNOTICED,
    Constant,
    Row,
    constants,
    read_tables,
    write_tables,
)

SKIPPED = ("tests/cases", "tests/test_cli.py", "tests/test_docs.py", "tests/publish/test_page.py")
LONGEST_TRACE_SECONDS = 3600
PACKAGE = str(SOURCE / "variorum")
Users = dict[Constant, set[str]]


class Tracer:
    """Keeps which functions of the source each test calls, and how long it takes."""

    def __init__(self) -> None:
        self.called: dict[str, list[str]] = {}
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Follow one test with its fixtures."""
        codes: set[Any] = set()

        def follow(frame: FrameType, _event: str, _argument: object) -> None:
            codes.add(frame.f_code)

        begun = time.perf_counter()
        sys.settrace(follow)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            self.seconds[item.nodeid] = time.perf_counter() - begun
            self.called[item.nodeid] = sorted(
                {_key(code) for code in codes if code.co_filename.startswith(PACKAGE)}
            )


def _key(code: Any) -> str:
    module = ".".join(Path(code.co_filename).relative_to(SOURCE).with_suffix("").parts)
    return f"{module}:{code.co_qualname.partition('.<')[0]}"


def trace(file: Path) -> None:
    """Run all tests in a process of its own, and write to a file what each calls, and how long."""
    process = os.fork()
    if process:
        wait(process, LONGEST_TRACE_SECONDS)
        return
    try:
        tracer = Tracer()
        tests = [f"--ignore={ROOT / path}" for path in SKIPPED]
        pytest.main(
            ["-q", "-p", "no:cacheprovider", f"--rootdir={ROOT}", *tests, "tests"], [tracer]
        )
        file.write_text(json.dumps({"called": tracer.called, "seconds": tracer.seconds}))
    finally:
        os._exit(0)


class _Module:
    """What reads which names in a module, gathered once."""

    def __init__(self, name: str, source: str) -> None:
        self.imported: dict[str, set[str]] = defaultdict(set)
        self.readers: list[tuple[str, set[str]]] = []
        self.made: list[tuple[set[str], set[str]]] = []
        tree = ast.parse(source)
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                self.imported[node.module] |= {alias.name for alias in node.names}
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                self.readers.append((f"{name}:{node.name}", _names(node)))
            elif isinstance(node, ast.ClassDef):
                self.readers.append((f"{name}:{node.name}", _names(node)))
                methods = [child for child in node.body if isinstance(child, ast.FunctionDef)]
                rest = _names(node) - set().union(*map(_names, methods))
                for method in methods:
                    names = _names(method) | rest
                    self.readers.append((f"{name}:{node.name}.{method.name}", names))
            elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                made = {name for target in targets for name in _names(target)}
                self.made.append((made, _names(node.value)))

    def reading(self, names: set[str]) -> set[str]:
        """Return the functions that read one of the names, or a name that is made of them."""
        known = set(names)
        for made, of in self.made:
            known |= made if of & known else set()
        return {reader for reader, read in self.readers if read & known}


def users() -> Users:
    """Return for each constant the functions that read it, or read what is made of it."""
    modules = {
        name: _Module(name, path.read_text("utf-8"))
        for path in (SOURCE / "variorum").rglob("*.py")
        for name in [".".join(path.relative_to(SOURCE).with_suffix("").parts)]
    }
    found: Users = {}
    for constant in constants():
        found[constant] = modules[constant.module].reading({constant.name})
        for module in modules.values():
            if constant.name in module.imported.get(constant.module, ()):
                found[constant] |= module.reading({constant.name})
    return found


def _names(node: ast.AST) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def calling(called: dict[str, list[str]]) -> dict[str, set[str]]:
    """Return the tests that call each function, given the functions that each test calls."""
    found: dict[str, set[str]] = defaultdict(set)
    for test, keys in called.items():
        for key in keys:
            found[key].add(test)
    return found


def candidates(tests: set[str], room: str, seconds: dict[str, float], most: float) -> list[str]:
    """Return the tests to try: those of the room first, quick before slow, up to some seconds."""
    own = f"tests/{room}/"
    total, chosen = 0.0, []
    for test in sorted(tests, key=lambda test: (not test.startswith(own), seconds[test])):
        if not chosen or total + seconds[test] <= most:
            total += seconds[test]
            chosen.append(test)
    return chosen


def noticing(constant: Constant, tests: list[str]) -> Row:
    """Return the change that a test notices and the test, or that none does."""
    for change in CHANGES if tests else ():
        with tempfile.TemporaryDirectory() as folder:
            failure = Path(folder) / "failure"
            status = wait(start(Mutant(constant, change), tests, failure))
            if fails(status) and failure.exists():
                return Row(change, failure.read_text("utf-8"))
    return Row(UNNOTICED, UNNOTICED)


def main() -> int:
    """Fill the tables, and print how many constants are noticed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rooms", nargs="+", default=None)
    parser.add_argument("--trace", type=Path, default=Path("trace.json"))
    parser.add_argument("--again", action="store_true", help="trace the tests again")
    parser.add_argument("--retry", action="store_true", help="try those too that no test noticed")
    parser.add_argument("--seconds", type=float, default=6.0, help="of tests, for one constant")
    parser.add_argument("--bound", type=float, default=3600.0, help="seconds for all of them")
    options = parser.parse_args()
    end = time.monotonic() + options.bound
    known = read_tables()
    readers = users()
    if options.again or not options.trace.exists():
        trace(options.trace)
    held = json.loads(options.trace.read_text("utf-8"))
    by_reader = calling(held["called"])
    warm()
    rows = {constant: row for constant, row in known.items() if constant in readers}
    for constant, its_readers in readers.items():
        row = rows.get(constant)
        skipped = row is not None and (row.noticed or not options.retry)
        if skipped or (options.rooms and constant.room not in options.rooms):
            continue
        if time.monotonic() > end:
            break
        tests = {test for reader in its_readers for test in by_reader.get(reader, ())}
        chosen = candidates(tests, constant.room, held["seconds"], options.seconds)
        rows[constant] = noticing(constant, chosen)
        print(constant.module, constant.name, len(chosen), *rows[constant], flush=True)
        write_tables({each: rows[each] for each in rows if each.room == constant.room})
    print(sum(row.noticed for row in rows.values()), "of", len(readers), "constants are noticed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
