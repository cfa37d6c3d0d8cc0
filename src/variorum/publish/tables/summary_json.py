"""The record at a glance, and one dispute with its quotations, as plain values for JSON."""

from variorum.case import Json
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import quotation
from variorum.publish.views.overview.conflicts_view import AnswerLine, Conflict
from variorum.publish.views.overview.summary_view import Summary


def summary_plain(view: Summary) -> Json:
    """Return a record at a glance."""
    return {
        "title": view.title,
        "abstract": list(view.abstract),
        "as_of": view.as_of,
        "counts": {f"{noun}s": many for many, noun in view.counts},
        "disputes": [_conflict(conflict) for conflict in view.conflicts],
        "differing": [_conflict(question) for question in view.differing],
        "changes": list(view.changes),
        "agreements": view.agreements,
        "gaps": list(view.gaps),
    }


def opened_plain(index: Index, conflict: Conflict) -> Json:
    """Return one dispute with every quotation and the proofs."""
    told = _conflict(conflict)
    for row, answer in zip(told["answers"], conflict.answers, strict=True):
        row["quotations"] = [_quoted(index, answer, claim) for claim in answer.claims]
    shown = {"rule", "because", "derivation"}
    proofs = [proof.model_dump(mode="json", include=shown) for proof in conflict.proofs]
    return {**told, "settled_by": conflict.settled_by, "proofs": proofs}


def _conflict(conflict: Conflict) -> Json:
    return {
        "number": conflict.number,
        "label": conflict.label,
        "answers": [_answer(answer) for answer in conflict.answers],
    }


def _answer(answer: AnswerLine) -> Json:
    told = {name: getattr(answer, name) for name in ("label", "low", "high", "origins")}
    return {**told, "speakers": list(answer.speakers), "derived": list(answer.steps)}


def _quoted(index: Index, answer: AnswerLine, claim: str) -> Json:
    said = quotation(index, index.case.claim_by_id[claim])
    return {
        "claim": claim,
        "text": said.text,
        "speaker": said.speaker,
        "relay": list(said.relay),
        "publisher": said.publisher,
        "published": said.published,
        "language": said.language,
        "reprint": claim in answer.reprints,
    }
