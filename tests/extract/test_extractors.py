"""The table of extractors: each by its name, and a second implementation named in the settings."""

import re

import pytest

from variorum.bylines.told_claims import claim_of, own_claim
from variorum.errors import UsageError
from variorum.extract.extractors import EXTRACTORS, extractor_of
from variorum.model import Document, Form, Speaker, SpeakerKind
from variorum.pipeline import build, extract
from variorum.settings import Settings
from variorum.text import span

TEXT = "The mayor said that 12 people were killed. MAYOR: Nobody else was hurt."
OWN = f"{__name__}:labelled"


def labelled(document, doc):
    """Find what follows the label of a speaker, up to the end of the line."""
    assert doc.text == document.text
    claims = []
    for turn in re.finditer(r"([A-Z]{2,}): (.+)", document.text):
        speaker = Speaker(name=turn[1], kind=SpeakerKind.PERSON)
        content = (span(document, *turn.span(2)),)
        claims.append(claim_of(document, speaker, content, form=Form.DIRECT))
    return claims


def contents(name):
    document = Document.from_text(TEXT, publisher="Herald", language="en")
    return [claim.text for claim in extract(document, Settings(extractor=name))]


def test_a_third_extractor_is_named_in_the_settings():
    assert contents(OWN) == ["Nobody else was hurt."]
    assert contents(OWN) != contents("rules")


def test_build_takes_the_extractor_of_the_settings(tmp_path):
    (tmp_path / "one.txt").write_text(TEXT)
    case = build(tmp_path, settings=Settings(extractor=OWN))
    assert [(claim.speaker.name, claim.text) for claim in case.claims] == [
        ("MAYOR", "Nobody else was hurt.")
    ]


@pytest.mark.parametrize("name", sorted(EXTRACTORS.keys() - {"llm"}))
def test_each_of_the_table_reads_a_plain_sentence(name):
    assert "that 12 people were killed" in contents(name)


def test_a_language_model_is_asked_only_where_it_is_named():
    with pytest.raises(UsageError, match="Name the model and its server"):
        contents("llm")


def test_a_language_without_a_parser_is_read_by_its_lexicon():
    assert (
        extractor_of("learned", "de") == extractor_of("rules", "de") != extractor_of("rules", "en")
    )


@pytest.mark.parametrize("name", ["unheard", "no.such.module:find", f"{__name__}:missing", ":"])
def test_an_unknown_extractor_is_refused_by_name(name):
    with pytest.raises(UsageError, match="name one of learned, llm, rules"):
        contents(name)
    with pytest.raises(UsageError):
        build([], settings=Settings(extractor=name))


def test_a_claim_of_the_document_s_own_has_its_publisher_as_speaker():
    document = Document.from_text(TEXT, publisher="Herald", language="en")
    claim = own_claim(document, span(document, 0, 9))
    assert (claim.speaker.name, claim.text, claim.form) == ("Herald", "The mayor", Form.NARRATED)
