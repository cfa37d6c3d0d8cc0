"""Which reports people have restricted, and the case without them."""

from collections.abc import Collection
from dataclasses import replace

from variorum.case import Case, in_force
from variorum.model import DecisionKind


def restricted(case: Case) -> frozenset[str]:
    """Return the ids of the reports that are restricted, with their revisions and translations."""
    found = {d.about[0] for d in in_force(case.decisions) if d.kind is DecisionKind.RESTRICT}
    known: set[str] = set()
    while found != known:
        known = set(found)
        for document in case.documents:
            kin = {document.id, document.revision_of, document.translation_of} - {None}
            if kin & known:
                found |= {key for key in kin if key}
    return frozenset(found)


def case_without(case: Case, documents: Collection[str]) -> Case:
    """Return a case without some documents, their claims, and what was decided of either.

    What was compared stays as it is; compare it again.
    """
    if not documents:
        return case
    gone = {claim.id for claim in case.claims if claim.document in documents} | {*documents}
    names = {
        name
        for document in case.documents
        if document.id in documents
        for name in (document.path, document.title, document.name, document.url)
    }
    log = list(case.decisions)
    for made in case.decisions:
        anchored = any(anchor.document in documents for anchor in made.anchors)
        if anchored or not (gone | names).isdisjoint(made.about):
            gone.add(made.id)
            log.remove(made)
    return replace(
        case,
        documents=tuple(d for d in case.documents if d.id not in documents),
        claims=tuple(claim for claim in case.claims if claim.document not in documents),
        gaps=tuple(
            gap
            for gap in case.gaps
            if gap.document not in documents and gap.what not in names | gone
        ),
        decisions=tuple(log),
    )
