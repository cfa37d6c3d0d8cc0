"""The numeric policy constants of the source, and the tables that name a test for each.

A policy constant is a name in capitals at the level of a module whose value is written in numbers:
a number, a sum of numbers, a tuple of them, a dictionary or a call of `timedelta`, `date` or
`range` whose arguments they are. `tests/<room>/constants.tsv` holds a row for each one of a room:

    module    constant    change    test

The test is one that fails when the constant is changed: to more than twice its value (`more`), or
to nothing (`less`; a number that is not above zero goes further down). A row with `-` for the
change and the test is a constant that no test notices. How many there are of those in a room stands
in `benchmarks/floors.json` and only falls.
"""

from __future__ import annotations

import ast
import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

__all__ = [
    "CHANGES",
    "Constant",
    "Row",
    "changed",
    "constants",
    "constants_in",
    "read_tables",
    "write_tables",
]

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
TESTS = ROOT / "tests"
CALLS = frozenset({"timedelta", "date", "range"})
UNNOTICED = "-"
Number = int | float


class Constant(NamedTuple):
    """A constant: its module, its name, and the room whose table holds it ("" above the rooms)."""

    module: str
    name: str

    @property
    def room(self) -> str:
        """The first package below `variorum` that the module stands in."""
        parts = self.module.split(".")
        return parts[1] if (SOURCE / "variorum" / parts[1]).is_dir() else ""


class Row(NamedTuple):
    """The change of a constant that a test notices, and the test."""

    change: str
    test: str

    @property
    def noticed(self) -> bool:
        """Whether a test notices the constant."""
        return self.test != UNNOTICED


def _more(value: Number) -> Number:
    return value + abs(value) + 1


def _less(value: Number) -> Number:
    return 0 if value > 0 else 2 * value - 1


CHANGES: dict[str, Callable[[Number], Number]] = {"more": _more, "less": _less}


def constants() -> list[Constant]:
    """Return the policy constants of the whole source, in order."""
    found = []
    for path in sorted((SOURCE / "variorum").rglob("*.py")):
        module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        found += [Constant(module, n) for n in constants_in(path.read_text("utf-8"))]
    return found


def constants_in(source: str) -> list[str]:
    """Return the names of the policy constants of one module."""
    return [name for name, _ in _assigned(ast.parse(source))]


def changed(source: str, name: str, change: str) -> ast.Module:
    """Return the module with every number of one constant changed."""
    tree = ast.parse(source)
    for found, value in _assigned(tree):
        if found == name:
            for node in _numbers(value):
                # Python writes a negative number as the minus of a positive one.
                node.value = CHANGES[change](node.value)
            return ast.fix_missing_locations(tree)
    raise ValueError(f"{name} is no policy constant of the module.")


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            target, value = node.target, node.value
        else:
            continue
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            pairs = zip(target.elts, value.elts, strict=True)
        else:
            pairs = iter([(target, value)])
        for one, its in pairs:
            if isinstance(one, ast.Name) and one.id.isupper() and _is_numeric(its):
                yield one.id, its


def _is_numeric(value: ast.expr) -> bool:
    parts: list[ast.expr]
    match value:
        case ast.Constant(value=number):
            return isinstance(number, int | float) and not isinstance(number, bool)
        case ast.UnaryOp(operand=operand):
            parts = [operand]
        case ast.BinOp(left=left, right=right):
            parts = [left, right]
        case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Dict(values=items):
            parts = items
        case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called)) if called in CALLS:
            parts = [*value.args, *(each.value for each in value.keywords)]
        case _:
            parts = []
    return bool(parts) and all(map(_is_numeric, parts))


def _numbers(value: ast.expr) -> list[ast.Constant]:
    """Return the numbers that a value is written in; of a dictionary, those of its values."""
    parts: list[ast.expr] = [*value.values] if isinstance(value, ast.Dict) else [value]
    return [n for part in parts for n in ast.walk(part) if isinstance(n, ast.Constant)]


def _table(room: str) -> Path:
    return TESTS / room / "constants.tsv"


def read_tables() -> dict[Constant, Row]:
    """Return the rows of all tables, by constant."""
    rows = {}
    for path in sorted(TESTS.rglob("constants.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for line in csv.DictReader(lines, delimiter="\t"):
                rows[Constant(line["module"], line["constant"])] = Row(line["change"], line["test"])
    return rows


def write_tables(rows: dict[Constant, Row]) -> None:
    """Write one table a room."""
    for room in {constant.room for constant in rows}:
        own = sorted(constant for constant in rows if constant.room == room)
        lines = ["\t".join([*constant, *rows[constant]]) for constant in own]
        text = "\n".join(["module\tconstant\tchange\ttest", *lines]) + "\n"
        _table(room).write_text(text, encoding="utf-8")
