from __future__ import annotations

import json
from typing import Any

import bibtexparser
import pytest
from exported import exported

from variorum.case import Case
from variorum.model import Document

HARD = r"50% of {all} R&D_costs: $5 ~ #1 \ ^ “done”"


def case_of(**told: Any) -> Case:
    return Case(documents=(Document.from_text("Words.", path="a.txt", **told),))


def entry(case: Case) -> dict[str, str]:
    library = bibtexparser.parse_string(exported("bibtex", case).decode("utf-8"))
    assert not library.failed_blocks
    (found,) = library.entries
    return {field.key: field.value for field in found.fields}


def item(case: Case) -> dict[str, Any]:
    (found,) = json.loads(exported("csl", case))
    return dict(found)


def test_every_report_is_an_entry_with_a_key_of_its_own(disputed: Case) -> None:
    library = bibtexparser.parse_string(exported("bibtex", disputed).decode("utf-8"))
    keys = [found.key for found in library.entries]
    assert len(set(keys)) == len(keys) == len(disputed.documents)
    assert {len(key) for key in keys} == {len("variorum-") + 12}
    assert [row["id"] for row in json.loads(exported("csl", disputed))] == keys
    assert {found.entry_type for found in library.entries} == {"online"}


def test_what_latex_would_run_is_escaped_and_read_back_as_it_was() -> None:
    found = entry(case_of(title=HARD, url="https://a.example/{x}?a=1&b=%20"))
    plain = bibtexparser.middlewares.LatexDecodingMiddleware()
    library = bibtexparser.parse_string(
        exported("bibtex", case_of(title=HARD)).decode("utf-8"), append_middleware=[plain]
    )
    decoded = library.entries[0]["title"].replace("ˆ", "^")
    # The decoder knows no \\textbraceleft, and drops it.
    assert decoded.split() == HARD.replace("{", "").replace("}", "").split()
    assert found["url"] == "https://a.example/%7Bx%7D?a=1&b=%20"


def test_several_authors_are_several_and_a_body_with_an_and_is_one() -> None:
    case = case_of(author="Ann Lee; Ministry of Trade and Industry")
    assert entry(case)["author"] == "{Ann Lee} and {Ministry of Trade and Industry}"
    names = [{"literal": "Ann Lee"}, {"literal": "Ministry of Trade and Industry"}]
    assert item(case)["author"] == names


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        ("2031-05-04", {"date-parts": [[2031, 5, 4]]}),
        ("2031-05", {"date-parts": [[2031, 5]]}),
        ("2031-05-04/2031-05-06", {"date-parts": [[2031, 5, 4], [2031, 5, 6]]}),
        ("2031-05-04/..", {"literal": "2031-05-04/.."}),
        (None, None),
    ],
)
def test_a_date_stays_as_exact_as_it_is(published: str | None, issued: Any) -> None:
    case = case_of(published=published)
    assert item(case).get("issued") == issued
    assert entry(case).get("date") == published
