"""What nobody has said, read off small cases."""

from variorum.compare import compare
from variorum.model import Document
from variorum.pipeline import extract
from variorum.settings import Settings


def gaps(*reports):
    documents = [
        Document.from_text(text, publisher=publisher, published=day)
        for publisher, day, text in reports
    ]
    claims = [claim for document in documents for claim in extract(document)]
    return compare(documents, claims, Settings()).gaps


def test_a_question_that_several_reports_answer_on_one_word_is_listed():
    said = "Mara Dahl told the Courier that 275 fighters left the town."
    found = gaps(
        ("Northwire", "2021-05-01", said),
        ("Island Radio", "2021-05-02", "In the end, " + said),
        ("Coast News", "2021-05-03", "It was raining. " + said),
    )
    assert ("How many fighters left?", "3 reports answer it, all on the word of Mara Dahl.") in [
        (gap.what, gap.why) for gap in found
    ]


def test_a_figure_that_is_not_in_the_report_it_is_cited_to_is_listed():
    found = gaps(
        ("The Courier", "2021-05-01", "The mayor said that 12 people were killed in the fire."),
        ("Northwire", "2021-05-02", "The Courier reported that 30 people were killed in the fire."),
    )
    assert [gap.what for gap in found if gap.kind == "citation"] == ["“30 people” in Northwire"]


def test_a_figure_that_is_there_in_other_words_is_not_listed():
    found = gaps(
        ("The Courier", "2021-05-01", "The mayor said that 31 people were killed in the fire."),
        (
            "Northwire",
            "2021-05-02",
            "The Courier reported that about 30 people were killed in the fire.",
        ),
    )
    assert [gap for gap in found if gap.kind == "citation"] == []


def silences(*reports):
    return [gap.why for gap in gaps(*reports) if gap.what == "Harbour Office"]


ASKED = [
    "12 people were killed in the fire",
    "30 boats were burned in the fire",
    "9 people were arrested over the fire",
]


def test_who_answers_one_disputed_question_only_is_not_asked_for_the_others():
    others = [a.replace("12", "17").replace("30", "50").replace("9", "4") for a in ASKED]
    mayor = ". ".join(f"Mayor Ada Lund said that {answer}" for answer in others) + "."
    told = [
        ". ".join(f"The Harbour Office said that {answer}" for answer in ASKED[:n]) + "."
        for n in (1, 2)
    ]
    rest = f"The Fire Service said that {ASKED[2]}. The Fire Service said that {ASKED[1]}."
    for n, text in enumerate(told):
        found = silences(
            ("Northwire", "2021-05-01", mayor),
            ("Island Radio", "2021-05-01", text),
            ("Coast News", "2021-05-01", rest),
        )
        assert len(found) == n
