"""From what a model proposes to claims: anchored, judged by our own words, and joined with ours.

The model only points. Whether a claim is asserted or denied, who "he" is, and what a number is, is
read of the document by the same code as of every other claim.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Doc

from variorum.extract.attribution.learned import learned
from variorum.extract.claims import claims_of
from variorum.extract.document.reading import Reading
from variorum.extract.lexical.lexical_claims import claims_at
from variorum.extract.model.tagger import Relation
from variorum.extract.proposed.anchoring import Anchored, Unanchored, anchored
from variorum.extract.proposed.chat_client import ChatClient, NoAnswer
from variorum.extract.proposed.proposals import PROMPT, SCHEMA, hash_of, proposals, question
from variorum.language.backends import Readers
from variorum.model import Claim, Document, Form, Gap, Proposal
from variorum.settings import Settings
from variorum.text import paragraphs

Builder = Callable[[Document, Doc, Sequence[Anchored]], list[Claim]]
# A model is asked about so many characters at once, and so much of a proposal is told in a gap.
CHUNK, MOST_TOLD = 3_000, 80
SAME = 0.5  # Claims are the same if so much of the one's words is in the other's


class Proposer:
    """Asks a model about documents, and lists in `gaps` what of its answers is of no use.

    Args:
        settings: which model, and how its claims are joined with those of the learned extractor.

    Raises:
        UsageError: when no model may be asked as the settings say.
    """

    def __init__(self, settings: Settings) -> None:
        self._client = ChatClient(settings)
        self._joined = settings.llm_join
        self.gaps: list[Gap] = []

    def claims(self, document: Document, grammar: Doc, own: Sequence[Claim]) -> list[Claim]:
        """Return the claims of a document, those of the model joined with our `own`.

        Where both are asked, ours stand as they are: the model adds what we have nothing of, or
        leaves only what it found too. What a report says itself is not asked of it.
        """
        build = BUILDERS.of_language(document.language)
        if build is None:
            return list(own)
        made = self._made(document, grammar, build)
        if self._joined == "alone":
            kept = [one for one in own if one.form is Form.NARRATED and not _met(one, made)]
        elif self._joined == "intersection":
            kept = [one for one in own if one.form is Form.NARRATED or _met(one, made)]
            made = []
        else:
            kept = list(own)
            made = [one for one in made if not _met(one, own)]
        return sorted([*kept, *made], key=lambda c: (c.start, c.content[-1].end, c.form, c.id))

    def _made(self, document: Document, grammar: Doc, build: Builder) -> list[Claim]:
        found: dict[str, Claim] = {}
        for low, high in _chunks(document.text):
            for one, name in self._anchored(document, low, high):
                claims = build(document, grammar, [one])
                if not claims:
                    self._drop(document, document.text[slice(*one.content)], "has no known cue")
                proposal = Proposal(
                    model=self._client.model,
                    answered_as=name or None,
                    prompt=hash_of(PROMPT, SCHEMA),
                    distance=one.distance,
                )
                for claim in claims:
                    told = claim.model_copy(update={"proposal": proposal})
                    found.setdefault(claim.id, told)
        return list(found.values())

    def _anchored(self, document: Document, low: int, high: int) -> Iterator[tuple[Anchored, str]]:
        """Yield what is proposed of a part of a document and stands there."""
        text = document.text[low:high]
        try:
            said = self._client.ask(PROMPT, question(text), SCHEMA)
            told = proposals(said.content)
        except NoAnswer as error:
            where = f"characters {low} to {high}"
            why = f"The answer of {self._client.model} about {where} {error}."
            self.gaps.append(Gap(what=_what(document), why=why, document=document.id))
            return
        for proposed in told:
            try:
                place = anchored(proposed, text)
            except Unanchored as error:
                self._drop(document, f"{proposed.source}: {proposed.content}", str(error))
                continue
            yield place.moved(low), said.model

    def _drop(self, document: Document, words: str, why: str) -> None:
        shown = " ".join("".join(c if c.isprintable() else " " for c in words).split())
        told = f"{self._client.model} proposed “{shown[:MOST_TOLD]}”, which {why}; it is left out."
        self.gaps.append(Gap(what=_what(document), why=told, document=document.id))


def _what(document: Document) -> str:
    return document.path or document.name


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text that are asked about: whole paragraphs as long as they fit."""
    start = end = 0
    for low, high in paragraphs(text):
        if high - start > CHUNK and end > start:
            yield start, end
            start = low
        while high - start > CHUNK:
            yield start, start + CHUNK
            start += CHUNK
        end = high
    if text[start:end].strip():
        yield start, end


def _met(claim: Claim, others: Iterable[Claim]) -> bool:
    """Return whether half of the words of a claim, or of another, are in both."""
    size = _size(claim)
    return any(_shared(claim, one) >= SAME * min(size, _size(one)) for one in others)


def _size(claim: Claim) -> int:
    return sum(part.end - part.start for part in claim.content)


def _shared(one: Claim, other: Claim) -> int:
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in one.content
        for b in other.content
    )


def _english(document: Document, doc: Doc, found: Sequence[Anchored]) -> list[Claim]:
    """Return the claims at some places as those of the learned model are made."""
    reading = Reading(document, doc)

    def tokens(place: tuple[int, int]) -> tuple[int, ...]:
        return tuple(token.i for token in reading.tokens_in(*place))

    seen = [Relation(tokens(a.cue), tokens(a.source), tokens(a.content), 1.0) for a in found]
    whole = [one for one in seen if one.cue and one.source and one.content]
    told = claims_of(reading, learned(reading, whole))
    return [one for one in told if one.cue is not None]


BUILDERS = Readers[Builder](
    {
        "english": _english,
        "lexicon": lambda document, doc, found: claims_at(
            document, doc, [(one.cue, one.source, one.content) for one in found]
        ),
    }
)
