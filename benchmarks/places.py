"""Scores the places of `variorum.normalise` against GeoVirus (Gritta, Pilehvar and Collier 2018).

    python benchmarks/places.py --geovirus FILE [--part tune|check|all] [--show] [--fit OUT]

FILE is GeoVirus.xml: news articles in which people marked every place name with its coordinates.
The corpus is no part of this project. The first two thirds of the articles are for tuning, the last
third is the check; both are reported by default. `--show` lists what is not as in the gold; `--fit`
fits the weights of the reasons (data/place_weights.tsv) on the articles for tuning.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from variorum.language import parsing
from variorum.language.words.lexers import names
from variorum.model import Document, Place
from variorum.normalise.places import gazetteer
from variorum.normalise.places import place_words as place_lexicon
from variorum.normalise.places.place_candidates import candidates
from variorum.normalise.places.place_evidence import Reader
from variorum.normalise.places.place_tables import distance_km
from variorum.normalise.places.places import places

WITHIN_KM = 161.0  # 100 miles, the usual tolerance of the field
STRENGTH = 1.0
ROUNDS = 30
# What the corpus, on epidemics, has too little of to learn from: governments that speak by the name
# of a town, and persons and companies that are named like places.
FIXED = {
    "town&speaks": -4.0,
    "other&speaks": -4.0,
    "titled": -4.0,
    "run-left=title": -4.0,
    "run-left=person": -4.0,
    "country&run-left=org": -3.0,
    "other&run-left=org": -3.0,
    "first-name&nothing": -2.0,
}
HEAD = (
    "# What each reason (place_evidence.py) weighs for a name being a place, as log odds.\n"
    "# Fitted by benchmarks/places.py --fit; above 0 in sum, the name is taken for a place.\n"
)


@dataclass(frozen=True)
class Gold:
    """One marked name: its offsets and its point."""

    start: int
    end: int
    lat: float
    lon: float


@dataclass(frozen=True)
class Article:
    """One article with its marks and its parse."""

    document: Document
    doc: Doc
    gold: tuple[Gold, ...]


def marks(article: ET.Element) -> Iterator[Gold]:
    """Yield the marks of an article; the corpus counts characters from 1."""
    for one in article.iter("location"):
        start, end, lat, lon = (one.findtext(tag, "0") for tag in ("start", "end", "lat", "lon"))
        yield Gold(int(start) - 1, int(end) - 1, float(lat), float(lon))


def load(path: Path) -> list[Article]:
    elements = ET.parse(path).getroot().findall("article")
    documents = [Document.from_text(element.findtext("text", "")) for element in elements]
    docs = map(parsing.parse, documents)
    golds = [tuple(marks(element)) for element in elements]
    return [Article(*row) for row in zip(documents, docs, golds, strict=True)]


def score(articles: Sequence[Article], show: bool) -> str:
    """Return the line of figures for these articles."""
    right = found = marked = near = 0
    errors: list[float] = []
    started = time.perf_counter()
    for article in articles:
        named = [p for p in places(article.document, article.doc) if p.relation is None]
        by_span = {(p.span.start, p.span.end): p for p in named}
        gold = {(g.start, g.end): g for g in article.gold}
        right += len(by_span.keys() & gold.keys())
        found, marked = found + len(by_span), marked + len(gold)
        far = [distance(by_span.get(span), one) for span, one in gold.items()]
        errors += [km for km in far if km is not None]
        near += sum(km is not None and km <= WITHIN_KM for km in far)
        if show:
            tell(article.document.text, by_span, gold)
    precision, recall = right / found, right / marked
    return (
        f"{len(articles)} articles, {marked} names: precision {precision:.3f}, recall {recall:.3f},"
        f" F1 {2 * precision * recall / (precision + recall):.3f}; within {WITHIN_KM:.0f} km"
        f" {near / marked:.3f} of all, {near / len(errors):.3f} of those with a point; median error"
        f" {statistics.median(errors):.1f} km; {time.perf_counter() - started:.1f} s"
    )


def distance(place: Place | None, gold: Gold) -> float | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return distance_km((place.lat, place.lon), (gold.lat, gold.lon))


Spans = dict[tuple[int, int], Place]


def tell(text: str, found: Spans, gold: dict[tuple[int, int], Gold]) -> None:
    """Print what is found and not marked, marked and not found, or far off."""
    for start, end in sorted(found.keys() ^ gold.keys()):
        kind = "not marked" if (start, end) in found else "not found"
        print(
            f"{kind}: {text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}"
        )
    for span in sorted(found.keys() & gold.keys()):
        km = distance(found[span], gold[span])
        if km is None or km > WITHIN_KM:
            print(f"{'no point' if km is None else f'{km:.0f} km'}: {found[span].name}")


def fit(articles: Sequence[Article]) -> dict[str, float]:
    """Return the weights of a logistic regression with an L2 penalty, by Newton's method."""
    rows = [row for article in articles for row in reasons(article)]
    names = sorted({name for row, _ in rows for name in row})
    column = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for i, (row, _) in enumerate(rows):
        table[i, [column[name] for name in row]] = 1.0
    wanted = np.array([float(is_place) for _, is_place in rows])
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        odds = 1.0 / (1.0 + np.exp(-table @ weights))
        slope = table.T @ (odds - wanted) + STRENGTH * weights
        bend = (table * (odds * (1.0 - odds))[:, None]).T @ table + STRENGTH * np.eye(len(names))
        weights -= np.linalg.solve(bend, slope)
    return {**dict(zip(names, weights.tolist(), strict=True)), **FIXED}


def reasons(article: Article) -> Iterator[tuple[list[str], bool]]:
    """Yield the reasons for each candidate of an article, and whether it is marked."""
    known, words = place_lexicon.load(), names(article.document.text)
    found = candidates(article.document.text, words, gazetteer.load(), known)
    reader = Reader(words, known, article.doc, found)
    gold = {(g.start, g.end) for g in article.gold}
    for one in found:
        yield reader.reasons(one), (words[one.first].start, words[one.last].end) in gold


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--geovirus", type=Path, required=True)
    parser.add_argument("--part", choices=("tune", "check", "all"), default="all")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--fit", type=Path)
    options = parser.parse_args()
    articles = load(options.geovirus)
    cut = len(articles) * 2 // 3
    if options.fit:
        lines = [f"{name}\t{weight:.2f}\n" for name, weight in fit(articles[:cut]).items()]
        options.fit.write_text(HEAD + "".join(sorted(lines)), "utf-8")
        return 0
    for part, chosen in (("tune", articles[:cut]), ("check", articles[cut:])):
        if options.part in {part, "all"}:
            print(f"{part}: {score(chosen, options.show)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
