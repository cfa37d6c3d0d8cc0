"""Pairs of statements of two reports, and whether they are found to contradict each other."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from variorum.compare import compare
from variorum.model import Contradiction, Document
from variorum.pipeline import extract
from variorum.settings import Settings

HERE = Path(__file__).parent
HELD_EVERY = 3


@dataclass(frozen=True)
class Pair:
    """Two statements, why they are here, and whether they were held back from tuning."""

    why: str
    statements: tuple[tuple[str, str], tuple[str, str]]
    held: bool

    @property
    def name(self) -> str:
        return " / ".join(text for _, text in self.statements)


def pairs(name: str) -> list[Pair]:
    """Return the pairs of the file `pairs-NAME.txt`, in its order.

    Of a file whose name ends in -held every pair is held back, in -more none, of any other every
    third.
    """
    text = (HERE / f"pairs-{name}.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found = []
    for number in range(0, len(lines), 3):
        why, one, other = lines[number : number + 3]
        statements = tuple((line[:10], line[11:]) for line in (one, other))
        third = number // 3 % HELD_EVERY == HELD_EVERY - 1
        held = name.endswith("-held") or (third and not name.endswith("-more"))
        found.append(Pair(why.strip("[]"), statements, held))
    return found


@functools.cache
def contradictions(pair: Pair) -> tuple[Contradiction, ...]:
    """Return what is found between two reports that hold one statement each."""
    documents = [
        Document.from_text(text, publisher=publisher, published=day)
        for publisher, (day, text) in zip(
            ("Northwire", "The Courier"), pair.statements, strict=True
        )
    ]
    claims = [claim for document in documents for claim in extract(document)]
    return compare(documents, claims, Settings()).contradictions
