import pytest

from variorum.extract import extract
from variorum.language.parsing import parse
from variorum.model import Document, Form


def claims_of(text):
    document = Document.from_text(text, publisher="The Paper")
    return [c for c in extract(document, parse(document)) if c.form is not Form.NARRATED]


def test_a_title_that_the_parse_cuts_off_is_no_speaker():
    (claim,) = claims_of("Brig. Gen. Jonas Braga, a director, said that the road was closed.")
    assert claim.speaker.name == "Jonas Braga"


def test_the_subject_behind_its_verb_is_the_source_and_no_content():
    text = (
        "The institute corrected its figure: the quake had a magnitude of 6.7, said its director."
    )
    claim = next(c for c in claims_of(text) if c.cue is not None and c.cue.exact == "said")
    assert claim.speaker.span is not None
    assert claim.speaker.span.exact == "its director"
    assert "director" not in claim.text


@pytest.mark.parametrize("quoted", ['"The road is closed,"', "“The road is closed,”"])
def test_content_reaches_to_the_marks_of_its_quotation(quoted):
    (claim,) = claims_of(f"{quoted} the mayor of Ardel said on Monday.")
    assert claim.form is Form.DIRECT
    assert claim.text == "The road is closed"


def test_what_is_reported_within_a_content_is_nested_by_rule():
    found = claims_of("The ministry said that drivers had told the paper that 40 trucks left.")
    assert [link.name for link in found[-1].relay][-3:] == ["ministry", "paper", "drivers"]


def test_whoever_is_promised_something_is_not_who_promises():
    (claim,) = [
        c
        for c in claims_of("Dozens of drivers had been promised thousands of dollars for the trip.")
        if "dollars" in c.text
    ]
    assert claim.speaker.name == "unnamed"


def test_whoever_a_passive_names_as_its_agent_is_the_source():
    text = "The drivers had been promised by the army that the road was safe."
    claim = next(c for c in claims_of(text) if "safe" in c.text)
    assert claim.speaker.name == "army"


def test_who_tells_is_named_behind_the_participle():
    text = "Fishermen set out at dawn, told by the port office that the storm would pass."
    (claim,) = claims_of(text)
    assert claim.speaker.name == "port office"
    assert claim.text == "that the storm would pass"


def test_content_begins_behind_those_who_are_told():
    text = "Many told the villagers who had met the column that they would come back."
    (claim,) = claims_of(text)
    assert claim.text == "that they would come back"


@pytest.mark.parametrize(
    "text",
    [
        "The police charged the cordon and arrested 12 protesters.",
        "Local officials looked for a way to clear the last streets of the city.",
        "The town that the group calls its capital fell on Monday.",
    ],
)
def test_deeds_and_names_are_no_sayings(text):
    assert claims_of(text) == []


def test_who_explains_in_the_midst_is_the_speaker():
    text = "It had been agreed, Lindqvist explained, that men would be screened as they came out."
    assert {claim.speaker.name for claim in claims_of(text)} == {"Lindqvist"}


def test_who_is_cited_behind_a_saying_verb_is_the_source():
    (claim,) = claims_of("Media reported, citing the Health Ministry, that over 500 were killed.")
    assert claim.speaker.name == "Health Ministry"
    assert claim.text == "that over 500 were killed"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brigade 93 announced that it would leave.", "Brigade 93"),
        ("The Children's Hospital of Ardel said 12 people died.", "Children's Hospital of Ardel"),
        ("It fell at noon, two of the farmers said.", "two of the farmers"),
        ("It fell at noon, two of them said.", "unnamed"),
    ],
)
def test_a_name_is_whole(text, name):
    assert claims_of(text)[0].speaker.name == name


def test_a_participle_that_goes_on_has_the_speaker_of_the_verb_before_it():
    text = "Officials said it was the work of a bomber driving a truck adding that ten were hurt."
    assert {c.speaker.name for c in claims_of(text)} == {"Officials"}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Oslo is denying reports that a ferry was sunk by a Danish drone.", {"Oslo"}),
        (
            "Oslo denied a claim made by the harbour police that it fell.",
            {"Oslo", "harbour police"},
        ),
        ("Local media reported the mayor Sami Demir as saying it was a trap.", {"Sami Demir"}),
        ("Local media reported it was a trap.", {"Local media"}),
        ("The mayor was hit by a shell and says the town will hold.", {"mayor"}),
        ("The clerk reportedly claimed that the town fell.", {"clerk"}),
        ("Forty people reportedly fled.", {"unnamed"}),
    ],
)
def test_who_only_acts_within_the_content_is_no_speaker(text, speakers):
    assert {c.speaker.name for c in claims_of(text)} == speakers


