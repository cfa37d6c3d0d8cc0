"""What may disagree, numbers and blanket denials, as the report and the terminal tell it."""

from dataclasses import dataclass

from variorum.case import Case
from variorum.model import Claim, SpeakerKind

TITLE = "Disputed by? Nothing here is proved"


@dataclass(frozen=True)
class SuggestionView:
    """A claim and what it may deny, each with who says it; `claims` are their ids in order."""

    denial: str
    others: tuple[str, ...]
    why: str
    claims: tuple[str, ...]


def suggestion_views(case: Case) -> tuple[SuggestionView, ...]:
    """Return the suggestions of a case: numbers, the gravest first, then denials, the nearest."""
    return tuple(
        SuggestionView(
            denial=_said(case, found.claims[0], cued=True),
            others=tuple(_said(case, claim) for claim in found.claims[1:]),
            why=found.why,
            claims=found.claims,
        )
        for found in case.suggestions
    )


def _said(case: Case, claim_id: str, cued: bool = False) -> str:
    """Return who says what; that it is denied is in the word that tells of saying it."""
    claim = case.claim_by_id[claim_id]
    cue = f" {claim.cue.exact}" if cued and claim.cue and claim.cue.exact[0].isalpha() else ""
    return f"{_voice(case, claim)}{cue}: “{' '.join(claim.text.split())}”"


def _voice(case: Case, claim: Claim) -> str:
    outlet = case.document_by_id[claim.document].name
    own = claim.speaker.kind in {SpeakerKind.DOCUMENT, SpeakerKind.UNNAMED}
    return outlet if own else f"{claim.speaker.name} ({outlet})"
