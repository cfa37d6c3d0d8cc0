"""Statements of any verb: which of them exclude each other, and which only look so."""

import pytest

from variorum.compare import compare
from variorum.model import Document
from variorum.pipeline import extract
from variorum.settings import Settings


def found(*texts, days=("2021-05-04", "2021-05-04", "2021-05-04")):
    documents = [
        Document.from_text(text, publisher=f"Outlet {n}", published=day)
        for n, (text, day) in enumerate(zip(texts, days, strict=False))
    ]
    claims = [claim for document in documents for claim in extract(document)]
    return compare(documents, claims, Settings())


@pytest.mark.parametrize(
    ("one", "other", "rule", "question"),
    [
        (
            "Border guards shot at the boat, a survivor said.",
            "The ministry said that smugglers had shot at the boat.",
            "identity",
            "Who fired at the boat?",
        ),
        (
            "The villagers cut the power line, the company said.",
            "A company crew cut the power line, the villagers said.",
            "identity",
            "Who cut the line?",
        ),
        (
            "The governor resigned on 28 April, her office said.",
            "The governor resigned on 2 May, a minister said.",
            "identity",
            "When did the governor resign?",
        ),
        (
            "The prisoners were taken to Orlan, the army said.",
            "The prisoners were taken to Teshk, their lawyers said.",
            "identity",
            "Where were the prisoners taken?",
        ),
        (
            "The roof fell at 4.16 a.m. on Tuesday, the institute said.",
            "The roof came down at 5.40 a.m. on Tuesday, the owner said.",
            "identity",
            "At what time did the roof collapse?",
        ),
        (
            "Colonel Hadan was at the checkpoint, two soldiers said.",
            "Colonel Hadan was not at the checkpoint, his lawyer said.",
            "polarity",
            "Did Hadan attend the checkpoint?",
        ),
    ],
)
def test_what_excludes_each_other_is_a_contradiction_with_its_question(one, other, rule, question):
    comparison = found(one, other)
    told = [(c.rule, c.because) for c in comparison.contradictions]
    assert any(r == rule and question in because for r, because in told)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another thing, another place, anybody, a plural that several did, a speech of its own
        ("Rebels blew up the bridge, police said.", "Soldiers blew up the dam, police said."),
        (
            "The minister attended the summit in Lyon, an aide said.",
            "The minister did not attend the summit in Graz, an aide said.",
        ),
        ("Men set fire to the shop, a clerk said.", "Students set fire to the shop, a guard said."),
        ("Police arrested the editor, she said.", "The army arrested the editor, he said."),
        ("The roof fell at 4.16 a.m., police said.", "The roof fell at 4.30 a.m., a man said."),
        ("The mayor spoke on Monday, he said.", "The mayor spoke on Friday, she said."),
        ("The bridge may have been blown up, a guard said.", "The bridge was not blown up."),
    ],
)
def test_what_can_both_be_so_is_left_alone(one, other):
    assert [c.because for c in found(one, other).contradictions] == []


def test_what_was_not_so_at_first_may_have_become_so():
    texts = ("The guard did not open the gate, she said.", "The guard opened the gate, he said.")
    assert found(*texts, days=("2021-05-01", "2021-05-04")).contradictions == ()
    assert len(found(*texts, days=("2021-05-04", "2021-05-01")).contradictions) == 1


def test_a_verb_to_which_all_give_one_answer_makes_no_question():
    comparison = found("The navy sank the trawler, a man said.", "The navy sank the trawler.")
    assert [q.label for q in comparison.questions if q.kind.startswith("statement")] == []


@pytest.mark.parametrize(
    ("verb", "disputes"),
    [("resigned", 1), ("arrived", 0)],
)
def test_who_may_do_it_again_and_again_is_of_no_one_day_by_a_pronoun(verb, disputes):
    one = f"The governor {verb} on 28 April, her office said."
    other = f"She {verb} on 2 May, the governor said."
    assert len(found(one, other).disputes) == disputes
    named = f"The governor {verb} on 2 May, a minister said."
    assert len(found(one, named).disputes) == 1
