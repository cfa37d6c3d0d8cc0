"""Blanket denials stand beside the claims nearest to them, and are counted nowhere."""

import pytest

from variorum.compare import compare
from variorum.compare.suggestions.blanket_denials import suggestions
from variorum.model import Document
from variorum.pipeline import extract
from variorum.settings import Settings


def suggested(*texts, language="en"):
    documents = [
        Document.from_text(text, publisher=f"Outlet {n}", published="2021-05-04", language=language)
        for n, text in enumerate(texts)
    ]
    claims = [claim for document in documents for claim in extract(document)]
    found = compare(documents, claims, Settings())
    by_id = {claim.id: claim for claim in claims}
    return found, [[by_id[c].speaker.name for c in one.claims] for one in found.suggestions]


PAID = "The harbour company paid smugglers for safe passage, a former clerk said."
ELSE = "The weather was fine in the mountains, a shepherd said."


@pytest.mark.parametrize(
    "denial",
    [
        "The harbour company never dealt with smugglers, the director said.",
        "The harbour company paid only its own sailors for passage, the director said.",
    ],
)
def test_a_blanket_denial_stands_beside_what_is_nearest_to_it(denial):
    _, told = suggested(denial, PAID, ELSE)
    assert told == [["director", "former clerk"]]


def test_who_relays_a_denial_does_not_dispute_it():
    denied = "the harbour company denies any dealings with smugglers for safe passage"
    assert suggested(f"The clerk said that {denied}.", ELSE)[1] == []
    apart = f"T{denied[1:]}. {PAID}"
    assert len(suggested(apart, ELSE)[1]) == 1


def test_in_any_language():
    _, told = suggested(
        "Die Hafenfirma habe niemals Schmuggler für die Überfahrt bezahlt, sagte der Direktor.",
        "Die Hafenfirma habe Schmuggler für die Überfahrt bezahlt, sagte ein Angestellter.",
        language="de",
    )
    assert told == [["Direktor", "Angestellter"]]


def test_what_has_little_in_common_is_not_suggested():
    assert suggested("No ship ever left the harbour, the director said.", ELSE)[1] == []


def test_nobody_is_set_beside_himself_and_nothing_is_counted():
    own = "The director said that the harbour company paid smugglers for passage."
    denial = "The harbour company never paid smugglers for passage, the director said."
    found, told = suggested(f"{own} {denial}")
    assert told == []
    assert found.contradictions == found.disputes == ()


DENIAL = "The harbour company never paid smugglers for passage, the director said."


def direct(*texts, proved=()):
    documents = {
        d.id: d for d in (Document.from_text(t, publisher=t[-9:], language="en") for t in texts)
    }
    claims = {key: extract(document) for key, document in documents.items()}
    origins = {claim.id: key for key, own in claims.items() for claim in own}
    pairs = [[*origins]] if proved else []
    return suggestions(claims, documents, {}, origins, pairs)


def voices(*texts, filler=0):
    more = [f"The weather of week {n} was calm, shepherd {n} said." for n in range(filler)]
    return [len(one.claims) - 1 for one in direct(*texts, *more)]


def test_what_is_proved_is_not_suggested():
    assert len(direct(DENIAL, PAID)) == 1
    assert direct(DENIAL, PAID, proved=True) == ()


def test_no_more_than_three_are_shown_with_one_denial():
    paid = [f"The harbour company paid smugglers for passage, clerk {n} said." for n in range(5)]
    assert voices(DENIAL, *paid) == [3]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Smugglers came to the chapel at night, a monk said.", []),  # one word
        ("The harbour was shut for smugglers, a monk said.", [1]),  # two words
        ("The company gave a man his pass, a monk said.", []),  # "pass" is no "passage"
        ("A harbourmaster saw smugglers, a monk said.", [1]),  # the first letters are enough
        ("Her mom paid for the bus, a monk said.", []),  # short words
    ],
)
def test_what_is_shared_are_two_long_words_by_their_first_letters(text, near):
    assert voices(DENIAL, text, ELSE) == near


def test_what_shares_little_of_all_its_words_is_far():
    long = (
        "The harbour was dark and smugglers, sailors, bakers, weavers, painters, carpenters, "
        "teachers, plumbers, lawyers and cobblers danced merrily beneath coloured lanterns, "
        "a monk said."
    )
    assert voices(DENIAL, long) == []


def test_a_word_of_most_claims_tells_nothing():
    paid = [f"The harbour company paid smugglers, clerk {n} said." for n in range(25)]
    assert voices(DENIAL, *paid) == []
    assert voices(DENIAL, *paid, filler=110) == [3]
