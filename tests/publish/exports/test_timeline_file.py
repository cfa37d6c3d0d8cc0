from __future__ import annotations

import json
import re
from typing import Any

import pytest
from exported import exported
from test_geojson_file import TEXT, boats

from variorum.case import Case
from variorum.model import Document
from variorum.text import span


def slides(case: Case) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(exported("timelinejs", case))["events"]
    return rows


def test_a_slide_has_the_day_the_words_and_who_says_so() -> None:
    (slide,) = slides(boats("2031-05-04"))
    assert slide["start_date"] == slide["end_date"] == {"year": 2031, "month": 5, "day": 4}
    assert slide["display_date"] == "4 May 2031"
    assert TEXT in slide["text"]["text"]
    assert "The Gull, 5 May 2031" in slide["text"]["text"]


def test_a_long_quotation_is_cut_in_the_heading_and_whole_below() -> None:
    case = boats("2031-05-04")
    (slide,) = slides(case)
    assert slide["text"]["headline"] == TEXT
    long = Document.from_text(TEXT[:-1] + ", and the rest of a sentence that goes on" * 4 + ".")
    claim = case.claims[0].model_copy(
        update={"document": long.id, "content": (span(long, 0, len(long.text)),)}
    )
    (slide,) = slides(Case(documents=(long,), claims=(claim,)))
    assert 80 < len(slide["text"]["headline"]) <= 90
    assert long.text in slide["text"]["text"]


@pytest.mark.parametrize("when", ["2031-05-04/..", "XXXX-05-04"])
def test_what_has_no_first_and_last_day_has_no_slide(when: str) -> None:
    assert slides(boats(when)) == []


def test_a_month_is_shown_from_its_first_day_to_its_last() -> None:
    (slide,) = slides(boats("2031-05"))
    assert (slide["start_date"]["day"], slide["end_date"]["day"]) == (1, 31)


def test_nothing_of_a_report_is_markup(disputed: Case) -> None:
    text = exported("timelinejs", disputed).decode("utf-8")
    tags = set(re.findall(r"<(/?\w+)", text))
    assert tags <= {"blockquote", "/blockquote", "p", "/p", "a", "/a"}


def test_the_title_is_there_even_without_slides() -> None:
    assert json.loads(exported("timelinejs", Case()))["title"]["text"]["headline"]
