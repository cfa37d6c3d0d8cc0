"""Claims made for a place in a document: the one way for every stage that needs one."""

from typing import Unpack

from variorum.bylines.chains import chain, credited
from variorum.model import Claim, Document, Form, Judged, Link, Span, Speaker


def own_claim(document: Document, *content: Span) -> Claim:
    """Return what `document` says in its own voice, without a doubt, at the places of `content`."""
    return Claim.narrated(document, content)


def claim_of(  # noqa: PLR0913  (what is known of it, by keyword)
    document: Document,
    speaker: Speaker,
    content: tuple[Span, ...],
    *,
    form: Form,
    cue: Span | None = None,
    relay: tuple[Link, ...] | None = None,
    **judged: Unpack[Judged],
) -> Claim:
    """Return the claim of a speaker at some places of a document.

    Args:
        document: the document.
        speaker: who makes the claim.
        content: what they say, in the order of the text.
        form: how it is reported.
        cue: the words that attribute it.
        relay: through whom it reached the page; None where only the document passed it on, with
            the agency that it credits.
        judged: its stance and certainty, where these are not the plain ones.
    """
    return Claim(
        id=Claim.identify(document.id, speaker, cue, content, form),
        document=document.id,
        speaker=speaker,
        relay=chain(document, speaker, through=credited(document)) if relay is None else relay,
        cue=cue,
        content=content,
        form=form,
        **judged,
    )
