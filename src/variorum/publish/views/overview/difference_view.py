"""What a build changed in a record: what is new, what changed and what is gone."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from variorum.case import Case
from variorum.publish.base.index import Index
from variorum.publish.views.overview.abstract_view import some_names
from variorum.publish.views.overview.conflicts_view import conflicts
from variorum.publish.views.overview.summary_view import short
from variorum.wording import count

# So many disputes and answers are named in a line, and so many changed disputes have a line.
MOST_NAMED = 3
NOTHING_CHANGED = "Nothing has changed since last time."

Answers = Mapping[str, frozenset[str]]
"""The answers to each disputed question, in few words."""


@dataclass(frozen=True)
class Marks:
    """What two states of a record are told apart by.

    Documents and claims are told apart by their ids, disputes by their questions, and the answers
    to these by their words. Of documents it is told whether they revise another.
    """

    documents: Mapping[str, bool]
    claims: frozenset[str]
    answers: Answers


def marks(case: Case) -> Marks:
    """Return the marks of a case."""
    index = Index(case)
    told: dict[str, set[str]] = defaultdict(set)
    for conflict in conflicts(index):
        told[short(conflict.label)] |= {answer.label for answer in conflict.answers}
    return Marks(
        {document.id: document.revision_of is not None for document in case.documents},
        frozenset(head.id for head in case.claim_heads),
        {question: frozenset(answers) for question, answers in told.items()},
    )


def differences(before: Case | Marks, after: Case | Marks) -> tuple[str, ...]:
    """Return what is new, changed and gone, a line each; nothing where there was no case before."""
    before, after = (one if isinstance(one, Marks) else marks(one) for one in (before, after))
    if not before.documents:
        return ()
    one, two = before.answers, after.answers
    lines = (
        _line("New", before, after, [question for question in two if question not in one]),
        *_changed(one, two),
        _line("Gone", after, before, [question for question in one if question not in two]),
    )
    return tuple(line for line in lines if line) or (NOTHING_CHANGED,)


def told_apart(before: Marks, after: Marks) -> dict[str, Any]:
    """Return what is new, changed and gone for programs: ids, and the labels of disputes."""
    changed = [
        {"dispute": question, "new": sorted(two - one), "gone": sorted(one - two)}
        for question, two in after.answers.items()
        if (one := before.answers.get(question, two)) != two
    ]
    return {"new": _more(before, after), "changed": changed, "gone": _more(after, before)}


def _more(before: Marks, after: Marks) -> dict[str, list[str]]:
    """Return what the one state has that the other has not."""
    return {
        "documents": [key for key in after.documents if key not in before.documents],
        "claims": sorted(after.claims - before.claims),
        "disputes": [question for question in after.answers if question not in before.answers],
    }


def _line(name: str, before: Marks, after: Marks, disputes: Collection[str]) -> str:
    """Return what the one state has that the other has not."""
    reports = [revises for key, revises in after.documents.items() if key not in before.documents]
    revised = sum(reports)
    claims = after.claims - before.claims
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
