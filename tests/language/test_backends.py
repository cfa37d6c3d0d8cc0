"""A language is added by one row in the table of backends, and its readers by one row a stage."""

from dataclasses import dataclass

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from variorum import pipeline
from variorum.extract import extract
from variorum.extract.extractors import EXTRACTORS
from variorum.language.backends import BACKENDS, Backend, Lexical, Parsed, backend_of, is_read
from variorum.language.files import LANGUAGES
from variorum.language.parsing import parse
from variorum.model import Claim, Document, Form, Link, Speaker, SpeakerKind
from variorum.normalise import actors, dates, measures, places
from variorum.text import span


@dataclass(frozen=True)
class Lines:
    """A second implementation: each line is a sentence, and claims are read by "lines"."""

    readers: tuple[str, ...] = ("lines",)

    def parse(self, document: Document, model: str | None = None) -> Doc:
        lines = document.text.splitlines(keepends=True)
        assert model is None
        return Doc(Vocab(), lines, [False] * len(lines))

    def words(self, *_: object) -> None:
        return None


def by_line(document: Document, doc: Doc, tagged: object) -> list[Claim]:
    assert tagged is None
    speaker = Speaker(name="the line", kind=SpeakerKind.UNNAMED)
    spans = [(span(document, token.idx, token.idx + len(token)),) for token in doc]
    return [
        Claim(
            id=Claim.identify(document.id, speaker, None, content, Form.DIRECT),
            document=document.id,
            speaker=speaker,
            relay=(Link(name=document.name),),
            content=content,
            form=Form.DIRECT,
        )
        for content in spans
    ]


@pytest.fixture
def document(monkeypatch: pytest.MonkeyPatch) -> Document:
    backend: Backend = Lines()
    monkeypatch.setitem(BACKENDS, "tlh", backend)
    monkeypatch.setitem(dict_of(EXTRACTORS["learned"].by_name), "lines", by_line)
    return Document.from_text("nuqneH\nQapla'", language="tlh")


def dict_of(table: object) -> dict[str, object]:
    assert isinstance(table, dict)
    return table


def test_a_new_language_needs_one_row_and_one_reader(document: Document) -> None:
    assert is_read("tlh")
    claims = extract(document, parse(document))
    assert [claim.content[0].exact for claim in claims] == ["nuqneH\n", "Qapla'"]
    assert [c.id for c in pipeline.extract(document)] == [c.id for c in claims]


def test_a_stage_without_a_reader_for_a_language_offers_nothing(document: Document) -> None:
    doc = parse(document)
    for stage in (dates, measures, places, actors):
        assert stage(document, doc) == []


def test_every_data_file_has_a_backend_and_english_is_parsed() -> None:
    assert set(BACKENDS) == {*LANGUAGES, "en"}
    assert isinstance(backend_of("en"), Parsed)
    assert isinstance(backend_of("ar"), Lexical)
    assert not is_read("xx")
    assert not is_read(None)


def test_a_language_read_by_its_lexicon_has_words_and_sentences_but_no_parse() -> None:
    doc = parse(Document.from_text("قال المدير إن ثلاثة غادروا. ثم عادوا.", language="ar"))
    assert [sentence.text for sentence in doc.sents] == [
        "قال المدير إن ثلاثة غادروا. ",
        "ثم عادوا.",
    ]
    assert not doc.has_annotation("DEP")
