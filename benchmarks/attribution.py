"""Score extraction against PolNeAR: who is said to say what, and where exactly.

    python benchmarks/attribution.py --polnear DIR [--part dev] [--limit N] [--flat] [--rules]
                                     [--errors] [--out FILE]

DIR holds train.jsonl and dev.jsonl, one document a line: {"id", "text", "attributions": [{"source":
[[start, end], ...], "cue": [...], "content": [...]}]}, offsets in characters (PolNeAR 1.0, Newell,
Margolin and Ruths 2018).

Gold and predicted relations of a document are paired one to one so that the summed Jaccard overlap
of their content words (runs of word characters) is greatest. A pair is *strict* where the words are
the same, *relaxed* where they overlap by half, *full* where it is relaxed and the sources agree
(Dice of one half, or neither names one). *Tokens* pools the content words of all relations.
Narrated claims attribute nothing to anybody and are not scored. The annotators marked no
attribution inside another's content: `--flat` leaves such nested claims out, to show their cost.
`--rules` asks no model. `--errors` tells how much is found of each form and length of content, and
counts the kinds of error.
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
from spacy.tokens import Doc

from variorum.extract import extract
from variorum.extract.attribution.attributions import attributions
from variorum.extract.claims import claims_of
from variorum.extract.document.quotations import quotations
from variorum.extract.document.reading import Reading
from variorum.language.parsers.pipelines import ENGLISH
from variorum.language.parsing import parse
from variorum.model import Claim, Document

WORD = re.compile(r"\w+")
HALF = 0.5
Words = frozenset[int]


@dataclass(frozen=True)
class Relation:
    """The indices of the words in a relation's content and source."""

    content: Words
    source: Words
    cue: Words = frozenset()


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
            Relation(
                self.words(row["content"]),
                self.words(row.get("source") or ()),
                self.words(row.get("cue") or ()),
            )
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


def form_of(relation: Relation, quoted: Words) -> str:
    """Return whether content stands in quotation marks, in part, or not."""
    share = len(relation.content & quoted) / len(relation.content)
    return "direct" if share == 1 else "mixed" if share else "indirect"


def length_of(relation: Relation) -> str:
    size = len(relation.content)
    steps = ((5, "1 to 5 words"), (15, "6 to 15 words"), (30, "16 to 30 words"))
    return next((name for most, name in steps if size <= most), "over 30 words")


def pairs(gold: Sequence[Relation], predicted: Sequence[Relation]) -> dict[int, int]:
    """Return which predicted relation goes with which gold one, where they overlap by half."""
    if not gold or not predicted:
        return {}
    table = np.array([[overlap(g.content, p.content) for p in predicted] for g in gold])
    rows = zip(*linear_sum_assignment(-table), strict=True)
    return {int(i): int(j) for i, j in rows if table[i, j] >= HALF}


def boundary(gold: Words, predicted: Words) -> Iterator[str]:
    """Yield how the words of a relaxed pair differ."""
    if predicted - gold:
        yield "content: words too many"
    if gold - predicted:
        yield "content: words missing"


def naming(gold: Words, predicted: Words) -> Iterator[str]:
    if agree(gold, predicted):
        return
    if gold and predicted:
        yield "source: another one"
    else:
        yield "source: not found" if gold else "source: one too many"


def errors(gold: Sequence[Relation], predicted: Sequence[Relation]) -> Iterator[str]:
    """Yield the kind of each error in a document."""
    pair = pairs(gold, predicted)
    taken = set(pair.values())
    for i, one in enumerate(gold):
        if i in pair:
            yield from boundary(one.content, predicted[pair[i]].content)
            yield from naming(one.source, predicted[pair[i]].source)
        elif any(one.cue & p.cue for p in predicted):
            yield "missed: cue found, content less than half right"
        else:
            size = len(one.cue)
            yield f"missed: cue of {'one word' if size == 1 else 'several words'} not found"
    for j, one in enumerate(predicted):
        if j in taken:
            continue
        if any(one.cue & g.cue for g in gold):
            yield "too many: right cue, content less than half right"
        elif any(one.cue & g.content for g in gold):
            yield "too many: nested in what is attributed"
        else:
            yield "too many: no cue for the annotators"


def tally(
    text: Text, document: Document, gold: Sequence[Relation], predicted: Sequence[Relation]
) -> tuple[Counter[str], Counter[str]]:
    """Return how many there are and are found of each form and length, and the errors."""
    quoted = text.words([quote.inner for quote in quotations(document.text)])
    pair = pairs(gold, predicted)
    found: Counter[str] = Counter()
    for i, one in enumerate(gold):
        for group in (form_of(one, quoted), length_of(one)):
            found[group, "all"] += 1
            found[group, "relaxed"] += i in pair
            found[group, "full"] += i in pair and agree(one.source, predicted[pair[i]].source)
            found[group, "strict"] += i in pair and one.content == predicted[pair[i]].content
    return found, Counter(errors(gold, predicted))


def show_errors(found: Counter[Any], wrong: Counter[str]) -> None:
    print("\nrecall of         gold  relaxed  full   strict")
    for group in sorted({group for group, _ in found}):
        count = found[group, "all"]
        shares = [found[group, name] / count for name in ("relaxed", "full", "strict")]
        print(f"{group:16} {count:5}  " + "    ".join(f"{share:.2f}" for share in shares))
    print("\nkinds of error")
    for kind, count in wrong.most_common(10):
        print(f"{count:5}  {kind}")


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


def by_rules(document: Document, doc: Doc) -> list[Claim]:
    reading = Reading(document, doc)
    return claims_of(reading, attributions(reading))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--polnear", type=Path, required=True, help="folder of PolNeAR as JSONL")
    options.add_argument("--part", default="dev", choices=["dev", "train"])
    options.add_argument("--limit", type=int, help="score only the first N documents")
    options.add_argument("--flat", action="store_true", help="leave nested claims out")
    options.add_argument("--rules", action="store_true", help="ask no model")
    options.add_argument("--errors", action="store_true", help="tell forms, lengths and errors")
    options.add_argument("--out", type=Path, help="write the predictions here, as JSONL")
    chosen = options.parse_args()
    ENGLISH.load()
    total: Counter[str] = Counter()
    groups: Counter[Any] = Counter()
    wrong: Counter[str] = Counter()
    words, parsing, extracting, lines = 0, 0.0, 0.0, []
    for row in read(chosen.polnear / f"{chosen.part}.jsonl", chosen.limit):
        document = Document.from_text(row["text"])
        begun = time.perf_counter()
        doc = parse(document)
        parsed = time.perf_counter()
        made = by_rules(document, doc) if chosen.rules else extract(document, doc)
        claims = [claim for claim in made if claim.cue is not None]
        extracting += time.perf_counter() - parsed
        parsing += parsed - begun
        rows = [as_row(c) for c in (without_nested(claims) if chosen.flat else claims)]
        text = Text(row["text"])
        words += len(text)
        gold, predicted = text.relations(row["attributions"]), text.relations(rows)
        total += compare(gold, predicted)
        if chosen.errors:
            found, kinds = tally(text, document, gold, predicted)
            groups, wrong = groups + found, wrong + kinds
        lines.append(json.dumps({"id": row["id"], "attributions": rows}))
    show(total, words, parsing, extracting)
    if chosen.errors:
        show_errors(groups, wrong)
    if chosen.out:
        chosen.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
