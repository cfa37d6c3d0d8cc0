"""Each command as a function: what it writes is what the case holds."""

from pathlib import Path

import pytest
import typer

from variorum.cli.add_command import MOST_ROWS, add
from variorum.cli.build_command import build
from variorum.cli.case_files import written
from variorum.cli.commands import COMMANDS, app
from variorum.cli.export_command import export
from variorum.cli.progress_bars import error_console, print_unread, progress_bars
from variorum.cli.report_command import report
from variorum.cli.show_command import show
from variorum.errors import VariorumError
from variorum.model import Gap
from variorum.notebook import open_case

DATED = "---\npublished: 2019-05-04\n---\n\n"
REPORTS = {
    "a.txt": DATED + "The mayor said that 13 people were killed in the fire.",
    "b.txt": DATED + "Police said that 40 people were killed in the fire.",
}


@pytest.fixture
def case_file(tmp_path):
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    build([str(tmp_path / name) for name in REPORTS], tmp_path / "case.db", workers=1)
    return tmp_path / "case.db"


def test_a_case_is_built_opened_shown_and_written(case_file, capsys):
    case = open_case(case_file)
    assert sorted(Path(d.path or "").name for d in case.documents) == sorted(REPORTS)
    show(case_file)
    assert "40" in capsys.readouterr().out
    report(case_file, case_file.with_suffix(".html"), "The fire")
    assert "The fire" in case_file.with_suffix(".html").read_text("utf-8")
    export(case_file, "json", case_file.with_suffix(".json"))
    assert case_file.with_suffix(".json").read_text("utf-8").startswith("{")


def test_rows_that_cannot_be_read_are_listed_up_to_twenty(case_file, capsys):
    events = case_file.with_name("events.csv")
    rows = "".join(f"x{number},no day,Vik\n" for number in range(MOST_ROWS + 3))
    events.write_text(f"row,start,place\n{rows}", encoding="utf-8")
    with pytest.raises((typer.Exit, VariorumError)):
        add(events, case_file)
    listed = capsys.readouterr().err.count("events.csv, line")
    assert listed in {0, 20}


def test_a_file_that_cannot_be_written_is_an_error_of_ours(tmp_path):
    with (
        pytest.raises(VariorumError, match="cannot be written"),
        written(tmp_path / "no" / "a.txt"),
    ):
        pass


def test_nothing_is_drawn_where_there_is_no_terminal(capsys):
    with progress_bars() as progress:
        progress("read", 1, 2)
    print_unread([Gap(what="a.pdf", why="It is broken.")])
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "a.pdf" in streams.err
    assert error_console().stderr


def test_every_command_of_the_table_can_be_loaded():
    group = typer.main.get_command(app)
    assert group.list_commands(None) == list(COMMANDS)
    assert all(group.get_command(None, name) is not None for name in COMMANDS)
    assert group.get_command(None, "nothing") is None
