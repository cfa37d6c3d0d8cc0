"""`variorum decide`: decisions from the command line, one or a file of them."""

import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

import variorum
from decisions.weighed import build, claim_of, made_in
from variorum.cli import app
from variorum.cli.decide_command import STDIN


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    return made_in(tmp_path)


def run(*arguments: object):
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_the_command_decides_prints_the_log_and_takes_it_back_in(case_file, tmp_path):
    claim = claim_of(variorum.open_case(case_file), "55 people")
    done = run("decide", case_file, "reject", claim[:12], "--by", "Ada", "--why", "Another town.")
    assert done.exit_code == 0, done.output
    assert done.output.startswith(f"1 decision: {case_file}\ndecision-")
    assert f"reject {claim}" in done.output
    assert "Gone: 1 dispute" in done.output
    log = run("decide", case_file, "--log").output
    (tmp_path / "log.jsonl").write_text(log, encoding="utf-8")
    again = run("decide", case_file, "--from", tmp_path / "log.jsonl")
    assert again.output.startswith(f"no decisions: {case_file}")
    (tmp_path / "case.db").rename(tmp_path / "old.db")
    build(tmp_path)
    afresh = run("decide", case_file, "--from", tmp_path / "log.jsonl")
    assert afresh.output.startswith(f"1 decision: {case_file}")
    assert run("decide", case_file, "--log").output == log
    shown = run("show", case_file, "--decisions").output
    assert "Ada, reject: Another town." in shown
    assert "“that 55 people died in Narvik”" in shown


def test_fields_are_told_from_names(case_file):
    done = run(
        "decide", case_file, "grade", "Courier", "reliability=B", "--by", "Ada", "--why", "Careful."
    )
    assert done.exit_code == 0, done.output
    undone = run("decide", case_file, "undo", "decision-", "--by", "Bo", "--why", "Not so.")
    assert undone.exit_code == 0, undone.output
    shown = run("show", case_file, "--decisions").output
    assert "Ada, grade: Courier, reliability B (undone): Careful." in shown


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("--annotations", "none.ann"),
            "none.ann cannot be opened; check its name, or export it anew.",
        ),
        ((), "Say what is decided, as 'variorum decide CASE reject CLAIM'."),
        (("--from", "none.jsonl"), "none.jsonl cannot be read as UTF-8 text; check its name."),
        (("accept", "claim-"), "'accept' cannot be decided without who decides; name it."),
    ],
)
def test_what_cannot_be_decided_is_one_sentence(case_file, arguments, told):
    done = run("decide", case_file, *arguments)
    assert str(done.exception) == told


def test_decisions_come_from_the_standard_input_too(case_file):
    line = '{"kind": "note", "about": "Courier", "who": "Ada", "why": "A daily."}'
    done = CliRunner().invoke(app, ["decide", str(case_file), "--from", str(STDIN)], input=line)
    assert done.output.startswith(f"1 decision: {case_file}")


def test_only_what_was_reviewed_is_exported_where_that_is_asked_for(case_file):
    claim = claim_of(variorum.open_case(case_file), "55 people")
    variorum.open_case(case_file).decide("accept", claim, who="Ada", why="Right.")
    rows = run("export", case_file, "--format", "csv", "--reviewed").output.splitlines()
    assert [row.split(",")[0] for row in rows[1:]] == [claim]


def test_annotations_come_back_as_decisions_and_what_cannot_be_decided_is_listed(
    case_file, tmp_path
):
    exported = tmp_path / "marked.zip"
    run("export", case_file, "--format", "brat", "--output", exported)
    same = run("decide", case_file, "--annotations", exported)
    assert same.output.startswith(f"no decisions: {case_file}")
    zipfile.ZipFile(exported).extractall(tmp_path / "marked")
    file = next((tmp_path / "marked").glob("*Herald.ann"), None) or next(
        (tmp_path / "marked").glob("0002-*.ann")
    )
    lines = file.read_text("utf-8").replace("asserts", "denies")
    file.write_text(f"{lines}T99\tCue 4 8\tfire\n", encoding="utf-8")
    done = run("decide", case_file, "--annotations", tmp_path / "marked", "--by", "Ada")
    assert done.exit_code == 1
    assert "1 decision: " in done.output
    assert "1 mark of Cue of no claim" in done.stderr
    log = variorum.open_case(case_file).decisions
    assert [(one.kind, one.fields, one.who) for one in log] == [
        ("correct", {"stance": "denies"}, "Ada")
    ]
