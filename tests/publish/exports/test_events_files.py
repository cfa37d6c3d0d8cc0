"""Event files are read back by `variorum add`'s own reader, and by what their layouts say."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from exported import exported

from variorum.case import Case, Comparison
from variorum.model import (
    Answer,
    Claim,
    Document,
    Event,
    Gap,
    Happening,
    Place,
    Question,
    QuestionStatus,
    SceneRole,
    Scope,
    When,
)
from variorum.read import read_events
from variorum.text import span

TEXT = "On 4 May 2031, 12 people were killed in Mersa. Others put it at 9 to 15 in all."


def mersa(*bounds: tuple[float | None, float | None], kind: str = "killed", **told: Any) -> Case:
    document = Document.from_text(TEXT, path="a.txt", publisher="The Gull", published="2031-05-05")
    day = When(
        edtf="2031-05-04", text="4 May 2031", span=span(document, 3, 13), role=SceneRole.HAPPENING
    )
    place = Place(
        name="Mersa", lat=31.3, lon=27.2, radius_km=4.0, country="EG", span=span(document, 40, 45)
    )
    claim = Claim.narrated(document, (span(document, 0, 46),), hedges=(), certainty="CT+")
    claim = claim.model_copy(update={"places": (place,), "when": (day,) if kind != "none" else ()})
    happening = Happening(
        id="happening-1",
        kind="killed",
        label="Mersa, 4 May 2031",
        main=True,
        documents=(document.id,),
        claims=(claim.id,),
        because="They share a day.",
        **{"when": "2031-05-04", "places": ("Mersa",), **told},
    )
    answers = tuple(
        Answer(claim=claim.id, span=span(document, 15, 24), low=low, high=high, standing="fact")
        for low, high in bounds
    )
    question = Question(
        id="question-1",
        label="How many people were killed?",
        kind="people",
        happening=happening.id,
        scope=Scope(event="killed"),
        claims=(claim.id,),
        answers=answers,
        status=QuestionStatus.DISPUTED,
    )
    comparison = Comparison(happenings=(happening,), questions=(question,))
    return Case(documents=(document,), claims=(claim,), comparison=comparison)


def rows(name: str, case: Case) -> list[dict[str, str]]:
    text = exported(name, case).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def events(name: str, case: Case, folder: Path) -> list[Event | Gap]:
    path = folder / f"{name}.csv"
    path.write_bytes(exported(name, case))
    return list(read_events(path))


@pytest.mark.parametrize(
    ("bounds", "best"),
    [
        ([(12, 12), (9, 15)], ("", "9", "15")),
        ([(12, 12), (12, 12)], ("12", "12", "12")),
        ([(12, 12), (12, None)], ("", "12", "12")),
        ([(None, 40)], ("", "", "40")),
    ],
)
def test_our_range_stands_beside_a_number_only_where_all_say_the_same(bounds, best) -> None:
    (row,) = rows("ucdp", mersa(*bounds))
    assert (row["best"], row["low"], row["high"]) == best
    (other,) = rows("acled", mersa(*bounds))
    assert (other["fatalities"], other["variorum_low"], other["variorum_high"]) == best


def test_what_the_reports_do_not_tell_is_left_to_coders() -> None:
    (row,) = rows("ucdp", mersa((12, 12)))
    assert row["type_of_violence"] == row["side_a"] == row["side_b"] == ""
    (other,) = rows("acled", mersa((12, 12)))
    assert other["event_type"] == other["actor1"] == ""


def test_day_place_and_sources_are_those_of_the_record() -> None:
    (row,) = rows("ucdp", mersa((12, 12)))
    assert (row["date_start"], row["date_end"], row["date_prec"]) == ("2031-05-04",) * 2 + ("1",)
    assert (row["where_coordinates"], row["where_prec"], row["country"]) == ("Mersa", "1", "EG")
    assert (row["where_description"], row["variorum_reports"]) == ("Mersa", "1")
    assert (row["source_office"], row["number_of_sources"]) == ("The Gull", "1")
    (other,) = rows("acled", mersa((12, 12)))
    assert (other["event_date"], other["time_precision"]) == ("2031-05-04", "1")
    assert (other["latitude"], other["geo_precision"]) == ("31.3", "1")


@pytest.mark.parametrize(
    ("when", "code", "day"),
    [
        ("2031-05-04/2031-05-06", "2", "2031-05-05"),
        ("2031-05", "3", "2031-05-16"),
        ("2031", "", ""),
        (None, "", ""),
    ],
)
def test_a_time_known_in_part_has_its_code_and_the_middle_day(when, code, day) -> None:
    (row,) = rows("acled", mersa((12, 12), kind="none", when=when))
    assert (row["time_precision"], row["event_date"]) == (code, day)


def test_a_happening_of_which_nobody_tells_deaths_is_no_event_of_ucdp() -> None:
    case = mersa()
    assert rows("ucdp", case) == []
    assert len(rows("acled", case)) == 1


def test_a_happening_without_day_place_and_deaths_is_no_event_of_acled() -> None:
    assert rows("acled", mersa(kind="none", when=None, places=())) == []
    assert len(rows("acled", mersa((12, 12), kind="none", when=None, places=()))) == 1


def test_a_row_that_a_coder_has_filled_in_is_read_as_an_event(tmp_path: Path) -> None:
    case = mersa((12, 12), (9, 15))
    text = (
        exported("ucdp", case)
        .decode("utf-8-sig")
        .replace(",,,,1,The Gull", ",1,Navy,Corsairs,1,The Gull")
    )
    text = text.replace(",,15,9,", ",12,15,9,")
    path = tmp_path / "coded.csv"
    path.write_text(text, encoding="utf-8")
    (event,) = read_events(path)
    assert isinstance(event, Event)
    assert (event.start, event.place, event.deaths) == ("2031-05-04", "Mersa", (9, 12, 15))
    assert event.other["variorum_happening"] == "happening-1"
