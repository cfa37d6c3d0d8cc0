"""Where nothing is stated, nothing is asked and nothing is disputed."""

from variorum.compare.statements.any_verb import general
from variorum.compare.statements.disputes import disputes


def test_no_statement_is_no_question():
    found = disputes([], {}, {}, frozenset(), voice_of={})
    assert (found.questions, found.contradictions, found.versions) == ((), (), ())
    assert general([], []) == []
