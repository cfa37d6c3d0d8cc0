"""`variorum audit`: how often the machine was right, in the terminal and as JSON."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import variorum
from decisions.weighed import claim_of, made_in
from variorum.cli import app
from variorum.cli.audit_command import audit


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    return made_in(tmp_path)


def run(*arguments: object):
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_the_figures_of_what_was_reviewed_are_printed_and_given_as_json(case_file):
    assert (
        "'variorum decide' accepts, corrects or rejects claims." in run("audit", case_file).output
    )
    case = variorum.open_case(case_file)
    for claim, kind in (
        (claim_of(case, "40 people"), "accept"),
        (claim_of(case, "55 p"), "reject"),
    ):
        for who in ("Ada", "Bo"):
            case = case.decide(kind, claim, who=who, why="Read.")
    printed = run("audit", case_file).output
    assert "2 claims reviewed, no claims added by people" in printed
    assert "agreement on keep: alpha 1.00" in printed
    told = json.loads(run("audit", case_file, "--json").output)
    assert told["reviewed"] == 2
    speaker = next(row for row in told["fields"] if row["name"] == "speaker")
    assert (speaker["right"], speaker["of"], speaker["share"]) == (1, 2, 0.5)
    assert [row["name"] for row in told["sources"]] == ["Courier", "Herald"]


def test_the_command_says_what_it_counts():
    assert "Krippendorff's alpha" in (audit.__doc__ or "")
