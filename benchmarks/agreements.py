"""Agreements and their terms against marked gold.

    .venv/bin/python benchmarks/agreements.py [FILE ...] [--errors]

FILE is marked text as in `tests/cases/agreements/`: passages of invented agreements and of reports
about them. *Found* is the share of the marked terms that a term of ours overlaps by at least half
of the shorter one; *precision* the share of ours that are marked. *Modality* and *obligor* are
counted of those found; an obligor is right when the names are those marked, short or full. *Window*
counts the passages that state from when to when an agreement holds, and the terms that state a date
of their own.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from gold_marks import Mark, marked
from variorum.model import Clause, Document, Pact
from variorum.pipeline import extract

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases" / "agreements"


class Wanted(NamedTuple):
    """What is marked of a term."""

    modality: str
    obligors: tuple[str, ...]
    due: str | None


@dataclass
class Passage:
    """A passage with its marks."""

    title: str
    document: Document
    terms: dict[int, tuple[Mark, Wanted]]
    type: str | None
    parties: tuple[str, ...] = ()
    window: str | None = None


@dataclass
class Score:
    """Counts of what is right, and of how many, by name."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def rate(self, name: str) -> float:
        """Return the share that is right."""
        return self.counts[name] / max(1, self.counts[f"{name} of"])

    def add(self, name: str, right: bool, what: str) -> None:
        """Count one more, and keep what is wrong."""
        self.counts[f"{name} of"] += 1
        self.counts[name] += right
        if not right:
            self.wrong.append(f"{name}: {what}")


def passages(path: Path) -> Iterator[Passage]:
    for block in re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))[1:]:
        first, body = block.split("\n", 1)
        heading = re.match(r"\[(?P<publisher>.*), (?P<date>\d{4}-\d\d-\d\d)\] (?P<title>.*)", first)
        assert heading, first
        lines = re.findall(r"(?m)^=> (.*)$", body)
        text, marks = marked(re.sub(r"(?m)^=> .*$", "", body).strip())
        document = Document.from_text(
            text, publisher=heading["publisher"], published=heading["date"]
        )
        one = Passage(heading["title"], document, {}, None)
        by_number = {mark.number: mark for mark in marks}
        for line in lines:
            pieces = [piece.strip() for piece in line.split(";")]
            if line.startswith("agreement "):
                one.type = pieces[0].split()[1]
                one.parties = () if pieces[1] == "unclear" else tuple(pieces[1].split(" + "))
                one.window = None if pieces[2] == "none" else pieces[2]
            elif line != "none":
                number, modality = pieces[0].split(" ", 1)
                due = next((p[4:].strip() for p in pieces[2:] if p.startswith("due ")), None)
                names = tuple(pieces[1].split(" + "))
                one.terms[int(number)] = (by_number[int(number)], Wanted(modality, names, due))
        yield one


def _words(name: str) -> frozenset[str]:
    skip = {"the", "a", "an", "of", "all", "its", "their", "any", "two"}
    return frozenset(w for w in re.findall(r"\w+", name.lower()) if w not in skip)


def same_names(wanted: tuple[str, ...], found: tuple[str, ...]) -> bool:
    """Return whether two lists of names pair off, each name in full or in short."""
    rest = list(found or ("unclear",))
    for name in wanted:
        fits = [
            f
            for f in rest
            if _words(f) and (_words(f) <= _words(name) or _words(name) <= _words(f))
        ]
        if not fits:
            return False
        rest.remove(fits[0])
    return not rest


def overlaps(mark: Mark, clause: Clause) -> float:
    shared = min(mark.end, clause.span.end) - max(mark.start, clause.span.start)
    return shared / min(mark.end - mark.start, clause.span.end - clause.span.start)


def read(document: Document) -> tuple[list[Pact], list[Clause]]:
    claims = extract(document)
    pacts = [pact for claim in claims for pact in claim.pacts]
    clauses = [clause for claim in claims for clause in claim.clauses]
    return pacts, clauses


def compare(one: Passage, score: Score) -> None:
    pacts, clauses = read(one.document)
    used: set[int] = set()
    for number, (mark, wanted) in one.terms.items():
        fits = [
            (overlaps(mark, c), n)
            for n, c in enumerate(clauses)
            if n not in used and overlaps(mark, c) >= 0.5
        ]
        where = f"{one.title}, term {number}, {mark.words!r}"
        score.add("found", bool(fits), where)
        if not fits:
            continue
        at = max(fits)[1]
        used.add(at)
        got = clauses[at]
        score.add("modality", got.modality.value == wanted.modality, f"{where}: {got.modality}")
        names = got.obligors or ("unclear",)
        score.add(
            "obligor",
            same_names(wanted.obligors, names),
            f"{where}: {names}, wanted {wanted.obligors}",
        )
        right = got.modality.value == wanted.modality and same_names(wanted.obligors, names)
        score.add("both", right, where)
        if wanted.due:
            score.add("window", got.due == wanted.due, f"{where}: {got.due}, wanted {wanted.due}")
    for n, clause in enumerate(clauses):
        score.add("precision", n in used, f"{one.title}: {clause.span.exact!r} is no term")
    if one.type is None:
        return
    score.add("agreement", bool(pacts), one.title)
    score.add(
        "type",
        any(p.type.value == one.type for p in pacts[:1]),
        f"{one.title}: {[p.type.value for p in pacts]}",
    )
    if one.parties:
        best = pacts[0].parties if pacts else ()
        score.add(
            "parties", same_names(one.parties, best), f"{one.title}: {best}, wanted {one.parties}"
        )
    if one.window:
        windows = [f"{p.start or '..'}/{p.end or '..'}" for p in pacts]
        score.add("window", one.window in windows, f"{one.title}: {windows}, wanted {one.window}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what is wrong (never of held)")
    options = parser.parse_args()
    for path in options.files or [CASES / "open.txt", CASES / "held.txt"]:
        score = Score()
        for one in passages(path):
            compare(one, score)
        print(path.name)
        for name in (
            "found",
            "precision",
            "modality",
            "obligor",
            "both",
            "window",
            "agreement",
            "type",
            "parties",
        ):
            got, of = score.counts[name], score.counts[f"{name} of"]
            print(f"  {name:10} {got:4} of {of:4}  {score.rate(name):.2f}")
        if options.errors and "held" not in path.name:
            print("\n".join(sorted(score.wrong)))


if __name__ == "__main__":
    main()
