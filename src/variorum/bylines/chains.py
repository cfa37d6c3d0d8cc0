"""The relay of a claim: through whom it reached the page.

A chain begins with the document's publisher and ends with the speaker. Between them stand the
agency that the document credits, whoever the words beside the cue name ("told Reuters"), and the
speakers of the claims that hold this one ("the BBC reports that drivers say").
"""

from collections.abc import Sequence

from variorum.bylines import credit
from variorum.bylines.agencies import agency_of
from variorum.model import Document, Link, Speaker


def credited(document: Document) -> list[Link]:
    """Return the agency that a document credits, as links of a chain: one, or none."""
    given = credit(document)
    return [Link(name=given.name, span=given.span)] if given is not None else []


def chain(
    document: Document, speaker: Speaker, holder: Sequence[Link] = (), through: Sequence[Link] = ()
) -> tuple[Link, ...]:
    """Return the relay of a claim.

    Args:
        document: the document.
        speaker: who makes the claim.
        holder: the relay of the claim that holds this one, or nothing.
        through: whom it went through between the document, or the holder, and the speaker.
    """
    links = [*(holder or [Link(name=document.name)]), *through]
    links.append(Link(name=speaker.name, span=speaker.span))
    kept = links[:1]
    for link in links[1:]:
        if _bare(link.name) != _bare(kept[-1].name):
            kept.append(link)
        else:
            kept[-1] = link if kept[-1].span is None else kept[-1]
    return tuple(kept)


def _bare(name: str) -> str:
    return agency_of(name) or name.lower().removeprefix("the ")
