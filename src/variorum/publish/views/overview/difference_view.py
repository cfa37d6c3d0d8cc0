"""What a build changed in a record: what is new, what changed and what is gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.views.overview.abstract_view import some_names
from variorum.publish.views.overview.summary_view import conflicts, short
from variorum.wording import count

__all__ = ["differences"]

# So many disputes and answers are named in a line, and so many changed disputes have a line.
MOST_NAMED = 3

Answers = Mapping[str, frozenset[str]]
"""The answers to each disputed question, in few words."""


def differences(before: Case, after: Case) -> tuple[str, ...]:
    """Return what is new, changed and gone, a line each; nothing where there was no case before.

    Documents and claims are told apart by their ids, disputes by their questions, and the answers
    to these by their words.
    """
    if not before.documents:
        return ()
    one, two = _answers(before), _answers(after)
    lines = (
        _line("New", before, after, [question for question in two if question not in one]),
        *_changed(one, two),
        _line("Gone", after, before, [question for question in one if question not in two]),
    )
    return tuple(line for line in lines if line) or ("Nothing has changed since last time.",)


def _answers(case: Case) -> Answers:
    told: dict[str, set[str]] = defaultdict(set)
    for conflict in conflicts(Index(case)):
        told[short(conflict.label)] |= {answer.label for answer in conflict.answers}
    return {question: frozenset(answers) for question, answers in told.items()}


def _line(name: str, before: Case, after: Case, disputes: Collection[str]) -> str:
    """Return what the one case has that the other has not."""
    known = {document.id for document in before.documents}
    reports = [document for document in after.documents if document.id not in known]
    revised = sum(document.revision_of is not None for document in reports)
    claims = {claim.id for claim in after.claims} - {claim.id for claim in before.claims}
    counted = (
        (len(reports) - revised, "report"),
        (revised, "revised report"),
        (len(claims), "claim"),
        (len(disputes), "dispute"),
    )
    parts = [count(many, noun) for many, noun in counted if many]
    named = f" ({some_names(list(disputes), MOST_NAMED)})" if disputes else ""
    return f"{name}: {', '.join(parts)}{named}" if parts else ""


def _changed(before: Answers, after: Answers) -> Iterable[str]:
    """Yield a line for each dispute whose answers changed, and how many others there are."""
    changed = [q for q, answers in after.items() if q in before and before[q] != answers]
    for question in changed[:MOST_NAMED]:
        new, gone = after[question] - before[question], before[question] - after[question]
        sides = (("now also", new), ("no longer", gone))
        told = [f"{word} {some_names(sorted(own), MOST_NAMED)}" for word, own in sides if own]
        yield f"Changed: {question}: {'; '.join(told)}"
    if len(changed) > MOST_NAMED:
        yield f"Changed: {count(len(changed) - MOST_NAMED, 'other dispute')}"
