import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.extract.document.reading import Reading
from variorum.extract.model.segments import FEATURES, LONGEST, windows
from variorum.language.parsing import words
from variorum.model import Document

TEXTS = st.lists(
    st.sampled_from(
        ["said", "“We", "left”", "\n\n", "40", "UN", ".", "x" * 40, "é", "\u200b", "ا"]
    ),
    max_size=400,
).map(" ".join)


def reading_of(text):
    document = Document.from_text(text)
    return Reading(document, words(document))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(TEXTS)
def test_each_word_stands_in_exactly_one_window_that_fits(text):
    reading = reading_of(text)
    made = windows(reading)
    held = [int(i) for window in made for i in window.tokens]
    assert held == [t.i for t in reading.doc if not t.is_space]
    for window in made:
        assert len(window.pieces) == len(window.features) <= LONGEST
        assert window.features.max() < FEATURES
        assert len(window.tokens) == len(window.firsts) == len(window.quotes)


def test_windows_are_cut_at_paragraphs_and_long_paragraphs_at_sentences():
    short = "The bridge was closed. " * 3
    long = "The bridge was closed on Monday. " * 60
    made = windows(reading_of(f"{short}\n\n{long}\n\n{short}"))
    assert len(made) > 2
    for window in made[:-1]:
        last = window.tokens[-1]
        assert reading_of(f"{short}\n\n{long}\n\n{short}").doc[int(last)].text == "."


def test_what_lower_case_hides_is_told_beside_the_pieces():
    shown = windows(reading_of("said Said SAID S sAid 40 “ ” ,"))[0]
    shapes = [int(f) for f in shown.features[shown.firsts]]
    assert len(set(shapes)) == 9


def test_words_in_a_quotation_have_another_feature_than_words_outside():
    (window,) = windows(reading_of("they left, “they left early”"))
    features = window.features[window.firsts]
    assert features[0] != features[4]
    assert np.all(window.quotes[:3] == -1)
    assert np.all(window.quotes[3:] == 0)
