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
from variorum.publish.tables.table import Row, table

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


def _row(index: Index, happening: Happening) -> dict[str, Any]:
    """Return all that either layout asks for, by our own names."""
    asked = _deaths(index, happening)
    low, high, best = _bounds(asked)
    claims = _claims(index, happening, asked)
    place, told = _place(index, happening), days(_when(happening, claims, bool(asked)))
    answers = [answer.span.exact for question in asked for answer in question.answers]
    reports = [index.case.document_by_id[one] for one in dict.fromkeys(c.document for c in claims)]
    return {
        "id": happening.id,
        "days": told,
        "precision": told and _day_code((told[1] - told[0]).days),
        "place": place,
        "named": " / ".join(happening.places) or None,
        "deaths": (low, best, high),
        "sources": list(dict.fromkeys(report.name for report in reports)),
        "notes": claims[0].text if claims else None,
        "ours": (answers, low, high, len(reports), happening.id),
    }


def _day_code(apart: int) -> int:
    """Return 1 for a day, 2 for a week at most, 3 for a month, 4 for longer."""
    return next((code for code, most in ((1, 0), (2, 6), (3, 30)) if apart <= most), WIDER)


def _reach_code(place: Place, codes: dict[int, float]) -> int | None:
    """Return the code of a data set for how well a place is known, None where it has none."""
    known = place.radius_km
    return next((code for code, km in codes.items() if known and known <= km), None)


def _where(place: Place | None, codes: dict[int, float]) -> Row:
    if place is None:
        return None, None, None, None, None
    name = place.known_as or place.name
    return name, place.country, place.lat, place.lon, _reach_code(place, codes)


def _ucdp(index: Index) -> Iterator[Row]:
    for happening in index.case.happenings:
        row = _row(index, happening)
        if row["deaths"] != (None, None, None):
            first, last = row["days"] or (None, None)
            name, country, lat, lon, reach = _where(row["place"], UCDP_KM)
            low, best, high = row["deaths"]
            yield (
                row["id"],
                first and first.year,
                None,
                None,
                None,
                len(row["sources"]),
                row["sources"],
                reach,
                name,
                row["named"],
                lat,
                lon,
                country,
                row["precision"],
                first and first.isoformat(),
                last and last.isoformat(),
                best,
                high,
                low,
                *row["ours"],
            )


def _acled(index: Index) -> Iterator[Row]:
    for happening in index.case.happenings:
        row = _row(index, happening)
        if row["days"] is None and row["place"] is None and not row["ours"][0]:
            continue
        middle = row["days"] and row["days"][0] + (row["days"][1] - row["days"][0]) / 2
        name, country, lat, lon, reach = _where(row["place"], ACLED_KM)
        coded = row["precision"] if row["precision"] and row["precision"] < WIDER else None
        yield (
            row["id"],
            middle.isoformat() if middle and coded else None,
            middle and middle.year,
            coded,
            None,
            None,
            None,
            None,
            country,
            name,
            lat,
            lon,
            reach,
            row["sources"],
            row["notes"],
            row["deaths"][1],
            *row["ours"],
        )


UCDP = table("ucdp", _ucdp)
ACLED = table("acled", _acled)
