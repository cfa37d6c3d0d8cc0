"""What is published leaves out restricted reports and every name that was redacted."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from decisions.weighed import made_in
from variorum.cli import app


@pytest.mark.parametrize("command", ["report", "export"])
def test_what_is_published_has_no_restricted_report_and_no_redacted_name(
    tmp_path: Path, command: str
):
    case, out = str(made_in(tmp_path)), tmp_path / "out"
    for words in (["restrict", "Herald"], ["redact", "Narvik"]):
        about = str(tmp_path / "herald.txt") if words[1] == "Herald" else words[1]
        told = [case, words[0], about, "--by", "Ada", "--why", "So."]
        assert CliRunner().invoke(app, ["decide", *told]).exception is None
    kept = {}
    for more in ([], ["--public"]):
        done = CliRunner().invoke(app, [command, case, "-o", str(out), *more])
        assert done.exception is None, done.exception
        kept[bool(more)] = out.read_text("utf-8")
    for name in ("Herald", "fire brigade", "Narvik"):
        assert name in kept[False]
        assert name not in kept[True]
