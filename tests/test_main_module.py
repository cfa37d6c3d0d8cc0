"""`python -m variorum` is the command line."""

import variorum.__main__ as entry
from variorum.cli import main


def test_the_module_runs_the_command_line():
    assert entry.main is main
