"""Score extraction against PolNeAR: who is said to say what, and where exactly.

    python benchmarks/attribution.py --polnear DIR [--part dev] [--limit N] [--flat] [--out FILE]

DIR holds train.jsonl and dev.jsonl, one document a line: {"id", "text", "attributions": [{"source":
[[start, end], ...], "cue": [...], "content": [...]}]}, offsets in characters (PolNeAR 1.0, Newell,
Margolin and Ruths 2018).

Gold and predicted relations of a document are paired one to one so that the summed Jaccard overlap
of their content words (runs of word characters) is greatest. A pair is *strict* where the words are
the same, *relaxed* where they overlap by half, *full* where it is relaxed and the sources agree
(Dice of one half, or neither names one). *Tokens* pools the content words of all relations.
Narrated claims attribute nothing to anybody and are not scored. The annotators marked no
attribution inside another's content: `--flat` leaves such nested claims out, to show their cost.
"""

from __future__ import annotations

import argparse
import bisect
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from variorum.extract import extract
from variorum.model import Claim, Document
from variorum.parsing import load, parse

WORD = re.compile(r"\w+")
HALF = 0.5
Words = frozenset[int]


@dataclass(frozen=True)
class Relation:
    """The indices of the words in a relation's content and source."""

    content: Words
    source: Words


class Text:
    """The words of a text, to turn offsets into word indices."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in WORD.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def __len__(self) -> int:
        return len(self.starts)

    def words(self, places: Iterable[Sequence[int]]) -> Words:
        """Return the indices of the words that places [start, end] touch."""
        found: set[int] = set()
        for start, end in places:
            low = bisect.bisect_right(self.ends, start)
            found.update(range(low, bisect.bisect_left(self.starts, end)))
        return frozenset(found)

    def relations(self, rows: Iterable[dict[str, Any]]) -> list[Relation]:
        """Return the relations of rows with "content" and "source"."""
        return [
            Relation(self.words(row["content"]), self.words(row.get("source") or ()))
            for row in rows
            if row.get("content")
        ]


def read(path: Path, limit: int | None) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            yield json.loads(line)


def as_row(claim: Claim) -> dict[str, Any]:
    source = claim.speaker.span
    return {
        "source": [[source.start, source.end]] if source else [],
        "cue": [[claim.cue.start, claim.cue.end]] if claim.cue else [],
        "content": [[span.start, span.end] for span in claim.content],
    }


def without_nested(claims: Sequence[Claim]) -> list[Claim]:
    def holds(outer: Claim, inner: Claim) -> bool:
        cue = inner.cue
        return cue is not None and any(s.start <= cue.start < s.end for s in outer.content)

    return [c for c in claims if not any(holds(o, c) for o in claims if o is not c)]


def overlap(a: Words, b: Words) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0


def agree(a: Words, b: Words) -> bool:
    if not a or not b:
        return not a and not b
    return 2 * len(a & b) / (len(a) + len(b)) >= HALF


def compare(gold: Sequence[Relation], predicted: Sequence[Relation]) -> Counter[str]:
    found = Counter(gold=len(gold), predicted=len(predicted))
    covered = [frozenset().union(*(r.content for r in side)) for side in (gold, predicted)]
    found.update(
        token_hits=len(covered[0] & covered[1]),
        token_gold=len(covered[0]),
        token_predicted=len(covered[1]),
    )
    if not gold or not predicted:
        return found
    table = np.array([[overlap(g.content, p.content) for p in predicted] for g in gold])
    for i, j in zip(*linear_sum_assignment(-table), strict=True):
        if table[i, j] >= HALF:
            found["relaxed"] += 1
            found["strict"] += bool(table[i, j] == 1)
            found["full"] += agree(gold[i].source, predicted[j].source)
    return found


def f1(hits: int, predicted: int, gold: int) -> str:
    precision = hits / predicted if predicted else 0.0
    recall = hits / gold if gold else 0.0
    both = precision + recall
    return (
        f"P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / both if both else 0:.3f}"
    )


def show(total: Counter[str], words: int, parsing: float, extracting: float) -> None:
    print(f"gold {total['gold']}  predicted {total['predicted']}")
    for name in ("strict", "relaxed", "full"):
        print(f"{name:8} {f1(total[name], total['predicted'], total['gold'])}")
    tokens = f1(total["token_hits"], total["token_predicted"], total["token_gold"])
    print(f"tokens   {tokens}")
    print(f"source   {total['full'] / max(total['relaxed'], 1):.3f} of relaxed pairs")
    print(f"words/s  parse {words / parsing:,.0f}  extract {words / extracting:,.0f}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--polnear", type=Path, required=True, help="folder of PolNeAR as JSONL")
    options.add_argument("--part", default="dev", choices=["dev", "train"])
    options.add_argument("--limit", type=int, help="score only the first N documents")
    options.add_argument("--flat", action="store_true", help="leave nested claims out")
    options.add_argument("--out", type=Path, help="write the predictions here, as JSONL")
    chosen = options.parse_args()
    load()
    total: Counter[str] = Counter()
    words, parsing, extracting, lines = 0, 0.0, 0.0, []
    for row in read(chosen.polnear / f"{chosen.part}.jsonl", chosen.limit):
        document = Document.from_text(row["text"])
        begun = time.perf_counter()
        doc = parse(document)
        parsed = time.perf_counter()
        claims = [claim for claim in extract(document, doc) if claim.cue is not None]
        extracting += time.perf_counter() - parsed
        parsing += parsed - begun
        rows = [as_row(c) for c in (without_nested(claims) if chosen.flat else claims)]
        text = Text(row["text"])
        words += len(text)
        total += compare(text.relations(row["attributions"]), text.relations(rows))
        lines.append(json.dumps({"id": row["id"], "attributions": rows}))
    show(total, words, parsing, extracting)
    if chosen.out:
        chosen.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
