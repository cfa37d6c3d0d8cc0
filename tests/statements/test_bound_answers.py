"""A short denial states the contrary of the claim that is told right before it."""

import pytest

from variorum.bylines.told_claims import claim_of, own_claim
from variorum.model import Document, Form, Speaker, SpeakerKind
from variorum.pipeline import extract
from variorum.statements import in_full, statements_of
from variorum.statements.bound_answers import answered
from variorum.statements.statement import OCCURRED
from variorum.text import span

TOLD = "Police fired live ammunition at the crowd, witnesses said. "


def answers(text):
    document = Document.from_text(text, publisher="Outlet", language="en")
    claims = extract(document)
    first = [claim for claim in claims if claim.speaker.name == "witnesses"]
    stated = statements_of(first, document).statements
    assert stated
    turned = answered(claims, document, stated)
    return [(said.claim.speaker.name, said.holds) for said in turned]


def test_a_short_denial_turns_what_was_said_around():
    assert answers(TOLD + "The ministry denied it.") == [("ministry", False)]


@pytest.mark.parametrize(
    "rest",
    [
        "It rained. The ministry denied it.",
        "\n\nThe ministry denied it.",
        "The ministry denied that the road to the old town had been shut.",
        "The ministry confirmed it.",
    ],
)
def test_what_answers_nothing(rest):
    assert answers(TOLD + rest) == []


def test_a_denial_of_the_claims_of_another_turns_what_he_claims():
    text = "The report rejects claims by witnesses that police fired live ammunition."
    assert answers(text) == [("report", False)]
    held = "The report denied any fault, as witnesses said that police fired live ammunition."
    assert answers(held) == []
    far = "The report rejects the old and often repeated claims by witnesses that police fired "
    assert answers(far + "live ammunition.") == []


def test_who_rejects_a_charge_denies_that_he_did_it_and_not_that_it_was():
    text = "An air strike hit the street, witnesses said. The army rejected "
    assert answers(text + "it.") == [("army", False)]
    assert answers(text + "the accusation.") == []


def test_who_denies_what_caused_it_does_not_deny_that_it_was():
    told = "An air strike caused the explosion, witnesses said. The army denied it."
    document = Document.from_text(told, publisher="Outlet", language="en")
    claims = extract(document)
    first = [claim for claim in claims if claim.speaker.name == "witnesses"]
    stated = statements_of(first, document).statements
    assert {said.topic for said in stated} == {"explosion", "an explosion", "an air strike"}
    turned = answered(claims, document, stated)
    assert {said.topic for said in turned} == {"explosion", "an air strike"}


@pytest.mark.parametrize(
    ("claim", "denied"),
    [
        ("Osten's claim that there was an air strike", [False]),
        ("Osten's claim that it killed ten people in an air strike", []),
    ],
)
def test_whom_a_raid_killed_may_be_denied_and_the_raid_left_standing(claim, denied):
    text = f"Lurania rejected {claim}."
    document = Document.from_text(text, publisher="Outlet", language="en")
    found = statements_of(extract(document), document).statements
    occurred = [s for s in found if s.family == OCCURRED and s.claim.speaker.name == "Lurania"]
    assert [s.holds for s in occurred] == denied


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Ada Lund had died, witnesses said. The army denied it.", [("army", True)]),
        ("Ada Lund had died after a beating, witnesses said. The army denied it.", []),
        ("Ada Lund had died suddenly after a beating, witnesses said. The army denied it.", []),
        (
            "Ada Lund had died in jail after a beating, witnesses said. The army denied it.",
            [("army", True)],
        ),
        ("Ada Lund was killed by a raid, witnesses said. The army denied it.", []),
    ],
)
def test_who_denies_what_somebody_died_of_does_not_say_that_he_lives(text, turned):
    assert answers(text) == turned


def told_last(text, language="en"):
    document = Document.from_text(text, publisher="Outlet", language=language)
    return [part.exact for part in in_full(extract(document), document)[-1].content]


@pytest.mark.parametrize(
    ("language", "told", "denied"),
    [
        ("en", "Forty people died in the port, witnesses said.", "The ministry denied it."),
        (
            "en",
            "Forty people died in the port, witnesses said.",
            "The ministry rejects the number.",
        ),
        ("de", "Die Feuerwehr sagte, vierzig Menschen starben im Hafen.", "Das Amt bestritt das."),
        ("fr", "Les pompiers ont dit que le port brûlait.", "La mairie a rejeté cette version."),
        ("es", "Los vecinos dijeron que el puerto ardía.", "El gobierno negó las acusaciones."),
        ("pt", "Os vizinhos disseram que o porto ardia.", "O governo negou as acusações."),
        ("ru", "Жители сообщили, что в порту погибли сорок человек.", "Мэрия отвергла обвинения."),
    ],
)
def test_a_denial_of_a_word_or_two_is_told_behind_what_it_answers(language, told, denied):
    answered_words, *clause = told_last(f"{told} {denied}", language)
    assert len(answered_words.split()) > 2
    assert answered_words in told
    assert clause == [denied.rstrip(".")]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Mayor Ana Lund denied responsibility.", "Mayor Ana Lund denied responsibility"),
        ("Critics call the findings false. It rained.", "Critics call the findings false"),
        ("The critics called for calm on Monday.", "The critics called for calm on Monday"),
        ('Anna Lund spoke of "bad luck" and went home.', 'Anna Lund spoke of "bad luck"'),
    ],
)
def test_what_answers_nothing_is_told_with_its_clause(text, clause):
    assert told_last(text) == [clause]


def test_a_content_of_three_words_stays_as_it_is():
    assert told_last("The ministry denied any such plan.") == ["any such plan"]


def test_the_report_is_no_answer_to_what_an_outlet_tells_itself():
    text = "Forty people died in the port on Monday. The ministry "
    assert told_last(text + "denied the report.") == ["The ministry denied the report"]
    assert len(told_last(text + "denied it.")) == 2


def test_a_word_without_a_cue_is_told_with_its_sentence_and_far_from_its_cue_not_at_all():
    text = "A photo was published by the town. It says so."
    document = Document.from_text(text, publisher="Outlet", language="en")
    word, cue = span(document, 12, 21), span(document, 38, 42)
    (claim,) = in_full([own_claim(document, word)], document)
    assert claim.text == "A photo was published by the town"
    far = claim_of(
        document, Speaker(name="it", kind=SpeakerKind.UNNAMED), (word,), form=Form.INDIRECT, cue=cue
    )
    assert in_full([far], document) == []


def test_a_denial_told_in_full_answers_as_it_did():
    text = "Police fired live ammunition at the crowd, witnesses said. The ministry denied it."
    document = Document.from_text(text, publisher="Outlet", language="en")
    claims = in_full(extract(document), document)
    assert claims[-1].own[0].exact == "it"
    said = [(s.claim.speaker.name, s.holds) for s in statements_of(claims, document).statements]
    assert ("ministry", False) in said
    assert not claims[-1].measures


def test_a_short_content_stays_within_its_clause():
    text = "قال المتحدث باسم الجيش إن 40 شخصا قتلوا في المدينة، وأضاف أن القوات انسحبت."
    document = Document.from_text(text, language="ar")
    told = [claim.text for claim in in_full(extract(document), document)]
    assert told == ["40 شخصا قتلوا في المدينة", "وأضاف أن القوات انسحبت"]
