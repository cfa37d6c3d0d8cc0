"""What the verbs of one document's claims say was done: any verb, by its predicate's row.

The lexicon of statements knows some twenty predicates in thirteen languages; this reads any verb,
in English, from the propositions of the claims.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from variorum.language.files import table
from variorum.language.word_lists import rows_by_word, words
from variorum.language.words.lexers import bare_words
from variorum.model import Argument, Claim, Document, Proposition, SpeakerKind, Stance
from variorum.statements.revisions import FIRST, marks_in
from variorum.statements.statement_reader import states

BESIDE = 12
NOBODY = frozenset({"", SpeakerKind.UNNAMED.value})
LOOK_BACK = 100
# A pronoun that opens a content, behind "that", is its speaker.
OPENS = len("that ")
DENYING = words("statements", "denying")


@dataclass(frozen=True)
class PredicateRows:
    """The rows of `predicates.yaml`."""

    rows: Mapping[str, Mapping[str, Any]]
    row_of: Mapping[str, str]
    anybody: frozenset[str]
    unsaid: frozenset[str]


@dataclass(frozen=True)
class Predication:
    """A proposition of a claim, its row, and its agent and patient by name."""

    claim: Claim
    proposition: Proposition
    row: str
    agent: str
    patient: str
    holds: bool

    @property
    def it(self) -> str:
        """What it happens to: the patient, else the one who does it."""
        return self.patient or self.agent


@functools.cache
def predicate_rows() -> PredicateRows:
    """Return the rows of `predicates.yaml`, read once."""
    raw = table("predicates")
    by_word = rows_by_word(raw["predicates"], "said")
    return PredicateRows(
        rows=raw["predicates"],
        row_of={word: min(rows) for word, rows in by_word.items()},
        anybody=frozenset(raw["anybody"]),
        unsaid=frozenset(raw["unsaid"]),
    )


def read_predications(claims: Iterable[Claim], document: Document) -> list[Predication]:
    """Return what the claims of a document say was done; of nested claims only the innermost."""
    found = (one for claim in claims for one in _predications(claim))
    innermost = _innermost([one for one in found if not _is_early(one, document)])
    return [one for one in innermost if one.it]


def _is_early(one: Predication, document: Document) -> bool:
    """Return whether it is told as what was said at first, which nobody need say any more."""
    start, end = one.proposition.span.start, one.claim.content[-1].end
    return FIRST in marks_in(document.text[max(0, start - LOOK_BACK) : end])


def _predications(claim: Claim) -> Iterator[Predication]:
    # "It was reported that" has no source.
    hearsay = claim.speaker.kind is SpeakerKind.UNNAMED and claim.speaker.name in NOBODY
    if hearsay or not states(claim):
        return
    known = predicate_rows()
    for proposition in (p for p in claim.propositions if not p.present):
        row = known.row_of.get(proposition.predicate, proposition.predicate)
        counted = any(_is_counted(a, claim) for a in (proposition.agent, proposition.patient))
        if row in known.unsaid or counted or _is_denied_within(proposition, claim):
            continue
        yield Predication(
            claim=claim,
            proposition=proposition,
            row=row,
            agent=_name(proposition.agent, claim),
            patient=_name(proposition.patient, claim),
            holds=proposition.negated == (claim.stance is Stance.DENIES),
        )


def _is_denied_within(proposition: Proposition, claim: Claim) -> bool:
    """Return whether words of the content deny it: "in denying that he had been told"."""
    start = proposition.span.start
    told = (s.exact[: max(0, start - s.start)] for s in claim.content if s.start < start)
    return any(word in DENYING for text in told for word in bare_words(text.casefold()))


def _is_counted(argument: Argument | None, claim: Claim) -> bool:
    """Return whether a measure counts it: how many, or whether any, is compared as a number."""
    return argument is not None and any(
        m.span.start < argument.span.end and argument.span.start - m.span.end <= BESIDE
        for m in claim.measures
        if m.unit is None
    )


def _name(argument: Argument | None, claim: Claim) -> str:
    """Return by which word an argument is told: its noun, its name, or who speaks of himself."""
    if argument is None:
        return ""
    if argument.pronoun:
        opens = any(0 <= argument.span.start - s.start <= OPENS for s in claim.content)
        spoken = claim.speaker.kind is not SpeakerKind.DOCUMENT and opens
        words = claim.speaker.name.casefold().split()
        return words[-1] if spoken and words else ""
    return argument.head.casefold()


def _innermost(found: Sequence[Predication]) -> list[Predication]:
    """Return one for the same verb: that of the claim nearest to who says so."""
    best: dict[tuple[str, int], Predication] = {}
    for one in found:
        place = (one.claim.document, one.proposition.span.start)
        if place not in best or len(one.claim.text) < len(best[place].claim.text):
            best[place] = one
    return list(best.values())
