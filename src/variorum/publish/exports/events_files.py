"""What happened as rows in the layouts of UCDP GED and ACLED, our ranges beside their one number.

Their coders judge what Variorum leaves to people: who did it to whom, which type of event it was,
which of several numbers is best. Such cells are empty where the reports do not settle them.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from variorum.data_sets import ACLED_KM, UCDP_KM
from variorum.edtf import days
from variorum.model import Claim, Happening, Place, Question
from variorum.publish.base.index import Index
from variorum.publish.tables.claim_table import happened
from variorum.publish.tables.table import Row, row_of, table

DEATHS, PEOPLE = "killed", "people"
WIDER = 4
"""UCDP's code of a time known to the month, and the first beyond its codes of reach in km."""


def _deaths(index: Index, happening: Happening) -> list[Question]:
    """Return the questions how many people in all were killed in a happening."""
    return [
        question
        for question in index.case.questions
        if question.happening == happening.id
        and question.scope.event == DEATHS
        and question.kind == PEOPLE
        and not question.scope.population
    ]


def _bounds(questions: Iterable[Question]) -> tuple[float | None, float | None, float | None]:
    """Return the lowest and highest answer, and the only one where all give the same number."""
    answers = [answer for question in questions for answer in question.answers]
    low = [answer.low for answer in answers if answer.low is not None]
    high = [answer.high for answer in answers if answer.high is not None]
    least, most = min(low, default=None), max(high, default=None)
    closed = len(low) == len(high) == len(answers)
    return least, most, least if closed and least == most else None


def _place(index: Index, happening: Happening) -> Place | None:
    """Return the place that its claims name first among those it is told to have been at."""
    claims = (index.case.claim_by_id[claim] for claim in happening.claims)
    named = (place for claim in claims for place in claim.places if place.lat is not None)
    own = happening.places[:1]
    return next((p for p in named if own and own[0] in (p.known_as, p.name)), None)


def _claims(index: Index, happening: Happening, asked: Iterable[Question]) -> list[Claim]:
    answering = dict.fromkeys(claim for question in asked for claim in question.claims)
    return [index.case.claim_by_id[claim] for claim in answering or happening.claims]


def _when(happening: Happening, claims: Iterable[Claim], dead: bool) -> str | None:
    """Return the one time that claims of the dead tell; else that of a happening of this kind."""
    told = {when for claim in claims if (when := happened(claim))} if dead else set()
    own = not dead or happening.kind == DEATHS
    return told.pop() if len(told) == 1 else happening.when if own and not told else None


def _row(index: Index, happening: Happening, codes: dict[int, float]) -> dict[str, Any]:
    """Return what the rows of both layouts are made from."""
    asked = _deaths(index, happening)
    low, high, best = _bounds(asked)
    claims = _claims(index, happening, asked)
    place, told = _place(index, happening), days(_when(happening, claims, bool(asked)))
    answers = [answer.span.exact for question in asked for answer in question.answers]
    reports = [index.case.document_by_id[one] for one in dict.fromkeys(c.document for c in claims)]
    return {
        "happening": happening,
        "place": place,
        "days": told,
        "precision": told and _day_code((told[1] - told[0]).days),
        "location": place and (place.known_as or place.name),
        "reach": place and _reach_code(place, codes),
        "low": low,
        "best": best,
        "high": high,
        "source": list(dict.fromkeys(report.name for report in reports)),
        "variorum_answers": answers,
        "variorum_reports": len(reports),
        "notes": claims[0].text if claims else None,
        "where_description": " / ".join(happening.places) or None,
    }


def _day_code(apart: int) -> int:
    """Return 1 for a day, 2 for a week at most, 3 for a month, 4 for longer."""
    return next((code for code, most in ((1, 0), (2, 6), (3, 30)) if apart <= most), WIDER)


def _reach_code(place: Place, codes: dict[int, float]) -> int | None:
    """Return the code of a data set for how well a place is known, None where it has none."""
    known = place.radius_km
    return next((code for code, km in codes.items() if known and known <= km), None)


def _ucdp(index: Index) -> Iterator[Row]:
    for happening in index.case.happenings:
        row = _row(index, happening, UCDP_KM)
        if any(row[bound] is not None for bound in ("low", "best", "high")):
            first, last = row["days"] or (None, None)
            dates = {"date_start": first and str(first), "date_end": last and str(last)}
            told = {**row, **dates, "first": first, "number_of_sources": len(row["source"])}
            yield row_of(UCDP, told)


def _acled(index: Index) -> Iterator[Row]:
    for happening in index.case.happenings:
        row = _row(index, happening, ACLED_KM)
        if row["days"] is None and row["location"] is None and not row["variorum_answers"]:
            continue
        middle = row["days"] and row["days"][0] + (row["days"][1] - row["days"][0]) / 2
        coded = row["precision"] if row["precision"] and row["precision"] < WIDER else None
        day = middle.isoformat() if middle and coded else None
        told = {**row, "middle": middle, "event_date": day, "time_precision": coded}
        yield row_of(ACLED, told)


UCDP = table("ucdp", _ucdp)
ACLED = table("acled", _acled)
