"""The pages of the record beside its disputes: happenings, stemma, times, map, agreements, news."""

import json
from dataclasses import fields, replace
from types import SimpleNamespace
from typing import Any

from variorum.case import Case
from variorum.errors import UsageError
from variorum.model import Claim, Decision, Happening
from variorum.publish.views.agreed.agreements_view import agreements_view
from variorum.publish.views.agreed.commitments_view import commitment_views
from variorum.publish.views.corrections_view import corrections_view
from variorum.publish.views.distortions_view import distortion_views
from variorum.publish.views.histories_view import history_views
from variorum.publish.views.overview.difference_view import Marks, differences, marks
from variorum.publish.views.places_view import places_view
from variorum.publish.views.stemma_view import stemma_view
from variorum.publish.views.timeline_view import timeline_view
from variorum.web.desk import Shown
from variorum.wording import count

MAIN = "main"
# So many of the claims that tell one time are listed.
MOST_TELLERS = 5


def _stemma(shown: Shown) -> dict[str, Any]:
    index = shown.index
    changed, held = history_views(index)
    found = {"distortions": distortion_views(index), "stemma": stemma_view(index)}
    return {**found, "changed": changed, "held": held}


def _timeline(shown: Shown) -> dict[str, Any]:
    """Return the times with so many of the claims that tell each."""
    view = timeline_view(shown.index)
    entries = tuple((at, when, claims[:MOST_TELLERS]) for at, when, claims in view.entries)
    return {"timeline": replace(view, entries=entries)}


def _agreements(shown: Shown) -> dict[str, Any]:
    commitments, unresolved = commitment_views(shown.index)
    found = {"agreements": agreements_view(shown.index)}
    return {**found, "commitments": commitments, "unresolved": unresolved}


# The pages that show sections of the report: the title, their views, the template.
PARTS = {
    "stemma": ("Who took from whom", _stemma, "record/stemma.html"),
    "timeline": ("Times", _timeline, "record/timeline.html"),
    "corrections": (
        "Corrections",
        lambda shown: {"corrections": corrections_view(shown.index)},
        "record/corrections.html",
    ),
    "map": ("Map", lambda shown: {"places": places_view(shown.index)}, "record/map.html"),
    "agreements": ("Agreements", _agreements, "record/agreements_page.html"),
}


def view_of(shown: Shown, part: str, most: int) -> SimpleNamespace:
    """Return the views of a part of the record, named as in the report, with so many of each."""
    return SimpleNamespace(**{n: _cut(view, most) for n, view in PARTS[part][1](shown).items()})


def _cut(view: Any, most: int) -> Any:
    """Return a view whose lists are no longer than so much; the report has them whole."""
    if isinstance(view, tuple):
        return view[:most]
    lists = {f.name: getattr(view, f.name) for f in fields(view)}
    return replace(view, **{n: v[:most] for n, v in lists.items() if isinstance(v, tuple)})


def told_happenings(
    shown: Shown, most: int, claims: int
) -> list[tuple[Happening, list[Claim], int]]:
    """Return the first happenings with the first claims of each, and how many it has."""
    case, numbers = shown.index.case, shown.index.claim_number
    told = [(one, [c for c in one.claims if c in numbers]) for one in case.happenings[:most]]
    return [(one, [case.claim_by_id[c] for c in own[:claims]], len(own)) for one, own in told]


def moved(case: Case, happening: str, into: str) -> tuple[list[str], str]:
    """Return the claims that are moved when one happening is merged into another, and to where.

    The main happening stays; of two others both come under the label of the second.
    """
    known = {found.id: found for found in case.happenings}
    one, other = known.get(happening), known.get(into)
    if one is None or other is None or one is other:
        return [], ""
    if other.main or one.main:
        return [*(one.claims if other.main else other.claims)], MAIN
    return [*one.claims, *other.claims], other.label


def asked_of(shown: Shown, claim: Claim) -> list[tuple[str, str]]:
    """Return the questions that a claim answers, each with the page of its dispute, if any."""
    of = shown.once(
        "dispute_of", lambda: {q: d.id for d in shown.case.disputes[::-1] for q in d.questions}
    )
    return [(q.label, of.get(q.id, "")) for q in shown.index.questions_of.get(claim.id, [])]


def as_asked(case: Case, one: str = "", other: str = "") -> dict[str, str]:
    """Return what is set of a claim for it to answer the question that another one answers.

    Raises:
        UsageError: when the other has no figure, or several.
    """
    asked = case.claim_by_id.get(other)
    if one not in case.claim_by_id or asked is None or len(asked.measures) != 1:
        raise UsageError("Choose a claim with one figure: it says what the other answers.")
    figure, happening = asked.measures[0], case.happening_by_claim.get(other)
    told = {"kind": figure.kind, "noun": figure.noun, "part": figure.role.value}
    main = any(found.main for found in case.happenings if found.id == happening)
    return told | ({"happening": MAIN} if main else {})


def verdicts(case: Case) -> list[tuple[str, str, str, str, str]]:
    """Return what claims say of terms: ids of both, what was to be done, how it stands, why."""
    return [
        (
            term.id,
            found.claim,
            f"{term.obligor} {term.modality} {term.act}",
            f"{found.status}, {found.standing}",
            found.because,
        )
        for agreement in case.agreements
        for term in agreement.terms
        for found in term.compliance
    ]


def state_of(case: Case) -> str:
    """Return the state of a record, as far as its news are told from it, as JSON."""
    told = marks(case)
    answers = {question: sorted(own) for question, own in told.answers.items()}
    decisions = len(case.decisions)
    return json.dumps({"documents": told.documents, "answers": answers, "decisions": decisions})


def fresh(case: Case, seen: str | None) -> str:
    """Return how many reports and decisions have come since a state of the record, if any."""
    before = json.loads(seen or "{}")
    many = (
        (len(case.documents) - len(before.get("documents", case.documents)), "report"),
        (len(case.decisions) - before.get("decisions", len(case.decisions)), "decision"),
    )
    return ", ".join(count(*new) for new in many if new[0] > 0)


def news(case: Case, seen: str) -> tuple[tuple[str, ...], tuple[Decision, ...]]:
    """Return what is new in a record since a state of it, a line each, and the decisions since."""
    before = json.loads(seen)
    answers = {question: frozenset(own) for question, own in before["answers"].items()}
    now = replace(marks(case), claims=frozenset())
    lines = differences(Marks(before["documents"], frozenset(), answers), now)
    return lines, case.decisions[before["decisions"] :]
