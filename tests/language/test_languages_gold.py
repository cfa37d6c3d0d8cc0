"""The marked-up sentences of every language are read, those set aside before tuning included."""

import runpy
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from variorum.language import LANGUAGES, code_of

ROOT = Path(__file__).resolve().parents[2]
BENCHMARK: dict[str, Any] = runpy.run_path(str(ROOT / "benchmarks" / "languages.py"))
FILES = sorted((ROOT / "tests" / "cases" / "languages").glob("*.txt"))
LEAST = {"measures": 0.85, "events": 0.75, "dates": 0.85, "sources": 0.75, "places": 0.6}
MOST_EXTRA = 0.15


def texts(path: Path) -> tuple[list[str], str]:
    lines = path.read_text("utf-8").splitlines()
    published = lines[0].partition("PUBLISHED ")[2].split()[0]
    return [line for line in lines if line and not line.startswith("#")], published


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_part_is_read(path: Path) -> None:
    lines, published = texts(path)
    for part in (0, 1):
        counts: Counter[tuple[str, bool]] = Counter()
        for line in lines[part::2]:
            scored = BENCHMARK["score"](path.stem, line, published)
            counts.update((column, right) for column, right, _ in scored)
        shares = {c: counts[c, True] / (counts[c, True] + counts[c, False]) for c in LEAST}
        assert {c: share for c, share in shares.items() if share < LEAST[c]} == {}
        extra = counts["extra", False] / (counts["extra", True] + counts["extra", False])
        assert extra <= MOST_EXTRA


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_there_are_sixty_sentences_and_a_lexicon(path: Path) -> None:
    assert len(texts(path)[0]) >= 60
    assert path.stem in {code_of(language) for language in LANGUAGES}
