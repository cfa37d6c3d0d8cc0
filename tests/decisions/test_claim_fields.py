"""A field of a claim is set to what a person says, and to nothing that the text does not have."""

import pytest

from decisions.weighed import COURIER, case, claim_with
from variorum.decisions.claim_fields import FIELDS, with_fields
from variorum.errors import UsageError
from variorum.model import Certainty, FigureRole, SceneRole, SpeakerKind, Stance


def mended(**fields):
    of = case()
    own = [claim for claim in of.claims if claim.document == COURIER.id]
    return with_fields(claim_with("40 people", of), fields, COURIER, own)


def test_a_speaker_of_another_claim_is_taken_whole():
    army = claim_with("12 soldiers", case()).speaker
    claim = mended(speaker=army.name)
    assert (claim.speaker, claim.relay[-1].name) == (army, army.name)
    assert [link.name for link in claim.relay] == ["Courier", army.name]


def test_a_speaker_whom_no_claim_has_stands_where_the_text_names_it():
    claim = mended(speaker="Narvik", speaker_kind="organisation")
    assert claim.speaker.kind is SpeakerKind.ORGANISATION
    assert claim.speaker.span.exact == "Narvik"
    assert mended(speaker="Somebody else").speaker.span is None


def test_a_claim_may_be_the_reports_own():
    claim = mended(speaker="Courier")
    assert claim.speaker.kind is SpeakerKind.DOCUMENT
    assert [link.name for link in claim.relay] == ["Courier"]


def test_a_relay_is_set_from_the_report_to_the_speaker():
    claim = mended(relay="Courier > Narvik > mayor")
    assert [link.name for link in claim.relay] == ["Courier", "Narvik", "mayor"]
    assert claim.relay[1].span.exact == "Narvik"
    with pytest.raises(UsageError, match="write names as"):
        mended(relay="Courier > ")


def test_stance_and_certainty_are_set():
    claim = mended(stance="denies", certainty="PS-")
    assert (claim.stance, claim.certainty) == (Stance.DENIES, Certainty.POSSIBLY_NOT)


def test_other_words_keep_the_values_that_they_hold():
    claim = mended(content="40 people died")
    assert claim.text == "40 people died"
    assert [m.text for m in claim.measures] == ["40"]
    assert not claim.when
    assert mended(content="Narvik").measures == ()


def test_a_day_takes_the_place_of_the_one_that_was_read():
    claim = mended(when="2031-05-02")
    assert [w.edtf for w in claim.when if w.role is SceneRole.HAPPENING] == ["2031-05-02"]
    assert all(w.role is SceneRole.MENTIONED for w in mended(when="unknown").when)


def test_a_place_is_where_it_happened_or_only_mentioned():
    (place,) = mended(place="Narvik").places
    (other,) = mended(place="unknown").places
    assert (place.role, other.role) == (SceneRole.HAPPENING, SceneRole.MENTIONED)


def test_a_figure_is_corrected_or_dropped():
    (figure,) = mended(number="40", low="41", high="open", kind="people", part="part").measures
    assert (figure.low, figure.high, figure.nominal_low) == (41, None, 41)
    assert (figure.kind, figure.role) == ("people", FigureRole.PART)
    assert mended(kind="nothing").measures == ()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"content": "41 people"}, "The content '41 people' does not stand in Courier; copy"),
        ({"content": ""}, "The content '' does not stand in Courier; copy"),
        ({"stance": "thinks"}, "'thinks' is no stance; it is one of: asserts,"),
        ({"certainty": "sure"}, "'sure' is no certainty; it is one of: CT+,"),
        ({"speaker_kind": "robot"}, "'robot' is no kind of speaker; it is one of: person,"),
        ({"when": "soon"}, "'soon' is no EDTF date; write it as"),
        ({"place": "Oslo"}, "The claim names no place 'Oslo'; it names: Narvik."),
        ({"number": "12", "low": "1"}, "Say which figure by number=WORDS; the claim has: '40'."),
        ({"low": "many"}, "'many' is no low bound; write a number, or 'open'."),
        ({"low": "50", "high": "45"}, "The lower bound 50 is above the upper one 45; swap them."),
        ({"part": "half"}, "'half' is no part; it is one of: figure,"),
    ],
)
def test_what_cannot_be_set_is_refused_in_one_sentence(fields, told):
    with pytest.raises(UsageError) as caught:
        mended(**fields)
    assert str(caught.value).startswith(told)


def test_every_field_changes_a_claim_or_is_a_ruling():
    values = {
        "speaker": "Narvik",
        "speaker_kind": "group",
        "relay": "Courier > Narvik",
        "stance": "doubts",
        "certainty": "PR+",
        "content": "40 people",
        "when": "2030",
        "place": "unknown",
        "kind": "money",
        "noun": "folk",
        "low": "1",
        "high": "99",
        "unit": "m",
        "per": "boat",
        "part": "whole",
    }
    before = claim_with("40 people", case())
    assert set(FIELDS) - set(values) == {"happening", "number"}
    assert [name for name, value in values.items() if mended(**{name: value}) == before] == []
