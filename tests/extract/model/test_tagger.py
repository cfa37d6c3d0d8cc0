import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.extract.document.reading import Reading
from variorum.extract.model.encoder import load_encoder
from variorum.extract.model.tagger import _viterbi, tag
from variorum.language.parsing import words
from variorum.model import Document, Role


def tagged(text):
    document = Document.from_text(text)
    reading = Reading(document, words(document))
    return reading, tag(reading, load_encoder())


def told(reading, tokens):
    return " ".join(reading.doc[i].text for i in tokens)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The mayor said that the bridge was closed.",
            "The mayor",
            "said",
            "that the bridge was closed",
        ),
        (
            "Forty people were rescued, according to the ministry.",
            "the ministry",
            "according to",
            "Forty people were rescued",
        ),
        (
            "“The road is open,” the officer said. “Nobody was hurt.”",
            "the officer",
            "said",
            "The road is open Nobody was hurt",
        ),
        (
            "The union has repeatedly denied that its members blocked the gate.",
            "The union",
            "has repeatedly denied",
            "that its members blocked the gate",
        ),
    ],
)
def test_a_plain_attribution_is_found_with_its_parts(text, source, cue, content):
    reading, found = tagged(text)
    (relation,) = found.relations
    assert told(reading, relation.source) == source
    assert told(reading, relation.cue) == cue
    words_of = [reading.doc[i].text for i in relation.content if reading.doc[i].is_alpha]
    assert " ".join(words_of) == content


def test_a_text_that_attributes_nothing_has_no_relations():
    _, found = tagged("The bridge fell into the river on Monday. Forty people were rescued.")
    assert found.relations == []
    assert found.facts.mean() > 0.5


def test_a_source_has_a_role():
    _, found = tagged("A spokesman for the interior ministry said that the road was open.")
    assert found.relations[0].role is Role.OFFICIAL


def test_a_long_document_is_read_like_its_parts():
    part = "The mayor said that the bridge was closed.\n\n"
    _, alone = tagged(part)
    _, many = tagged(part * 300)
    assert len(alone.relations) == 1
    assert len(many.relations) == 300


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(1, 6), st.integers(0, 2**32 - 1))
def test_the_path_is_the_best_of_all_paths(steps, seed):
    chance = np.random.default_rng(seed)
    emissions = chance.normal(size=(1, steps, 3)).astype(np.float32)
    moves = chance.normal(size=(1, steps, 3, 3)).astype(np.float32)
    path = _viterbi(emissions, moves, np.ones((1, steps), dtype=bool))[0]

    def score(p):
        total = emissions[0, 0, p[0]]
        for i in range(1, steps):
            total += moves[0, i, p[i - 1], p[i]] + emissions[0, i, p[i]]
        return total

    every = np.stack(np.meshgrid(*[range(3)] * steps), -1).reshape(-1, steps)
    assert score(path) == pytest.approx(max(score(p) for p in every), abs=1e-4)


def test_what_follows_the_end_of_a_row_does_not_change_its_path():
    chance = np.random.default_rng(7)
    emissions = chance.normal(size=(1, 9, 3)).astype(np.float32)
    moves = chance.normal(size=(1, 9, 3, 3)).astype(np.float32)
    known = np.arange(9)[None] < 5
    short = _viterbi(emissions[:, :5], moves[:, :5], known[:, :5])[0]
    assert list(_viterbi(emissions, moves, known)[0][:5]) == list(short)
