"""What two numbers of an event have in common is measured, whichever comes first."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from said import Event

from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.likeness.number_pairs import number_pairs

# The places of some signs in the last row of the table.
SAME_KIND, SAME_EVENT, MEETS, SAME_NUMBER, ALSO_TOLD, OPPOSED = 0, 2, 18, 19, 33, 38
ONE_NATION, TWO_NATIONS = -2, -1


def signs_of(event):
    known = taxonomy.load()
    found = replies(event.claims, known)
    documents = {document.id: document for document in event.documents}
    return number_pairs(found, [reply.variable for reply in found], documents, known)


told = st.tuples(
    st.integers(1, 3000),
    st.sampled_from(["people", "people.civilians", "vehicles"]),
    st.sampled_from([None, "killed", "injured", "left"]),
)


@settings(deadline=None, max_examples=40)
@given(st.lists(told, min_size=2, max_size=6))
def test_no_pair_depends_on_which_comes_first(drawn):
    event = Event()
    for n, (number, kind, what) in enumerate(drawn):
        event.said(f"Witness {n}", str(number), number, number, kind=kind, event=what)
    found = signs_of(event)
    assert np.isfinite(found).all()
    assert np.allclose(found, found.transpose(1, 0, 2))


@pytest.mark.parametrize(("other", "same"), [(1000, True), (1019, True), (1025, False)])
def test_numbers_are_the_same_up_to_a_fiftieth(other, same):
    event = Event()
    event.said("Ada Lund", "1000", 1000, 1000)
    event.said("Bo Krag", str(other), other, other, kind="people.civilians")
    found = signs_of(event)[0, 1]
    assert bool(found[SAME_NUMBER]) is same
    assert not found[SAME_KIND]
    assert found[SAME_EVENT]


def test_a_report_that_tells_the_others_number_as_well_is_known():
    event = Event()
    first = event.said("Ada Lund", "34", 34, 34)
    event.said("Bo Krag", "22", 22, 22, kind="people.civilians")
    assert signs_of(event)[0, 1][ALSO_TOLD] == 0
    measure = first.measures[0]
    both = first.model_copy(
        update={
            "measures": (
                measure,
                measure.model_copy(
                    update={
                        "low": 22.0,
                        "high": 22.0,
                        "span": measure.span.model_copy(update={"end": measure.span.end + 1}),
                    }
                ),
            )
        }
    )
    event.claims[0] = both
    found = signs_of(event)
    assert found[0, 2][ALSO_TOLD] == 1


def test_numbers_that_some_report_opposes_are_opposed_in_all():
    event = Event()
    event.said("Ada Lund", "34 people died, the police however 22", 34, 34)
    text = event.documents[0].text
    first = event.claims[0]
    measure = first.measures[0]
    at = text.index("22")
    second = first.model_copy(
        update={
            "id": "c" * 64,
            "speaker": first.speaker.model_copy(update={"name": "police"}),
            "measures": (
                measure.model_copy(
                    update={
                        "low": 22.0,
                        "high": 22.0,
                        "span": measure.span.model_copy(update={"start": at, "end": at + 2}),
                    }
                ),
            ),
        }
    )
    short = measure.span.model_copy(update={"end": measure.span.start + 2})
    event.claims[0] = first.model_copy(
        update={"measures": (measure.model_copy(update={"span": short}),)}
    )
    event.claims.append(second)
    for number in (34, 22, 30):
        event.said(f"Witness {number}", str(number), number, number)
    found = signs_of(event)
    assert found[2, 3][OPPOSED] == 1
    assert found[2, 4][OPPOSED] == 0
    assert found[2, 3][MEETS] == 0


@pytest.mark.parametrize(
    ("one", "other", "signs"),
    [
        ("34 Kyrgyz", "22 obywateli Kirgistanu", (1, 0)),
        ("34 Kyrgyz", "22 obywateli Tadżykistanu", (0, 1)),
        ("34 people", "22 obywateli Tadżykistanu", (0, 0)),
    ],
)
def test_the_nations_that_two_sentences_name_are_told_in_any_language(one, other, signs):
    event = Event()
    event.said("Ada Lund", one, 34, 34)
    event.said("Bo Krag", other, 22, 22)
    event.documents[1] = event.documents[1].model_copy(update={"language": "pl"})
    found = signs_of(event)[0, 1]
    assert (found[ONE_NATION], found[TWO_NATIONS]) == signs
