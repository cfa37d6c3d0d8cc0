"""Rows of event data sets bear on a term by its time, its area, its act and its actors."""

import pytest
from dealt import TRUCE, compared, report
from hypothesis import given
from hypothesis import strategies as st

from variorum.compare.compliance.event_rows import bearing_rows, with_rows
from variorum.data_sets import documents_of
from variorum.model import (
    BreachStanding,
    ComplianceStatus,
    Event,
    Interest,
    Place,
    content_id,
)
from variorum.text import span

POTENTIAL, ALLEGED = BreachStanding.POTENTIAL, BreachStanding.ALLEGED
ARMY, FRONT = "Upland Army", "River Front"
# Where the truce holds: an invented town, and 75 km around it.
TOWN = (10.0, 20.0)
KM_A_DEGREE = 111.2

TERMS = (
    "Under the deal the army must not shell the valley towns. "
    "The army must stop its flights over Orrin. The front must free 40 prisoners by 10 April."
)


def row(key="1", **more):
    given_: dict = {
        "start": "2031-04-09",
        "kind": "shelling",
        "actors": (ARMY, FRONT),
        "directed": True,
        "lat": TOWN[0],
        "lon": TOWN[1],
        "notes": "It fell on the valley towns.",
    }
    given_ = {**given_, **more}
    given_.setdefault("end", given_["start"])
    return Event(
        id=content_id("event", "Ledger", key), data_set="Ledger", row=key, line=2, **given_
    )


def placed(case, radius=None):
    """Return the claims by id, where the sentence of the agreement names the invented town."""
    claims = dict(case.claim_by_id)
    for agreement in case.agreements:
        for telling in agreement.tellings:
            where = telling.pact.span
            document = case.document_by_id[where.document]
            at = max(where.start, document.text.find("Orrin"))
            claim = claims[telling.claim]
            town = Place(
                name="Orrin",
                lat=TOWN[0],
                lon=TOWN[1],
                radius_km=radius,
                span=span(document, at, at + 5),
            )
            claims[claim.id] = claim.model_copy(update={"places": (town,)})
    return claims


AROUND = TRUCE.replace(" ceasefire ", " ceasefire around Orrin ")
TOLD = compared(report(f"{AROUND} {TERMS}"))
LOCATED = placed(TOLD)


def found(event, claims=LOCATED, case=TOLD):
    """Return the verbs of the terms that a row bears on, each with its evidence."""
    _, told = documents_of([event])
    chosen = list(bearing_rows(case.agreements, [event], claims, case.document_by_id))
    judged = with_rows(case.agreements, [(event, told[event.id])], claims, case.document_by_id)
    evidence = [
        (term.act.split()[0], each) for agreement in judged for term in agreement.terms
        for each in term.compliance
    ]  # fmt: skip
    assert bool(chosen) == bool(evidence)
    return evidence


def bears(event, claims=LOCATED):
    return [(act, each.standing) for act, each in found(event, claims)]


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        ("shelling", "shell"),
        ("Battles: Armed clash", "shell"),
        ("Explosions/Remote violence: Shelling/artillery/missile attack", "shell"),
        ("state-based conflict", "shell"),
        ("drone flight", "stop"),
    ],
)
def test_a_row_of_the_act_of_a_term_bears_on_it(kind, act):
    assert bears(row(kind=kind)) == [(act, ALLEGED)]


@pytest.mark.parametrize(
    "kind", ["Protests: Peaceful protest", "Strategic developments: Agreement", "harvest"]
)
def test_a_row_of_another_act_does_not(kind):
    assert bears(row(kind=kind)) == []


def test_a_row_keeps_nothing():
    case = compared(report(f"{TRUCE} The army may enter the mill at Orrin."))
    event = row(kind="incursion", notes="Into the mill at Orrin.")
    assert found(event, placed(case), case) == []
    barred = report(f"{TRUCE} The front may enter the mill at Orrin.")
    case = compared(barred)
    event = row(kind="obstruction", notes="At the mill at Orrin.")
    assert [act for act, _ in found(event, placed(case), case)] == ["enter"]


