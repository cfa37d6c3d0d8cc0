"""An invented truce for the tests of agreements: short reports, duties and acts made by hand."""

from __future__ import annotations

import functools
from datetime import date

from variorum.case import Case, Rulings
from variorum.compare import compare
from variorum.compare.actors.sides import Sides
from variorum.compare.compliance.action_lexicon import stems
from variorum.compare.compliance.actions import Act
from variorum.compare.compliance.obligations import Duty, duty
from variorum.model import (
    Agreement,
    Certainty,
    Claim,
    Commitment,
    Compliance,
    Document,
    Measure,
    Modality,
    Term,
)
from variorum.pipeline import extract
from variorum.settings import Settings
from variorum.text import span

ARMY, FRONT = "the Upland Army", "the River Front"
WINDOW = ("2031-04-01", "2031-04-30")
IN_TIME = (date(2031, 4, 9), date(2031, 4, 9))
TRUCE = (
    "The Upland Army and the River Front agreed on 31 March 2031 on a ceasefire that runs from "
    "1 April to 30 April."
)
DEAL = (
    "The River Front and the Upland Army signed a deal on 31 March 2031. It runs from 1 April to "
    "30 April."
)
NOBODY = Sides(())


def report(text: str, publisher: str = "Courier", published: str = "2031-04-01") -> Document:
    return Document.from_text(
        text, publisher=publisher, published=published, path=f"{publisher}.txt"
    )


@functools.cache
def read(document: Document) -> tuple[Claim, ...]:
    return tuple(extract(document))


def compared(*documents: Document, verified: frozenset[tuple[str, str]] = frozenset()) -> Case:
    claims = [claim for document in documents for claim in read(document)]
    found = compare(documents, claims, Settings(), rulings=Rulings(verified=verified))
    return Case(documents, tuple(claims), (), found)


def judged(terms: str, told: str, published: str = "2031-04-12", *, frame: str = TRUCE) -> Case:
    """Return the case of a truce with these terms and a later report."""
    return compared(report(f"{frame} {terms}"), report(told, "Herald", published))


def only(case: Case) -> Agreement:
    (agreement,) = case.agreements
    return agreement


def terms(case: Case) -> list[Term]:
    return [term for agreement in case.agreements for term in agreement.terms]


def evidence(case: Case) -> list[Compliance]:
    return [found for term in terms(case) for found in term.compliance]


def statuses(case: Case) -> list[str]:
    return [found.status.value for found in evidence(case)]


def made(case: Case, holder: str) -> Commitment:
    """Return the first commitment of a holder that has an outcome, else the first of them."""
    return next(one for one in case.commitments if one.holder == holder)


def wanted(modality: Modality, act: str, **more: object) -> Duty:
    """Return a duty of the Upland Army in April, by the words of its act, the verb first."""
    given: dict[str, object] = {
        "predicate": act.partition(" ")[0],
        "obligors": (ARMY,),
        "others": (FRONT,),
        "window": WINDOW,
    }
    return duty(modality=modality, act=act, **{**given, **more})  # type: ignore[arg-type]


def claimed(text: str, *measures: tuple[str, str, float]) -> Claim:
    """Return a claim of the words, with measures by their words, noun and number."""
    document = Document.from_text(text, publisher="Herald", published="2031-04-12")
    claim = Claim.narrated(
        document, (span(document, 0, len(text)),), hedges=(), certainty=Certainty.CERTAIN
    )
    counted = tuple(
        Measure(
            kind=f"people.{noun}",
            noun=noun,
            low=number,
            high=number,
            text=words,
            span=span(document, text.index(words), text.index(words) + len(words)),
        )
        for words, noun, number in measures
    )
    return claim.model_copy(update={"measures": counted})


def did(text: str, *deeds: str, agent: str | None = ARMY, **more: object) -> Act:
    """Return an act by its words and deeds, done by the Upland Army on 9 April."""
    given: dict[str, object] = {
        "claim": claimed(text),
        "done": True,
        "patient": stems(text),
        "when": IN_TIME,
        "edtf": "2031-04-09",
    }
    return Act(deeds=frozenset(deeds), agent=agent, text=text, **{**given, **more})  # type: ignore[arg-type]
