"""Laws of reading by lexicon: offsets hold, and no text is too strange."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.extract import extract
from variorum.language import LANGUAGES, code_of, cut, parsing
from variorum.model import Document
from variorum.normalise import normalise
from variorum.normalise.measures.measures import measures
from variorum.normalise.times.dates import dates

CODES = sorted({str(code_of(language)) for language in LANGUAGES})
WORDS = [
    "250", "4 000", "3.500", "١٢٣", "12.10.2017", "«", "»", "„", "“", "\n\n", " ", ". ", ", ", ": ",
    "selon", "قال", "plus de", "deux", "mille", "أن", "وقالت", "que", "% ", "$", "-", "'", "’",
    "octobre", "2017", "لا يتجاوز", "ثلاثة", "آلاف", "personnes", "a déclaré", "😀", "e\u0301",
]  # fmt: skip
TEXT = st.lists(st.sampled_from(WORDS) | st.characters(exclude_categories=["Cs"]), max_size=30)


@given(text=TEXT.map(" ".join), code=st.sampled_from(CODES))
def test_any_text_is_read_and_every_span_is_its_words(text: str, code: str) -> None:
    document = Document.from_text(text, language=code, published="2020-03-04")
    claims = normalise(extract(document, parsing.parse(document)), document)
    spans = [span for claim in claims for span in claim.content]
    spans += [measure.span for measure in measures(document)]
    spans += [when.span for when in dates(document)]
    assert all(text[span.start : span.end] == span.exact for span in spans)


@given(text=TEXT.map("".join), code=st.sampled_from(CODES))
def test_words_stand_in_order_and_sentences_hold_them_all(text: str, code: str) -> None:
    found = cut(text, code)
    places = [(word.start, word.end) for word in found.words]
    assert all(a < b <= c for (a, b), (c, _) in itertools.pairwise(places))
    assert [i for low, high in found.sentences for i in range(low, high)] == list(
        range(len(found.words))
    )


@given(text=TEXT.map("".join), code=st.sampled_from(CODES))
def test_the_doc_has_the_text_of_the_document(text: str, code: str) -> None:
    assert parsing.parse(Document.from_text(text, language=code)).text == text


@pytest.mark.parametrize("code", CODES)
def test_the_digits_of_every_script_are_read(code: str) -> None:
    digits = [chr(c) for c in range(0x20000) if unicodedata.category(chr(c)) == "Nd"]
    tens = [d for d in digits if unicodedata.digit(d) == 1]
    for one in tens:
        zero = chr(ord(one) - 1)
        found = measures(Document.from_text(f"{one}{zero}{zero} km", language=code))
        assert [(m.low, m.unit) for m in found] == [(100, "kilometre")], one
