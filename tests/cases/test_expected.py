"""The expectations of the small cases name words that stand in their files."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from variorum.model import Rule

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/expected.yaml"))


def expected(case: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((case / "expected.yaml").read_text("utf-8"))
    return loaded


def quotes(case: Path) -> list[tuple[str, str]]:
    record = expected(case)
    findings = record["must_find"] + record["must_not_find"]
    claims = [claim for finding in findings for claim in finding["claims"]]
    claims += [pair[side] for pair in record["corrections"] for side in ("earlier", "later")]
    return [(claim["file"], claim["quote"]) for claim in claims]


def test_there_is_a_case() -> None:
    assert CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_quote_stands_exactly_once_in_its_file(case: Path) -> None:
    wrong = {
        (file, quote): count
        for file, quote in quotes(case)
        if (count := (case / file).read_text("utf-8").count(quote)) != 1
    }
    assert wrong == {}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_rule_is_one_of_ours_and_every_finding_says_why(case: Path) -> None:
    record = expected(case)
    assert {found["rule"] for found in record["must_find"]} <= set(Rule)
    assert all(found["because"] and len(found["claims"]) >= 2 for found in record["must_find"])
    assert all(found["why"] for found in record["must_not_find"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_origins_name_files_of_the_case(case: Path) -> None:
    named = {file for origin in expected(case)["origins"] for file in origin["documents"]}
    assert named <= {path.name for path in case.glob("*.txt")}
