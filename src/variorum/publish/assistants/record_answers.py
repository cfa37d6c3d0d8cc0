"""What is told of a case on request: each answer has the ids of its claims, and their words.

An assistant reads what each question is for, and what may be given to it.
"""

from collections.abc import Callable, Iterable
from typing import Annotated

from pydantic import Field

from variorum.case import Case, Json
from variorum.errors import UsageError
from variorum.model import Agreement, Claim, Gap, Origin, Question, Span, Term
from variorum.publish.assistants.bounded_answers import (
    MOST_LISTED,
    MOST_QUOTED,
    NOTICE,
    ids,
    page,
    quoted,
    told,
)
from variorum.publish.base.index import Index
from variorum.publish.base.vocabulary import origin_label
from variorum.publish.views.overview.conflicts_view import AnswerLine, Conflict, conflicts
from variorum.publish.views.overview.summary_view import folded

# So many items are on a page, and so many names are listed of a thing.
MOST_ITEMS, MOST_NAMES = 20, 8
First = Annotated[int, Field(description="'next' of the answer before; 0 begins.", ge=0)]


def disputes(case: Case, first: First = 0) -> str:
    """List what the reports dispute, the gravest first, with the positions of each."""
    index = Index(case)

    def made(one: Conflict) -> Json:
        lines = one.answers[:MOST_NAMES]
        more = len(one.answers) - len(lines)
        return {
            "dispute": one.number,
            "about": quoted(one.label),
            "positions": [_position(index, line) for line in lines],
            **({"more_positions": more} if more else {}),
        }

    return page(conflicts(index), made, first, MOST_ITEMS)


def positions(
    case: Case,
    dispute: Annotated[int, Field(description="Its number in 'disputes'.")],
    first: First = 0,
) -> str:
    """Open one dispute: who says what in which words, and why it cannot all be true."""
    index = Index(case)
    found = next((one for one in conflicts(index) if one.number == dispute), None)
    if found is None:
        raise UsageError(f"There is no dispute {dispute}; 'disputes' lists them.")
    proofs = [
        {"because": quoted(proof.because), **ids(proof.claims)}
        for proof in found.proofs[:MOST_NAMES]
    ]

    def made(line: AnswerLine) -> Json:
        words = [_quoted(case, claim) for claim in line.claims[:MOST_NAMES]]
        steps = [quoted(step) for step in line.steps[:MOST_NAMES]]
        follows = {"follows_from": steps} if steps else {}
        return {**_position(index, line), "quotations": words, **ids(line.claims), **follows}

    head = {"dispute": dispute, "about": quoted(found.label), "cannot_all_be_true": proofs}
    settles = {"would_settle_it": quoted(found.settled_by)} if found.settled_by else {}
    return page(found.answers, made, first, MOST_ITEMS, **head, **settles)


def questions(
    case: Case,
    word: Annotated[str, Field(description="Only questions with this in them.")] = "",
    first: First = 0,
) -> str:
    """List the questions that the claims answer, the disputed first."""
    asked = (one for one in Index(case).ordered_questions if folded(word) in folded(one.label))

    def made(one: Question) -> Json:
        label = quoted(one.label)
        return {"question": one.id, "asks": label, "status": one.status.value, **ids(one.claims)}

    return page(asked, made, first, MOST_ITEMS)


def claims(
    case: Case,
    question: Annotated[str, Field(description="A question's id, or words of it.")] = "",
    source: Annotated[str, Field(description="Part of a speaker's or outlet's name.")] = "",
    place: Annotated[str, Field(description="Part of the name of a place.")] = "",
    first: First = 0,
) -> str:
    """List claims with their exact words, by question, source or place, or all of them."""
    own = case.without_rejected()
    found: Iterable[Claim] = own.claims_with(tuple(filter(None, (source, place))))
    if question:
        keys = dict.fromkeys(claim for one in _asked(own, question) for claim in one.claims)
        found = (own.claim_by_id[key] for key in keys if key in own.claim_by_id)
    chosen = (one for one in found if _is_from(own, one, source) and _is_at(one, place))
    return page(chosen, lambda one: _said(own, one), first, MOST_ITEMS)


def quotation(case: Case, claim: Annotated[str, Field(description="The claim's id.")]) -> str:
    """Quote one claim whole, with its document's title and address, and the place in it."""
    own = case.without_rejected()
    if claim not in own.claim_by_id:
        raise UsageError(f"There is no claim '{claim}'; copy its id from another answer.")
    said = own.claim_by_id[claim]
    each = MOST_QUOTED // len(said.content)
    return told({"notice": NOTICE, **_said(own, said, MOST_QUOTED, each)})


def origins(case: Case, first: First = 0) -> str:
    """List the independent origins of what is said; reprints of one are one."""

    def made(one: Origin) -> Json:
        names = [quoted(case.document_by_id[key].name) for key in one.documents[:MOST_NAMES]]
        more = len(one.documents) - len(names)
        return {
            "origin": one.id,
            "who": quoted(origin_label(one.label)),
            "how": one.how,
            "because": quoted(one.because),
            "reports": names,
            **({"more_reports": more} if more else {}),
            **ids(one.claims),
        }

    return page(Index(case).origins, made, first, MOST_ITEMS)


