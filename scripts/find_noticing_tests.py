"""Fills `tests/<room>/constants.tsv`: finds for each policy constant a test that notices it.

    python scripts/find_noticing_tests.py [--rooms ROOM ...] [--retry] [--each N] [--bound N]
    python scripts/find_noticing_tests.py --list

A constant without a test is changed, and the test files that import its module by its own path are
run until a test fails: those that are named for the module first, the gold of the room last.
`--each` bounds the seconds for one change of one constant, `--bound` those for all. A row that
names a test is left as it is, and one that names none unless `--retry` is given. `--list` runs
nothing: it takes off what is gone, follows a constant that has moved to another module under its
name, and enters the rest without a test.
"""

from __future__ import annotations

import argparse
import ast
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from mutate import Mutant, fails, start, wait, warm
from policy_constants import (
    CHANGES,
    ROOT,
    TESTS,
    UNNOTICED,
    Constant,
    Row,
    constants,
    read_tables,
    write_tables,
)

# What takes long and asks for everything at once.
SKIPPED = ("tests/cases", "tests/test_cli.py", "tests/test_docs.py", "tests/publish/test_page.py")


def importing() -> dict[str, list[str]]:
    """Return the test files that import each module by its own path."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        name = str(path.relative_to(ROOT))
        if name.startswith(SKIPPED):
            continue
        modules: set[str] = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules |= {node.module, *(f"{node.module}.{a.name}" for a in node.names)}
        for module in modules:
            found[module].append(name)
    return found


def noticing(constant: Constant, files: list[str], seconds: float) -> Row:
    """Return the change that a test notices and the test, or that none does."""
    mirror = f"test_{constant.module.rpartition('.')[2]}.py"
    ordered = sorted(files, key=lambda file: (not file.endswith(mirror), file))
    gold = f"tests/{constant.room}/test_{constant.room}_floors.py"
    ordered += [gold] if (ROOT / gold).exists() else []
    for change in CHANGES if ordered else ():
        with tempfile.TemporaryDirectory() as folder:
            failure = Path(folder) / "failure"
            status = wait(start(Mutant(constant, change), ordered, failure), seconds)
            if failure.exists() and (status is None or fails(status)):
                return Row(change, failure.read_text("utf-8"))
    return Row(UNNOTICED, UNNOTICED)


def listed(here: list[Constant], known: dict[Constant, Row]) -> dict[Constant, Row]:
    """Return a row for each constant: its own, that of the one gone of its name, or one without."""
    gone = [constant for constant in known if constant not in set(here)]
    rows = {}
    for constant in here:
        namesakes = [each for each in gone if each.name == constant.name]
        moved = known[namesakes[0]] if len(namesakes) == 1 else Row(UNNOTICED, UNNOTICED)
        rows[constant] = known.get(constant, moved)
    return rows


def main() -> int:
    """Fill the tables, and print how many constants are noticed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rooms", nargs="+", default=None)
    parser.add_argument("--list", action="store_true", help="only bring the tables up to date")
    parser.add_argument("--retry", action="store_true", help="try those too that no test noticed")
    parser.add_argument("--each", type=float, default=20.0, metavar="SECONDS")
    parser.add_argument("--bound", type=float, default=3600.0, metavar="SECONDS")
    options = parser.parse_args()
    end = time.monotonic() + options.bound
    here, files, known = constants(), importing(), read_tables()
    if options.list:
        write_tables(listed(here, known))
        return 0
    warm()
    rows = {constant: known[constant] for constant in here if constant in known}
    for constant in here:
        row = rows.get(constant)
        settled = row is not None and (row.noticed or not options.retry)
        if settled or (options.rooms and constant.room not in options.rooms):
            continue
        if time.monotonic() > end:
            break
        rows[constant] = noticing(constant, files[constant.module], options.each)
        print(constant.module, constant.name, *rows[constant], flush=True)
        write_tables({each: rows[each] for each in rows if each.room == constant.room})
    print(sum(row.noticed for row in rows.values()), "of", len(here), "constants are noticed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
