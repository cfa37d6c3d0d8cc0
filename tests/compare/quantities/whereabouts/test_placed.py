"""A number is of the town that its clause names, unless its reports are about one town."""

import pytest
from counts_told import report

import variorum
from variorum import taxonomy
from variorum.compare.quantities.answers import replies
from variorum.compare.quantities.surroundings import clause_of, sentence_of
from variorum.compare.quantities.whereabouts.placed import placed
from variorum.compare.solver.constraints import UNKNOWN
from variorum.model import Speaker, SpeakerKind


def places_of(*reports):
    documents = {document.id: document for document, _ in reports}
    found = replies([claim for _, claim in reports], taxonomy.load())
    told, one_town, several = placed(found, documents)
    assert not (one_town and several)
    return [reply.variable.place for reply in told], several


def test_each_town_has_its_own_count_where_reports_are_about_several():
    told, several = places_of(
        report("800 people left Vikstad while others stayed in Tolmar.", "800"),
        report("380 people left Tolmar. Vikstad was quiet.", "380"),
        report("In all 3200 people left; Vikstad and Tolmar are empty.", "3200"),
    )
    assert several
    assert told[:2] == ["Vikstad", "Tolmar"]
    assert told[2].startswith(UNKNOWN)


def test_a_town_is_one_in_another_spelling_that_sounds_alike():
    told, _ = places_of(
        report("800 people left Tolmar while others stayed in Vikstad.", "800"),
        report("380 people left Vikstad. Tolmar was quiet.", "380"),
        report("700 people left Tulmar. Vikstad was quiet.", "700"),
    )
    assert told == ["Tolmar", "Vikstad", "Tolmar"]


def test_the_town_that_all_reports_are_about_needs_no_name():
    told, several = places_of(
        report("800 people left Vikstad.", "800"),
        report("380 people left, Vikstad being empty.", "380"),
        report("90 people left Orrin; nothing is known of Vikstad.", "90"),
    )
    assert (told, several) == (["", "", "Orrin"], False)


@pytest.mark.parametrize(("kind", "one"), [("organisation", True), ("person", False)])
def test_a_body_that_speaks_is_no_town(kind, one):
    documents, claims = zip(
        report("800 people left Vikstad, Orrin said.", "800"),
        report("380 people left, said Orrin, of Vikstad.", "380"),
        strict=True,
    )
    told = [
        c.model_copy(
            update={
                "speaker": Speaker(name="Orrin", kind=SpeakerKind(kind)),
                "places": tuple(
                    p.model_copy(update={"feature": None}) if p.name == "Orrin" else p
                    for p in c.places
                ),
            }
        )
        for c in claims
    ]
    _, several = places_of(*zip(documents, told, strict=True))
    assert several is not one


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("800 people went to Tolmar from Vikstad.", "Vikstad"),
        ("800 people left Vikstad for the city of Tolmar.", "Vikstad"),
        ("800 people left Vikstad and Selby.", "Selby & Vikstad"),
        ("800 people left Vikstad, Selby and Orrin.", "Orrin & Selby & Vikstad"),
        ("800 people left Vikstad while Selby slept.", "Vikstad"),
        ("Vikstad'dan Tolmar'a 800 kişi gitti.", "Vikstad"),
    ],
)
def test_who_left_did_not_leave_the_place_where_the_way_leads(text, place):
    both = "In all {} people left; Vikstad and Tolmar are empty."
    others = [report(both.format(n), str(n)) for n in range(3200, 3205)]
    told, several = places_of(report(text, "800"), *others)
    assert several
    assert told[0] == place


def test_a_town_that_no_gazetteer_knows_is_a_rival_as_well():
    reports = [report(f"{n} people left Vikstad; Tolmar is empty.", str(n)) for n in range(31, 36)]
    unknown = [
        (
            document,
            claim.model_copy(
                update={
                    "places": tuple(
                        place.model_copy(update={"feature": None})
                        if place.name == "Tolmar"
                        else place
                        for place in claim.places
                    )
                }
            ),
        )
        for document, claim in reports
    ]
    assert places_of(*reports)[1]
    assert places_of(*unknown)[1]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("800 people, fighters among them, leave the area of Tolmar.", "Tolmar"),
        ("800 people left Vikstad in rural Tolmar.", "Vikstad"),
    ],
)
def test_a_way_begins_at_the_first_town_of_its_sentence(text, place):
    both = "In all {} people left; Vikstad and Tolmar are empty."
    told, _ = places_of(
        report(text, "800"), *(report(both.format(n), str(n)) for n in range(31, 36))
    )
    assert told[0] == place


def test_where_people_come_from_is_told_right_before_its_name():
    dead = report(
        "118 people from the coast died in the fire at the camp of Vikstad.", "118", "killed"
    )
    told, several = places_of(
        dead,
        report("125 people died in Tolmar.", "125", "killed"),
        *(report(f"Vikstad and Tolmar are empty, {n} people left.", str(n)) for n in (31, 32)),
    )
    assert several
    assert told[0] == "Vikstad"


@pytest.mark.parametrize(
    "text",
    [
        "118 people died in the attack on evacuees from two towns in Vikstad.",
        "118 Menschen starben, alle aus Vikstad.",
        "Vikstad (Northwire) - 118 people died in the attack.",
    ],
)
def test_who_died_did_not_die_where_they_are_from_or_where_it_was_written(text):
    dead = report(text, "118", "killed")
    others = [
        report("125 people died in Tolmar.", "125", "killed"),
        report("126 people died in Orrin.", "126", "killed"),
        report("Vikstad and Tolmar are empty, 31 people left.", "31"),
        report("Vikstad and Tolmar are empty, 32 people left.", "32"),
    ]
    told, several = places_of(dead, *others)
    assert several
    assert told[0].startswith(UNKNOWN)
    assert told[1:3] == ["Tolmar", "Orrin"]
    told, _ = places_of(dead, others[0], *others[2:])
    assert told[:2] == ["", ""]  # of one place alone


def test_words_around_a_number_end_at_stops_and_clauses_at_commas():
    document, claim = report(
        "It rained. Of those, 800 people left, he said. Then it snowed.", "800"
    )
    (reply,) = replies([claim], taxonomy.load())
    clause, at = clause_of(document, reply)
    assert clause[at:].startswith("800 people left")
    assert "he said" not in clause
    sentence, _ = sentence_of(document, reply)
    assert "he said" in sentence
    assert "Rain" not in sentence


def test_a_short_answer_is_of_the_town_that_its_question_names(tmp_path):
    texts = (
        "Asked how many people were killed in Aleppo on Sunday, the mayor said: “Forty.”",
        "The governor said twelve people were killed in Aleppo on Sunday.",
    )
    for number, text in enumerate(texts):
        told = f"---\npublished: 2017-10-16\npublisher: Paper {number}\n---\n\n{text}"
        (tmp_path / f"{number}.txt").write_text(told, encoding="utf-8")
    case = variorum.build(tmp_path)
    dead = [question for question in case.questions if question.kind == "people"]
    assert [len(question.claims) for question in dead] == [2]
    assert len(case.contradictions) == 1