def agreements(case: Case, first: First = 0) -> str:
    """List what was agreed, term by term, and whether the accounts say it was kept."""
    every = ((one, term) for one in Index(case).agreed.ordered for term in (*one.terms, None))
    listed = ((one, term) for one, term in every if term or not one.terms)
    return page(listed, lambda pair: _term(*pair), first, MOST_ITEMS)


def gaps(case: Case, first: First = 0) -> str:
    """List what is missing from the record, and why."""

    def made(one: Gap) -> Json:
        return {"kind": one.kind, "what": quoted(one.what), "why": quoted(one.why)}

    return page(case.records("gaps"), made, first, MOST_ITEMS)


def _asked(case: Case, question: str) -> list[Question]:
    """Return the questions of an id, or with some words in them.

    Raises:
        UsageError: when there is none.
    """
    found = [one for one in case.questions if one.id == question]
    found = found or [q for q in case.questions if folded(question) in folded(q.label)]
    if not found:
        raise UsageError(f"No question has '{question}' in it; 'questions' lists them.")
    return found


def _is_from(case: Case, claim: Claim, source: str) -> bool:
    report = case.document_by_id[claim.document]
    names = (report.name, claim.speaker.name, *(link.name for link in claim.relay))
    return not source or any(folded(source) in folded(name) for name in names)


def _is_at(claim: Claim, place: str) -> bool:
    names = (name for one in claim.places for name in (one.name, one.known_as or ""))
    return not place or any(folded(place) in folded(name) for name in names)


def _position(index: Index, line: AnswerLine) -> Json:
    """Return a position in a line, with the claim that was published first."""
    first = {"first": _quoted(index.case, line.claims[0])} if line.claims else {}
    return {
        "position": quoted(line.label),
        "low": line.low,
        "high": line.high,
        "speakers": [quoted(name) for name in line.speakers[:MOST_NAMES]],
        "independent_origins": line.origins,
        "reprints": len(line.reprints),
        **first,
    }


def _quoted(case: Case, key: str) -> Json:
    """Return a claim's id, its words and whose they are."""
    claim = case.claim_by_id[key]
    report = case.document_by_id[claim.document]
    return {
        "claim": claim.id,
        "words": quoted(claim.text),
        "speaker": quoted(claim.speaker.name),
        "publisher": quoted(report.name),
        "published": quoted(report.published),
    }


def _said(case: Case, claim: Claim, most: int = MOST_LISTED, each: int = MOST_LISTED) -> Json:
    """Return a claim with its words, who says so through whom, its document and its place."""
    report = case.document_by_id[claim.document]
    return {
        "claim": claim.id,
        "words": quoted(claim.text, most),
        "speaker": quoted(claim.speaker.name),
        "relay": [quoted(link.name) for link in claim.relay[:MOST_NAMES]],
        "stance": claim.stance.value,
        "certainty": claim.certainty.value,
        "speaker_is_inferred": claim.inferred is not None,
        "pointed_to_by_a_language_model": claim.proposal is not None,
        "document": {
            "id": report.id,
            "title": quoted(report.title),
            "publisher": quoted(report.name),
            "address": quoted(report.url),
            "file": quoted(report.file_name),
            "published": quoted(report.published),
            "language": report.language,
        },
        "places_in_text": [_place(part, each) for part in claim.content[:MOST_NAMES]],
    }


def _place(part: Span, most: int) -> Json:
    """Return where some words stand: code points of the text, with what is around them."""
    page_of = {"page": part.page} if part.page is not None else {}
    return {
        "start": part.start,
        "end": part.end,
        **page_of,
        "before": quoted(part.prefix),
        "exact": quoted(part.exact, most),
        "after": quoted(part.suffix),
    }


def _term(agreement: Agreement, term: Term | None) -> Json:
    """Return a term with its agreement; of an agreement without terms, what it is."""
    parties = [quoted(name) for name in agreement.parties[:MOST_NAMES]]
    whole = {
        "agreement": agreement.id,
        "called": quoted(agreement.label),
        "parties": parties,
        "reached": quoted(agreement.reached),
        "disputed": agreement.disputed,
    }
    return {**whole, **(_obligation(term) if term else ids(agreement.claims))}


def _obligation(term: Term) -> Json:
    return {
        "term": term.id,
        "obligor": quoted(term.obligor),
        "modality": term.modality.value,
        "act": quoted(term.act),
        "due": quoted(term.due),
        "status": term.status.value,
        "because": quoted(term.because),
        "says_so": [
            {"claim": one.claim, "status": one.status.value, "standing": one.standing.value}
            for one in term.compliance[:MOST_NAMES]
        ],
        **ids((term.claim, *(telling.claim for telling in term.tellings))),
    }


# What can be asked, in the order in which an assistant sees it; nothing of it changes a case.
TOOLS: tuple[Callable[..., str], ...] = (
    *(disputes, positions, questions, claims),
    *(quotation, origins, agreements, gaps),
)
