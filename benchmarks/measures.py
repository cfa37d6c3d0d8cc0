"""Score the reading of measures against marked-up news sentences.

    python benchmarks/measures.py [--wrong] [--speed FOLDER]

Three files of tests/cases are scored: measures-phrases.txt, the phrases that every reader of
numbers should read; measures-open.txt, on which rules were tuned; measures-held.txt, set aside
before tuning. A sentence is right where each number marked in it is found with its bounds and
unit, and with the kind, noun, rate, whole and population where the mark names them, and where
nothing else in it is taken for a measure. `--wrong` shows what is wrong in the first two; what is
wrong in the third is nobody's to see. `--speed` gives the time of `normalise` as a share of the
parse's, over the text files of a folder.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from gold_marks import expected_measures, marked, unexpected
from variorum.language import parsing
from variorum.model import Document
from variorum.normalise import normalise
from variorum.normalise.measures.measures import measures

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases"
PARTS = ("phrases", "open", "held")
REPEATS = 5


@dataclass(frozen=True)
class Score:
    """How many sentences of a part are right, and how many of their numbers."""

    right: int
    sentences: int
    numbers: int
    marked: int
    spare: int
    wrong: list[str]

    def __str__(self) -> str:
        share = self.right / self.sentences
        precise = self.numbers / max(1, self.marked + self.spare)
        return (
            f"{self.right}/{self.sentences} sentences ({share:.3f}),"
            f" {self.numbers}/{self.marked} numbers, {self.spare} not marked ({precise:.3f})"
        )


def score(part: str) -> Score:
    lines = (CASES / f"measures-{part}.txt").read_text("utf-8").splitlines()
    rows = [marked(line) for line in lines if not line.startswith("#")]
    document = Document.from_text("\n\n".join(text for text, _ in rows))
    found = measures(document, parsing.parse(document))
    right = numbers = total = spare = start = 0
    wrong = []
    for text, marks in rows:
        end = start + len(text)
        shifted = [replace(mark, start=mark.start + start, end=mark.end + start) for mark in marks]
        faults = unexpected(
            expected_measures(shifted), [m for m in found if start <= m.span.start < end]
        )
        extra = sum(fault.endswith("is no measure") for fault in faults)
        right += not faults
        spare += extra
        total += len(marks)
        numbers += len(marks) - (len(faults) - extra)
        if faults:
            wrong.append(f"{text}\n    {'; '.join(faults)}")
        start = end + 2
    return Score(right, len(rows), numbers, total, spare, wrong)


def speed(folder: Path) -> float:
    """Return the median over the repeats of the time of `normalise` by that of the parse."""
    documents = [Document.from_text(f.read_text("utf-8")) for f in sorted(folder.glob("*.txt"))]
    for document in documents[:2]:
        normalise((), document)
    ratios = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        docs = list(map(parsing.parse, documents))
        parsed = time.perf_counter()
        for document, doc in zip(documents, docs, strict=True):
            normalise((), document, doc)
        ratios.append((time.perf_counter() - parsed) / (parsed - begun))
    return median(ratios)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--wrong", action="store_true", help="show the sentences that are wrong")
    parser.add_argument("--speed", type=Path, metavar="FOLDER", help="time normalise on its texts")
    args = parser.parse_args()
    for part in PARTS:
        result = score(part)
        print(f"{part:8} {result}")
        if args.wrong and part != "held":
            print("\n".join(result.wrong))
    if args.speed:
        print(f"normalise takes {speed(args.speed):.3f} of the time of the parse")


if __name__ == "__main__":
    main()
