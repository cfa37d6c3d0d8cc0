"""An invented case for the tests of decisions: two short reports and their claims."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import variorum
from variorum.case import Case
from variorum.decisions import Decided, decided, decision_of
from variorum.model import Claim, Decision, Document
from variorum.pipeline import extract
from variorum.store import Store

FIRST = (
    "The mayor said that 40 people died in Narvik on 3 May 2031. "
    "The army said 12 soldiers were hurt."
)
SECOND = "The fire brigade said that 55 people died in Narvik."


def report(text: str, publisher: str) -> Document:
    return Document.from_text(
        text, publisher=publisher, published="2031-05-04", path=f"{publisher}.txt"
    )


COURIER, HERALD = report(FIRST, "Courier"), report(SECOND, "Herald")


@functools.cache
def read(document: Document) -> tuple[Claim, ...]:
    return tuple(extract(document))


def case(*log: Decision, documents: tuple[Document, ...] = (COURIER, HERALD)) -> Case:
    """Return the case with its decisions carried out; nothing is compared."""
    found = found_in(documents, log)
    return Case(documents, found.claims, found.gaps, decisions=log)


def found_in(documents: tuple[Document, ...], log: tuple[Decision, ...]) -> Decided:
    return decided(documents, [c for d in documents for c in read(d)], log)


def claim_with(words: str, of: Case) -> Claim:
    """Return the one claim whose words hold these."""
    (found,) = [claim for claim in of.claims if words in claim.text]
    return found


def decide(of: Case, kind: str, *about: str, when: str = "2031-06-01", **fields: str) -> Case:
    """Return the case with one more decision."""
    made = decision_of(of, kind, about, who="Ada", why="Read again.", fields=fields, when=when)
    return case(*of.decisions, made, documents=of.documents)


REPORTS = {
    "courier": FIRST,
    "herald": SECOND,
    "post": "The army said that 12 soldiers were hurt in Narvik.",
    "times": "The ministry denied that anybody had been hurt in Narvik, its spokesman said.",
}


def made_in(folder: Path) -> Path:
    """Write the reports to a folder, and return the case file of the case built of them."""
    for name, text in REPORTS.items():
        head = f"---\npublisher: {name.title()}\npublished: 2031-05-04\n---\n\n"
        (folder / f"{name}.txt").write_text(f"{head}{text}\n", encoding="utf-8")
    build(folder)
    return folder / "case.db"


def build(folder: Path, **more: Any) -> variorum.Case:
    with Store(folder / "case.db") as store:
        return variorum.build(folder / "*.txt", store=store, **more)


def claim_of(case: variorum.Case, words: str) -> str:
    (found,) = [claim.id for claim in case.claims if words in claim.text]
    return found