@pytest.mark.parametrize(
    ("start", "end", "number"),
    [
        ("2031-03-31", "2031-03-31", 0),
        ("2031-03-31", "2031-04-01", 1),
        ("2031-04-01", "2031-04-01", 1),
        ("2031-04-30", "2031-04-30", 1),
        ("2031-04-30", "2031-05-02", 1),
        ("2031-05-01", "2031-05-01", 0),
        ("2030-04-09", "2030-04-09", 0),
        ("2031-03-01", "2031-06-30", 1),
    ],
)
def test_only_a_row_that_may_fall_into_the_time_of_the_agreement_bears(start, end, number):
    assert len(bears(row(start=start, end=end))) == number


@pytest.mark.parametrize(
    ("day", "number"), [("2031-03-20", 0), ("2031-04-09", 1), ("2032-03-01", 1), ("2032-05-01", 0)]
)
def test_an_agreement_without_a_day_holds_for_a_year_from_its_first_report(day, number):
    told = (
        "The Upland Army and the River Front have signed a ceasefire. The army must not shell the"
    )
    case = compared(report(f"{told} valley towns."))
    assert not any(agreement.reached or agreement.start for agreement in case.agreements)
    assert len(found(row(start=day), case.claim_by_id, case)) == number


@pytest.mark.parametrize(
    ("km", "number"),
    [(0, 1), (70, 1), (80, 0), (500, 0)],
)
def test_only_a_row_within_the_area_of_the_agreement_bears(km, number):
    north = row(lat=TOWN[0] + km / KM_A_DEGREE)
    assert len(bears(north)) == number
    assert len(bears(row(lat=TOWN[0] - km / KM_A_DEGREE))) == number


@pytest.mark.parametrize(("km", "number"), [(180, 1), (220, 0)])
def test_a_wide_place_reaches_as_far_as_it_is_wide(km, number):
    event = row(lat=TOWN[0] + km / KM_A_DEGREE)
    assert len(bears(event, placed(TOLD, radius=200.0))) == number


def test_degrees_of_longitude_are_shorter_away_from_the_equator():
    claims = {
        key: claim.model_copy(
            update={"places": tuple(p.model_copy(update={"lat": 60.0}) for p in claim.places)}
        )
        for key, claim in LOCATED.items()
    }
    assert len(bears(row(lat=60.0, lon=TOWN[1] + 1.2), claims)) == 1
    assert bears(row(lat=TOWN[0], lon=TOWN[1] + 1.2)) == []


def test_a_row_or_an_agreement_without_a_place_may_be_anywhere():
    assert bears(row(lat=None, lon=None)) == [("shell", ALLEGED)]
    assert bears(row(lat=-40.0), TOLD.claim_by_id) == [("shell", POTENTIAL)]


@pytest.mark.parametrize(
    ("actors", "directed", "standing"),
    [
        ((ARMY, FRONT), True, ALLEGED),
        ((ARMY, FRONT), False, POTENTIAL),
        ((FRONT, ARMY), True, None),
        ((FRONT, ARMY), False, POTENTIAL),
        (("Military Forces of the Upland Army (2029-)", "Civilians (Orrin)"), True, ALLEGED),
        (("UA", "Civilians"), True, ALLEGED),
        (("Marsh Militia", "Salt Guild"), True, None),
        (("Marsh Militia", FRONT), False, None),
        ((ARMY,), False, POTENTIAL),
        ((), False, None),
    ],
    ids=str,
)
def test_who_did_it_to_whom_decides_whether_a_breach_is_alleged_potential_or_none(
    actors, directed, standing
):
    assert bears(row(actors=actors, directed=directed)) == ([("shell", standing)] * bool(standing))


def test_a_row_is_evidence_of_its_data_set():
    ((act, one),) = found(row(start="2031-04-09", end="2031-04-11"))
    assert act == "shell"
    assert one.status is ComplianceStatus.BREACHED
    assert (one.interest, one.by) == (Interest.DATA_SET, "The Upland Army")
    assert one.when == "2031-04-09/2031-04-11"
    assert one.because == "Ledger has “shelling” on 2031-04-09/2031-04-11; The Upland Army did it."
    ((_, undirected),) = found(row(directed=False))
    assert undirected.because.endswith("on 2031-04-09; it does not say who began it.")


