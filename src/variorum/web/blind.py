"""Two people judge the same claims apart from each other, and a third settles where they differ."""

import itertools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from variorum.case import Case
from variorum.decisions import as_read, decision_of
from variorum.decisions.claim_fields import FIELDS
from variorum.errors import UsageError
from variorum.grouping import grouped
from variorum.model import Claim, Decision, DecisionKind
from variorum.publish.base.quoted_claims import Quotation, quotation
from variorum.web.claim_form import set_fields
from variorum.web.desk import Shown

JUDGING = (DecisionKind.ACCEPT, DecisionKind.CORRECT, DecisionKind.REJECT)


Pair = tuple[bool, bool, str, Quotation | None, list[Decision]]
"""Whether a claim is decided on, whether all judge it alike, its id, its words, what they say."""


def blind_rows(
    shown: Shown, mine: Collection[str], judged: Collection[str], most: int
) -> list[tuple[str, int, int, str]]:
    """Return the reports: first those that somebody has begun to judge.

    A row is the report's name, how many claims it has, how many of them the visitor has judged, and
    the next for them.

    Args:
        shown: the case.
        mine: ids of the claims that the visitor has judged.
        judged: those that anybody has.
        most: so many reports are returned.
    """
    of_document = shown.once(
        "as read", lambda: grouped((c.document, c.id) for c in as_read(shown.case.claims))
    )
    known, names = shown.case.claim_by_id, shown.case.document_by_id
    told = (known[key].document for key in judged if key in known)
    begun = dict.fromkeys(document for document in told if document in of_document)
    rows = []
    for document in map(names.__getitem__, itertools.islice({**begun, **of_document}, most)):
        own = of_document[document.id]
        left = [key for key in own if key not in mine]
        rows.append((document.name, len(own), len(own) - len(left), [*left, own[0]][0]))
    return rows


def judgement(case: Case, claim: Claim, form: Mapping[str, str], who: str) -> Decision:
    """Return what a form says of a claim as the machine read it.

    Raises:
        UsageError: when it is no judgement, or a field cannot be set so.
    """
    kind = form.get("decision", "")
    if kind not in JUDGING:
        raise UsageError(f"A judgement is one of: {', '.join(JUDGING)}.")
    own = as_read(case.claims_of(claim.document))
    fields = set_fields(form, FIELDS) if kind == DecisionKind.CORRECT else {}
    plain = replace(case, claims=tuple(own))
    return decision_of(plain, kind, [claim.id], who=who, why=form.get("why", ""), fields=fields)


def pairs_of(shown: Shown, judgements: Iterable[Decision]) -> list[Pair]:
    """Return the claims that two people or more have judged, those that are open first."""
    known = shown.case.claim_by_id
    of_claim = grouped((made.about[0], made) for made in judgements if made.about[0] in known)
    pairs = [
        (
            claim.review is not None,
            len({(made.kind, *sorted(made.fields.items())) for made in own}) == 1,
            key,
            quotation(shown.index, claim) if key in shown.index.claim_number else None,
            own,
        )
        for key, own in of_claim.items()
        if len(own) > 1 and (claim := known[key])
    ]
    return sorted(pairs, key=lambda pair: pair[:2])
