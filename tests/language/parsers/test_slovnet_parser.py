"""The heads that slovnet chooses become one tree for each sentence."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.language.parsers.slovnet_parser import Slovnet, _tree

PARSER = Slovnet("ru")
WITH_MODEL = pytest.mark.skipif(
    not PARSER.is_installed(), reason="natasha is not installed: pip install variorum[ru]"
)


@given(st.lists(st.integers(0, 12), min_size=1, max_size=10))
def test_every_word_has_a_way_up_to_one_root(said: list[int]) -> None:
    tokens = [SimpleNamespace(head_id=str(head), rel="obl") for head in said]
    links = _tree(tokens)
    roots = [i for i, (away, _) in enumerate(links) if away == 0]
    assert [links[i][1] for i in roots] == ["ROOT"]
    for i in range(len(links)):
        at = i
        for _ in links:
            at += links[at][0]
        assert at == roots[0]


def test_heads_that_make_a_tree_are_kept() -> None:
    tokens = [SimpleNamespace(head_id=head, rel=rel) for head, rel in (("2", "nsubj"), ("0", "x"))]
    assert _tree(tokens) == [(1, "nsubj"), (0, "ROOT")]


@WITH_MODEL
def test_the_parse_tells_subject_and_verb() -> None:
    doc = PARSER.parse("Мэр города сказал, что мост взорван. Он ушёл.")
    subject = doc[0]
    assert (subject.text, subject.dep_, subject.pos_) == ("Мэр", "nsubj", "NOUN")
    assert subject.head.text == "сказал"
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Мэр города сказал, что мост взорван.",
        "Он ушёл.",
    ]
    assert PARSER.version().startswith("natasha 1.")
