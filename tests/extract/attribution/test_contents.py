"""Which words a cue attributes, and whose they are, one construction at a time."""

import pytest

from sentences import doc, reading, word
from variorum.extract.attribution import conjuncts, contents, denials, quoting, sources


def words(text, ranges):
    return [doc(text)[start:end].text for start, end in ranges]


@pytest.mark.parametrize(
    ("text", "cue", "construction", "found"),
    [
        ("Three men had left, the mayor said.", "said", contents.complement, "Three men had left"),
        ("The mayor plans to leave.", "plans", contents.infinitive, "to leave"),
        ("The mayor denied taking the money.", "denied", contents.gerund, "taking the money"),
        ("The mayor denied the charge of theft.", "denied", contents.object_of,
         "the charge of theft"),
        ("The mayor's estimate was about 300 fighters.", "estimate", contents.predicate,
         "about 300 fighters"),
    ],
)  # fmt: skip
def test_a_construction_has_its_content(text, cue, construction, found):
    assert words(text, construction(word(text, cue))) == [found]


def test_what_is_called_for_follows_its_preposition():
    text = "The mayor called for new elections."
    assert words(text, contents.prepositional(word(text, "called"), "for")) == ["new elections"]
    assert contents.prepositional(word(text, "called"), "on") == []


def test_the_words_around_a_cue_are_not_its_content():
    text = "Three men had left, the mayor said."
    start, end = contents.clause_start(word(text, "said")), contents.clause_end(word(text, "said"))
    assert doc(text)[start:end].text == "the mayor said"


@pytest.mark.parametrize(
    ("text", "denied"),
    [("The mayor called the report false.", True), ("The mayor called the driver.", False)],
)
def test_to_call_it_false_is_to_deny_it(text, denied):
    assert denials.denies(word(text, "called")) == denied


def test_who_says_it_who_is_told_and_who_is_cited():
    text = "The mayor told Reuters that three men left."
    told = word(text, "told")
    assert sources.source_of(told).text == "mayor"
    assert sources.addressee(told).text == "Reuters"
    assert sources.noun_range(word(text, "mayor"), told) == (0, 2)
    cited = "The paper said, citing officials, that three men left."
    assert sources.citation(word(cited, "said")).text == "officials"
    assert sources.citation(told) is None


def test_a_quotation_belongs_to_the_cue_beside_it():
    text = "“It rained,” the mayor said. It was cold."
    assert quoting.quotation_beside(reading(text), word(text, "said")) == 0
    plain = "It rained, the mayor said."
    assert quoting.quotation_beside(reading(plain), word(plain, "said")) == -1


def test_a_cue_with_a_subject_of_its_own_resumes_no_other():
    text = "The mayor said it rained."
    assert conjuncts.resumed(word(text, "said")) is None
