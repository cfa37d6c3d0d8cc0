"""Pairs of an agreement and a later report: kept, breached or no bearing.

    .venv/bin/python benchmarks/compliance.py [FILE ...] [--errors]

FILE holds pairs as in `tests/cases/agreements/pairs*.txt`. Each pair is built as a case of two
reports, the whole way, and the claims of the second that bear on a term of the first, or on what
somebody is told to have promised in it, are asked what they say. Less than was promised ("partly")
is counted as a breach; not yet due as no bearing.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from variorum.case import Case
from variorum.compare import compare
from variorum.model import ComplianceStatus, Document
from variorum.pipeline import extract
from variorum.settings import Settings

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases" / "agreements"
SAYS = {
    ComplianceStatus.KEPT: "kept",
    ComplianceStatus.BREACHED: "breached",
    ComplianceStatus.PARTLY: "breached",
}


class Pair(NamedTuple):
    """An agreement, a later report, and what it says of the terms."""

    title: str
    agreement: Document
    claim: Document
    wanted: str


def pairs(path: Path) -> Iterator[Pair]:
    for block in re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))[1:]:
        title, *lines = block.strip().split("\n")
        told = {}
        for line in lines[:2]:
            name, rest = line.split(": ", 1)
            published, publisher, text = (part.strip() for part in rest.split("|", 2))
            told[name] = Document.from_text(
                text, published=published, publisher=publisher, path=f"{name}.txt"
            )
        yield Pair(title, told["agreement"], told["claim"], lines[2].removeprefix("=> ").strip())


def answer(pair: Pair) -> tuple[str, Case]:
    """Return what the second report says of the first one's terms, and the case."""
    documents = [pair.agreement, pair.claim]
    claims = [claim for document in documents for claim in extract(document)]
    case = Case(tuple(documents), tuple(claims), (), compare(documents, claims, Settings()))
    said = Counter(
        SAYS.get(found.status, "none")
        for agreement in case.agreements
        for held in (agreement, *agreement.terms)
        for found in held.compliance
        if case.claim_by_id[found.claim].document == pair.claim.id
    )
    said.update(
        SAYS.get(made.status, "none")
        for made in case.commitments
        for told in made.claims
        if case.claim_by_id[told].document == pair.claim.id
    )
    said.pop("none", None)
    return (said.most_common(1)[0][0] if said else "none"), case


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what is wrong (never of held)")
    options = parser.parse_args()
    for path in options.files or sorted(CASES.glob("pairs*.txt")):
        right: Counter[str] = Counter()
        of: Counter[str] = Counter()
        false = 0
        for pair in pairs(path):
            said, case = answer(pair)
            of[pair.wanted] += 1
            right[pair.wanted] += said == pair.wanted
            false += said == "breached" and pair.wanted == "none"
            if options.errors and "held" not in path.name and said != pair.wanted:
                print(f"  {pair.title}: {said}, wanted {pair.wanted}\n    {pair.claim.text}")
                for term in (term for agreement in case.agreements for term in agreement.terms):
                    print(f"    {term.modality}; {term.obligors}; {term.act}; due {term.due}")
                for made in case.commitments:
                    print(f"    {made.holder} {made.stance}: {made.content}")
        total = sum(right.values())
        by = ", ".join(f"{name} {right[name]}/{of[name]}" for name in sorted(of))
        rate = total / sum(of.values())
        print(f"{path.name}: {total} of {sum(of.values())} right ({rate:.2f}); {by}")
        print(f"    {false} of no bearing called a breach")


if __name__ == "__main__":
    main()
