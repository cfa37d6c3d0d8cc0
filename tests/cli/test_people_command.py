"""`variorum people`: who may sign in, and the invitations that are printed."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from decisions.weighed import made_in
from variorum.cli import app
from variorum.cli.people_command import people
from variorum.store import People, Role


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    return made_in(tmp_path)


def run(*words: object):
    return CliRunner().invoke(app, ["people", *map(str, words)])


def test_people_are_added_changed_listed_and_removed(case_file: Path):
    assert run(case_file).output == ""
    assert "join?invitation=" in run(case_file, "Ada Lund", "--role", "owner").output
    assert run(case_file, "Bo").output.endswith("owner: Ada Lund (invited)\nreader: Bo (invited)\n")
    run(case_file, "Bo", "--role", "editor")
    run(case_file, "Bo")
    with People(case_file, create=False) as accounts:
        accounts.set_password("Bo", "hash")
        assert accounts.person("Bo").role is Role.EDITOR
    assert run(case_file).output == "owner: Ada Lund (invited)\neditor: Bo\n"
    assert run(case_file, "Bo", "--remove").output == "owner: Ada Lund (invited)\n"
    assert "Somebody has to own the case" in str(run(case_file, "Ada Lund", "--remove").exception)


def test_a_case_that_is_missing_is_told():
    assert "does not exist" in str(run("none.db").exception)
    assert people.__doc__
