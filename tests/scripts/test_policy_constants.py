"""Each policy constant stands in the table of its room, with a test that is there."""

import ast
import functools
import subprocess
import sys

import pytest

from find_noticing_tests import listed
from policy_constants import (
    CHANGES,
    ROOT,
    Constant,
    Row,
    changed,
    constants,
    constants_in,
    read_tables,
)

SOURCE = '''
"""A module."""
from datetime import timedelta
REACH = 6
SHARE: float = 1 / 3
LESS = -1.5
BOUNDS = (0.9, 1.1)
NEAR, FAR = 2, 40
WEIGHT = {"sum": 1.5, "rest": 1}
SOON = timedelta(days=3)
NAME = "a"
WORDS = ("a", 2)
YES = True
lower = 3
'''


def value(name, change):
    scope: dict = {}
    exec(compile(changed(SOURCE, name, change), "module", "exec"), scope)
    return scope[name]


def test_numbers_in_capitals_are_policy_and_nothing_else():
    assert constants_in(SOURCE) == [
        "REACH", "SHARE", "LESS", "BOUNDS", "NEAR", "FAR", "WEIGHT", "SOON"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "more", "less"),
    [
        ("REACH", 13, 0),
        ("LESS", -4.0, 0),
        ("NEAR", 5, 0),
        ("FAR", 81, 0),
        ("WEIGHT", {"sum": 4.0, "rest": 3}, {"sum": 0, "rest": 0}),
    ],
)
def test_a_constant_is_changed_alone_and_by_much(name, more, less):
    assert (value(name, "more"), value(name, "less")) == (more, less)
    others = [other for other in constants_in(SOURCE) if other != name]
    scope: dict = {}
    exec(compile(changed(SOURCE, name, "more"), "module", "exec"), scope)
    plain: dict = {}
    exec(compile(SOURCE, "module", "exec"), plain)
    assert all(scope[other] == plain[other] for other in others)


def test_what_is_no_constant_cannot_be_changed():
    with pytest.raises(ValueError, match="NAME is no policy constant"):
        changed(SOURCE, "NAME", "more")


def test_every_constant_is_in_the_table_of_its_room_and_no_other_is():
    known = set(read_tables())
    here = set(constants())
    assert sorted(here - known) == [], "run scripts/find_noticing_tests.py"
    assert sorted(known - here) == [], "take them off the tables"


@functools.cache
def functions_of(file):
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_named_test_is_there():
    for constant, row in read_tables().items():
        assert row.change in {*CHANGES, "-"}, constant
        if row.noticed:
            file, _, test = row.test.partition("::")
            assert (ROOT / file).exists(), constant
            assert test.partition("[")[0] in functions_of(file), constant


CHECK = """
from mutate import Mutant, check, fails, start, wait
from policy_constants import Constant, Row
million = Constant("variorum.wording", "MILLION")
row = Row("more", "tests/test_wording.py::test_a_number_is_written_with_two_decimals_at_most")
other = Row("more", "tests/test_wording.py::test_counts_of_none_one_and_many")
unheld = check([(million, row)], 60.0), check([(million, other)], 60.0)
print(*unheld, wait(start(None, [row.test])))
"""


def test_a_changed_constant_is_noticed_by_its_test_and_by_no_other():
    ended = subprocess.run(
        [sys.executable, "-c", CHECK], cwd=ROOT / "scripts", capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert ended.stdout.splitlines()[-1] == "0 1 0"


def test_a_constant_that_has_moved_keeps_its_test_and_a_new_one_has_none():
    here = [Constant("a.new", "REACH"), Constant("a.b", "FAR")]
    known = {Constant("a.old", "REACH"): Row("more", "tests/x.py::test_y")}
    assert listed(here, known) == {
        here[0]: Row("more", "tests/x.py::test_y"),
        here[1]: Row("-", "-"),
    }