def test_a_denial_keeps_its_particle():
    (claim,) = claims_of("Oslo has ruled out a missile strike by its air defences.")
    assert (claim.cue.exact, claim.text) == (
        "has ruled out",
        "a missile strike by its air defences",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Gunners have responded by firing shells at the harbour.",
        "The bomber attacked the harbour office.",
    ],
)
def test_a_deed_is_no_saying(text):
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        (
            "Nine houses burned down in Ardel, the capital, a doctor, Ann Mangal, told Reuters.",
            "Ann Mangal",
            "Nine houses burned down in Ardel, the capital",
        ),
        (
            "Relatives of the wounded told a reporter that it fell at noon.",
            "Relatives of the wounded",
            "that it fell at noon",
        ),
        (
            "Nine houses were set on fire too, said the witness, and a number of villagers were"
            " displaced.",
            "witness",
            "Nine houses were set on fire too",
        ),
        (
            "A strike on a school in the Ardel district, which the rebels control, killed and"
            " wounded at least 107 people, 81 children among them, the United Harbours Mission in"
            " Norland has concluded after an inquiry.",
            "United Harbours Mission in Norland",
            "A strike on a school in the Ardel district, which the rebels control, killed and"
            " wounded at least 107 people, 81 children among them",
        ),
        (
            "The Movement for the Rebirth of Norland (MRN), one of the two main opposition parties,"
            " said in a statement that the army was chiefly responsible.",
            "Movement for the Rebirth of Norland (MRN)",
            "that the army was chiefly responsible",
        ),
    ],
)
def test_who_stands_between_the_content_and_the_cue_is_the_speaker(text, name, content):
    claim = claims_of(text)[0]
    assert (claim.speaker.name, claim.text) == (name, content)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "An estimated 50,000 people had defied a ban on rallies to join the protest against Ann"
            " Bell, who came to power in May. She had promised not to stand in the elections in"
            " June; rumours that she would stand after all prompted the rally.",
            {"Ann Bell", "unnamed"},
        ),
        ("The police left, and accusations of fraud and abuse of power came.", {"unnamed"}),
    ],
)
def test_a_rumour_a_charge_and_a_pronoun_name_nobody(text, names):
    found = claims_of(text)
    assert {c.speaker.name for c in found} == names
    assert all(c.text != "that" for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge, Ortega told The Daily Herald, had been closed for two weeks by the army.",
        "The museum, Mr. Lund said, had been closed for two weeks by the army.",
    ],
)
def test_content_goes_on_behind_who_says_it(text):
    (claim,) = claims_of(text)
    assert claim.content[-1].exact == "had been closed for two weeks by the army"
    assert claim.content[0].exact == text.partition(",")[0]


def test_a_day_tells_nothing_nor_does_a_relative_alone():
    day = claims_of("Norland has confirmed the sinking of only one of its ships, that of March 20.")
    assert [(c.speaker.name, c.text) for c in day] == [
        ("Norland", "the sinking of only one of its ships")
    ]
    assert not claims_of("Two were killed by gunfire that is attributed to Lurania or to soldiers.")


def test_behind_a_day_the_subject_tells():
    text = "Eight months later a report by Amity Watch indicates that the guards acted with intent."
    assert [c.speaker.name for c in claims_of(text)] == ["report by Amity Watch"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Two strikers were killed by gunfire that is attributed to the guards.",
            "Two strikers were killed by gunfire that is attributed to the guards",
        ),
        (
            "The ferry stayed in port on Sunday because the owner refused to pay the crew.",
            "The ferry stayed in port on Sunday because the owner refused to pay the crew",
        ),
        # A clause behind a comma, and what another counts, are left out.
        (
            "The ferry left port on Sunday, and the owner refused to pay the crew.",
            "The ferry left port on Sunday",
        ),
        (
            "The ferry left port on Sunday while the owner demanded 40 tickets.",
            "The ferry left port on Sunday",
        ),
    ],
)
def test_a_clause_without_a_comma_is_part_of_what_is_narrated(text, told):
    document = Document.from_text(text, publisher="The Paper")
    own = [c.text for c in extract(document, parse(document)) if c.form is Form.NARRATED]
    assert own == [told]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Norden Support Mission in Arland said that nine people drowned.",
            "Norden Support Mission in Arland",
        ),
        (
            "The World Organization against Slavery said that nine people drowned.",
            "World Organization against Slavery",
        ),
        (
            "The Border Service of Arland closed the road. Arland said that nine people drowned.",
            "Arland",
        ),
    ],
)
def test_a_body_is_named_with_its_place_and_a_state_is_no_body_of_it(text, name):
    assert [c.speaker.name for c in claims_of(text)] == [name]
