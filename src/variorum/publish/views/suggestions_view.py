"""What may disagree, numbers and blanket denials, as the report and the terminal tell it."""

from variorum.case import Case
from variorum.model import Claim, SpeakerKind

TITLE = "Disputed by? Nothing here is proved"


SuggestionView = tuple[str, tuple[str, ...], str, tuple[str, ...]]
"""A claim and what it may deny, each with who says it, then why, and their ids in order."""


def suggestion_views(case: Case) -> tuple[SuggestionView, ...]:
    """Return the suggestions of a case: numbers, the gravest first, then denials, the nearest."""
    return tuple(
        (
            _said(case, found.claims[0], cued=True),
            tuple(_said(case, claim) for claim in found.claims[1:]),
            found.why,
            found.claims,
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