def test_an_alleged_breach_settles_a_term_and_a_potential_one_does_not():
    def status(event):
        _, told = documents_of([event])
        pairs = [(event, told[event.id])]
        (agreement,) = with_rows(TOLD.agreements, pairs, LOCATED, TOLD.document_by_id)
        return agreement.terms[0].status

    assert status(row()) is ComplianceStatus.BREACHED
    assert status(row(directed=False)) is ComplianceStatus.UNCLEAR


def test_rows_stand_beside_what_reports_say():
    later = report("The army did not shell the valley towns, the army said.", "Post", "2031-04-12")
    case = compared(report(f"{AROUND} {TERMS}"), later)
    event = row()
    _, told = documents_of([event])
    (agreement,) = with_rows(
        case.agreements, [(event, told[event.id])], placed(case), case.document_by_id
    )
    term = agreement.terms[0]
    assert [each.interest for each in term.compliance] == [Interest.DATA_SET, Interest.OBLIGOR]
    assert term.status is ComplianceStatus.DISPUTED


def test_an_agreement_without_an_end_holds_until_further_notice():
    case = compared(report(f"{AROUND.replace(' to 30 April', '')} {TERMS}"))
    assert case.agreements[0].end is None
    before, long_after = row("1", start="2031-03-01"), row("2", start="2036-04-09")
    found = bearing_rows(
        case.agreements, [before, long_after], case.claim_by_id, case.document_by_id
    )
    assert list(found) == [long_after]


@pytest.mark.parametrize(
    ("target", "count"), [("River Front", 1), ("Hill Raiders", 0), ("Civilians", 0)]
)
def test_a_truce_protects_its_parties_alone(target, count):
    case = compared(report(f"{TRUCE} Both sides shall cease all military operations."))
    event = row(actors=(ARMY, target), notes="")
    found = bearing_rows(case.agreements, [event], case.claim_by_id, case.document_by_id)
    assert len(list(found)) == count


def test_a_row_of_what_was_to_be_done_keeps_a_term():
    case = compared(report(f"{TRUCE} The front must free 40 prisoners by 10 April."))
    event = row(kind="release of prisoners", actors=(FRONT,), directed=True, notes="")
    assert [each.status for _, each in found(event, placed(case), case)] == [ComplianceStatus.KEPT]


def test_rows_are_chosen_in_their_order_and_looked_at_one_by_one():
    looked = []

    def rows():
        for n, start in enumerate(["2031-04-20", "2031-04-02", "2031-06-01", "2031-04-09"]):
            looked.append(n)
            yield row(str(n), start=start)

    chosen = bearing_rows(TOLD.agreements, rows(), LOCATED, TOLD.document_by_id)
    assert next(chosen).row == "0"
    assert looked == [0]
    assert [event.row for event in chosen] == ["1", "3"]


def test_without_rows_the_agreements_stay_as_they_are():
    assert with_rows(TOLD.agreements, [], LOCATED, TOLD.document_by_id) == TOLD.agreements


ROWS = st.builds(
    row,
    st.uuids().map(str),
    start=st.sampled_from(["2031-03-09", "2031-04-02", "2031-04-09", "2031-05-09"]),
    kind=st.sampled_from(["shelling", "harvest", "drone flight"]),
    actors=st.sampled_from([(ARMY, FRONT), (FRONT, ARMY), ("Marsh Militia", "Salt Guild")]),
    directed=st.booleans(),
    lat=st.sampled_from([TOWN[0], -TOWN[0], None]),
)


@given(
    st.lists(ROWS, max_size=6).flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows)))
)
def test_the_order_of_the_rows_changes_nothing(orders):
    def judged(rows):
        _, told = documents_of(rows)
        pairs = [(event, told[event.id]) for event in rows]
        return with_rows(TOLD.agreements, pairs, LOCATED, TOLD.document_by_id)

    assert judged(orders[0]) == judged(orders[1])


@given(ROWS)
def test_whoever_no_party_is_breaks_nothing_by_a_row(event):
    strange = event.model_copy(update={"actors": ("Marsh Militia", "Salt Guild")})
    assert found(strange) == []


@given(st.integers(0, 3), st.integers(0, 3))
def test_a_row_with_both_parties_undirected_is_never_more_than_potential(one, other):
    actors = [ARMY, FRONT, "Marsh Militia", "Salt Guild"]
    event = row(actors=(actors[one], actors[other]), directed=False)
    assert all(standing is POTENTIAL for _, standing in bears(event))
