"""Mail that is forwarded or quoted in another: whose words it is, and who passed them on."""

from collections.abc import Iterable, Iterator

from variorum.bylines.chains import chain
from variorum.bylines.told_claims import claim_of
from variorum.model import Claim, Document, Form, Link, Role, Speaker, SpeakerKind


def by_their_writers(document: Document, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims; those within the mail of somebody else as that writer's, or through him."""
    for claim in claims:
        section = document.section_at(claim.start)
        if section is None or section.author is None:
            yield claim
        else:
            yield _passed_on(document, claim, section.author)


def _passed_on(document: Document, claim: Claim, author: str) -> Claim:
    through = Link(name=author)
    if claim.form is not Form.NARRATED:
        relay = chain(document, claim.speaker, (claim.relay[0], through), claim.relay[1:-1])
        return claim.model_copy(update={"relay": relay})
    unnamed = author == SpeakerKind.UNNAMED
    kind = SpeakerKind.UNNAMED if unnamed else SpeakerKind.PERSON
    writer = Speaker(name=author, kind=kind, role=Role.UNKNOWN)
    return claim_of(
        document,
        writer,
        claim.content,
        form=Form.BLOCK,
        relay=chain(document, writer),
        stance=claim.stance,
        certainty=claim.certainty,
        hedges=claim.hedges,
        band=claim.band,
        scare_quotes=claim.scare_quotes,
    )
