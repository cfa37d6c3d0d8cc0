"""Whether an agreement is genuine: who affirms it, who denies it, and what else is said of it."""

import re
from collections.abc import Iterator
from types import SimpleNamespace

from variorum.model import Agreement, Claim, Verdict
from variorum.publish.base.index import Index
from variorum.publish.base.quoted_claims import Quotation, quotation
from variorum.publish.base.vocabulary import UNCLEAR, VERDICT_WORDS
from variorum.wording import count, joined

# A claim of fewer characters, such as "it is genuine", is shown with the words around it.
SHORT = 60
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


Voucher = tuple[str, Quotation, str, str]
"""What a claim says of an agreement itself, and the words around it where its own say little."""


def _verdicts(agreement: Agreement, claim: Claim) -> Iterator[Verdict]:
    """Yield what a claim says of this agreement itself, each once."""
    own = {(one.pact.span.document, one.pact.number) for one in agreement.tellings}
    said = (v.verdict for v in claim.vouchings if (claim.document, v.agreement) in own)
    yield from dict.fromkeys(said)


def _around(claim: Claim) -> tuple[str, str]:
    """Return the words of its sentence before and after a short claim, as far as they are known.

    The context of a span is cut anywhere: a word that is not whole is left out.
    """
    *ended, before = SENTENCE_END.split(claim.content[0].prefix)
    after, *follows = SENTENCE_END.split(claim.content[-1].suffix)
    if not ended and (whole := before.partition(" ")[2]):
        before = f"…{whole}"
    if not follows and (whole := after.rpartition(" ")[0]):
        after = f"{whole}…"
    return before, after


def _voucher(index: Index, claim: Claim, verdict: Verdict) -> Voucher:
    """Return a claim about an agreement; "it is" needs the words around it to be understood."""
    before, after = _around(claim) if len(claim.text) < SHORT else ("", "")
    return VERDICT_WORDS[verdict], quotation(index, claim), before, after


def authenticity_view(index: Index, agreement: Agreement) -> SimpleNamespace:
    """Return what the claims say of an agreement itself: both sides, and the rest."""
    claims = index.case.claim_by_id
    sides = {Verdict.AFFIRMED: agreement.affirmed, Verdict.DENIED: agreement.denied}
    affirmed, denied = (
        tuple(_voucher(index, claims[claim], verdict) for claim in side)
        for verdict, side in sides.items()
    )
    others = tuple(
        _voucher(index, claims[claim], verdict)
        for claim in agreement.authenticity
        for verdict in _verdicts(agreement, claims[claim])
        if claim not in sides.get(verdict, ())
    )
    return SimpleNamespace(
        disputed=agreement.disputed,
        words=_words(agreement),
        affirmed=affirmed,
        denied=denied,
        others=others,
    )


def _words(agreement: Agreement) -> str:
    """Return how it stands: "disputed: affirmed by 2 claims and denied by 1 claim"."""
    sides = (("affirmed", agreement.affirmed), ("denied", agreement.denied))
    told = joined(f"{word} by {count(len(by), 'claim')}" for word, by in sides if by)
    if agreement.disputed:
        return f"disputed: {told}" if told else "disputed"
    return told or UNCLEAR
