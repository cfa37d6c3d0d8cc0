"""Score roles of sources and facts without a source against FactAppeal.

    python benchmarks/factappeal.py --factappeal DIR [--part val]

DIR holds train.csv and val.csv (FactAppeal, Mor-Lan, Sheafer and Shenhav 2025): news sentences with
tags around factual statements and the sources they appeal to.

*facts*: a sentence holds a fact without appeal to a source, against: Variorum makes a claim of the
document's own of it; and word by word. *roles*: the role of each marked source, of the eight there
are, by the words around it alone, macro-averaged F1; *named*: whether it is named.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from variorum.extract import extract
from variorum.extract.document.reading import Reading
from variorum.extract.model.encoder import OWN, Encoder, load_encoder
from variorum.extract.model.segments import windows
from variorum.extract.model.tagger import ROLES, tag
from variorum.language.parsing import parse
from variorum.model import Document, Form

TAG = re.compile(r"<(/?)([A-Za-z_:]+)>")
NAMES = (
    "null",
    "Active_Participant",
    "Witness",
    "Direct_Evidence",
    "Official",
    "Expert",
    "Expert_Document",
    "News_Report",
)
Place = tuple[str, int, int]


def read(path: Path) -> Iterator[tuple[str, list[Place]]]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield unmarked(row["annotation"])


def unmarked(marked: str) -> tuple[str, list[Place]]:
    text, places, opened, last = "", [], [], 0
    for match in TAG.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if not match[1]:
            opened.append((match[2], len(text)))
        elif opened:
            name, start = opened.pop()
            places.append((name, start, len(text)))
    return text + marked[last:], places


def f1(hits: int, predicted: int, gold: int) -> float:
    return 2 * hits / (predicted + gold) if predicted + gold else 0.0


def tokens_of(reading: Reading, places: Sequence[Place], name: str) -> list[int]:
    return [
        t.i
        for kind, start, end in places
        if kind == name
        for t in reading.tokens_in(start, end)
        if not t.is_space
    ]


def roles_of(
    reading: Reading, encoder: Encoder, places: Sequence[Place]
) -> Iterator[tuple[int, int, bool, bool]]:
    """Yield gold and predicted role, gold and predicted namedness of each marked source."""
    own = np.zeros((len(reading.doc), 14), dtype=np.float32)
    for seen in encoder.read(windows(reading)):
        own[seen.window.tokens] = seen.own
    for kind, start, end in places:
        parts = kind.split(":")
        if parts[0] != "Source" or len(parts) != 3:
            continue
        said = own[tokens_of(reading, [(kind, start, end)], kind)].mean(0)
        yield (
            NAMES.index(parts[2]),
            int(said[OWN["role"]].argmax()),
            parts[1] == "Named",
            bool(said[OWN["named"]].argmax()),
        )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--factappeal", type=Path, required=True, help="folder of FactAppeal")
    options.add_argument("--part", default="val", choices=["val", "train"])
    chosen = options.parse_args()
    encoder = load_encoder()
    rows = list(read(chosen.factappeal / f"{chosen.part}.csv"))
    documents = [Document.from_text(text) for text, _ in rows]
    claimed, words, named = Counter[str](), Counter[str](), Counter[bool]()
    pairs: list[tuple[int, int]] = []
    for document, doc, (_, places) in zip(documents, map(parse, documents), rows, strict=True):
        reading = Reading(document, doc)
        tagged = tag(reading, encoder)
        gold = set(tokens_of(reading, places, "Fact_No_Appeal"))
        found = {t.i for t in doc if not t.is_space and tagged.facts[t.i] > 0.5}
        words.update(hits=len(gold & found), gold=len(gold), predicted=len(found))
        own = any(c.form is Form.NARRATED for c in extract(document, doc, tagged))
        claimed.update(hits=own and bool(gold), gold=bool(gold), predicted=own)
        for role, guess, is_named, guessed in roles_of(reading, encoder, places):
            pairs.append((role, guess))
            named[is_named == guessed] += 1
    print(f"sentences {len(rows)}  sources {len(pairs)}")
    for name, count in (("claims", claimed), ("words", words)):
        score = f1(count["hits"], count["predicted"], count["gold"])
        print(f"facts, {name:7} F1 {score:.3f}  {dict(count)}")
    each = []
    for i, name in enumerate(NAMES):
        gold_count, guess_count = sum(g == i for g, _ in pairs), sum(p == i for _, p in pairs)
        score = f1(sum(g == p == i for g, p in pairs), guess_count, gold_count)
        each.append(score)
        print(f"role {ROLES[i] or name:22} F1 {score:.3f}  ({gold_count})")
    right = sum(g == p for g, p in pairs)
    print(f"roles macro-F1 {np.mean(each):.3f}  accuracy {right / max(1, len(pairs)):.3f}")
    print(f"named accuracy {named[True] / max(1, named.total()):.3f}")


if __name__ == "__main__":
    main()
