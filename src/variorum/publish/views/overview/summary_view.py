"""The record at a glance: a line for each dispute, who changed, what was agreed, what is missing.

The terminal, the notebook and `variorum show --json` write the same view.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from variorum.case import Case
from variorum.model import Change, Claim, History
from variorum.publish.base.date_labels import date_words
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import GAP_WORDS
from variorum.publish.views.agreed.terms_view import tally
from variorum.publish.views.overview.abstract_view import abstract, as_of
from variorum.publish.views.overview.conflicts_view import Conflict, conflicts, narrowed
from variorum.publish.views.overview.differing_view import differing
from variorum.publish.views.overview.title_view import title_of
from variorum.wording import count

COUNTED = re.compile(r"How many (.+)\?")


@dataclass(frozen=True)
class Summary:
    """What fits on one screen, and what is left out of it only where there is no more."""

    title: str
    abstract: tuple[str, ...]
    as_of: str | None
    counts: tuple[tuple[int, str], ...]
    conflicts: tuple[Conflict, ...]
    differing: tuple[Conflict, ...]
    changes: tuple[str, ...]
    agreements: str
    gaps: tuple[str, ...]


def folded(text: str) -> str:
    """Return a text without case and diacritics, to be found by."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def named_by(case: Case, name: str) -> frozenset[str]:
    """Return the claims that a source makes, passes on or publishes; part of its name will do."""
    wanted = folded(name)

    def names(claim: Claim) -> Iterator[str]:
        yield case.document_by_id[claim.document].name
        yield claim.speaker.name
        yield from (link.name for link in claim.relay)

    return frozenset(c.id for c in case.claims if any(wanted in folded(n) for n in names(c)))


def short(question: str) -> str:
    """Return what a question asks in few words: "foreign fighters left", "people killed"."""
    match = COUNTED.fullmatch(question)
    return match[1].replace(" were ", " ", 1) if match else question


def summary(index: Index, source: str | None = None, question: str | None = None) -> Summary:
    """Return the record at a glance.

    Args:
        index: the case.
        source: only what a source of this name says, or part of it.
        question: only what has this word in its question.
    """
    own = named_by(index.case, source) if source else None
    asked = folded(question or "")
    disputes = conflicts(index)
    told = (disputes, differing(index, len(disputes)))
    found, others = ([narrowed(c, own) for c in some if asked in folded(c.label)] for some in told)
    return Summary(
        title=title_of(index.case),
        abstract=tuple(sentence.text for sentence in abstract(index)),
        as_of=as_of(index),
        counts=counts(index),
        conflicts=tuple(one for one in found if one.answers),
        differing=tuple(one for one in others if len(one.answers) > 1),
        changes=tuple(_changes(index, own, asked)),
        agreements=_agreements(index),
        gaps=_gaps(index.case),
    )


def counts(index: Index) -> tuple[tuple[int, str], ...]:
    """Return how many there are of what a record holds, each with what one of them is called."""
    case = index.case
    sets = sum(document.data_set is not None for document in case.documents)
    languages = {document.language for document in case.documents if document.language}
    return (
        (len(case.documents) - sets, "report"),
        *([(sets, "event data set")] if sets else []),
        (len(languages), "language"),
        (index.whole_count, "claim"),
        (len(case.origins), "origin"),
        (len(case.questions), "question"),
        (len(conflicts(index)), "dispute"),
    )


def _changes(index: Index, claims: Collection[str] | None, asked: str) -> Iterator[str]:
    """Yield a line for each history in which an answer changed."""
    for history in index.case.histories:
        question = index.case.question_by_id.get(history.question)
        own = claims is None or any(step.claim in claims for step in history.steps)
        changed = history.change is not Change.HELD and own
        if changed and question and asked in folded(question.label):
            yield _change(history, question.label)


def _change(history: History, question: str) -> str:
    """Return the steps of a history in a line; a day that all were told on stands at its end."""
    name = history.name[:1].upper() + history.name[1:]
    days = [date_words(step.when) for step in history.steps]
    together = f", all told {days[0]}" if len(set(days)) == 1 else ""
    told = zip(history.steps, days, strict=True)
    steps = (f"“{step.words}”" + ("" if together else f" {day}") for step, day in told)
    return f"{name}: {' → '.join(steps)}{together} ({short(question)})"


def _agreements(index: Index) -> str:
    terms = [term for agreement in index.case.agreements for term in agreement.terms]
    told = f" with {tally(terms)}" if terms else ""
    found = len(index.case.agreements)
    promises = sum(bool(commitment.claims) for commitment in index.case.commitments)
    if found:
        return f"{count(found, 'agreement')}{told}"
    return f"{count(promises, 'promise')} with an outcome" if promises else ""


def _gaps(case: Case) -> tuple[str, ...]:
    """Return how many gaps there are of each kind, the most first."""
    kinds = Counter(gap.kind for gap in (*case.gaps, *case.comparison.gaps))
    ordered = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    return tuple(count(kinds[kind], *GAP_WORDS.get(kind, (kind,))) for kind in ordered)
