"""Who is who in a report: numbers, sigla and places of a case's records, worked out once.

A critical edition names its witnesses by sigla; here each independent origin has one. Numbers and
sigla are for reading only: what is stable between two builds is the record's id.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from variorum import model
from variorum.case import Case
from variorum.grouping import grouped
from variorum.publish.base.numbering import Agreed
from variorum.publish.base.vocabulary import RIGHT_TO_LEFT, origin_label

COLOURS = 8  # So many origins have a colour of their own; the smaller ones share a neutral one
# An origin found in one of these ways is that of a report itself, not of somebody it quotes; where
# a report has several, the first way counts.
OWN_VOICE = ("copy", "credit", "own")
# What a reader wants to see first.
STATUS_ORDER = (
    model.QuestionStatus.DISPUTED,
    model.QuestionStatus.INCOMPARABLE,
    model.QuestionStatus.AGREED,
    model.QuestionStatus.SINGLE,
)
V = TypeVar("V")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def siglum(position: int) -> str:
    """Return the siglum at a 0-based `position`: A to Z, then Aa, Ab and so on."""
    round_, letter = divmod(position, len(_LETTERS))
    return _LETTERS[letter] if not round_ else siglum(round_ - 1) + _LETTERS[letter].lower()


@dataclass(frozen=True)
class Badge:
    """How an origin is shown: its siglum, the number of its colour (0 neutral) and its label."""

    siglum: str
    colour: int
    label: str
    anchor: str


@dataclass(frozen=True)
class Index:
    """Numbers, sigla and cross-references of one case; claims that people rejected have none."""

    case: Case

    def __post_init__(self) -> None:
        """Leave out what people rejected; the export as JSON has it."""
        object.__setattr__(self, "case", self.case.without_rejected())

    @cached_property
    def claim_number(self) -> Mapping[str, int]:
        """Number of each claim in the order of the documents' text, by id."""
        whole = (claim.id for claim in self.case.claim_heads if claim.part_of is None)
        numbers = {claim: number for number, claim in enumerate(whole, start=1)}
        # A part is read in the words of its whole.
        parts = {c.id: numbers[c.part_of] for c in self.case.claim_heads if c.part_of in numbers}
        return numbers | parts

    @cached_property
    def document_number(self) -> Mapping[str, int]:
        """Number of each document, by id."""
        return {document.id: n for n, document in enumerate(self.case.documents, start=1)}

    @cached_property
    def whole_count(self) -> int:
        """How many of the claims are no parts of another's words."""
        return sum(claim.part_of is None for claim in self.case.claim_heads)

    @cached_property
    def whole_claims(self) -> tuple[model.Claim, ...]:
        """The claims without those that are parts of another's words."""
        return tuple(claim for claim in self.case.claims if claim.part_of is None)

    @cached_property
    def ordered_questions(self) -> tuple[model.Question, ...]:
        """The questions as the report shows them: the disputed first, then those asked most."""

        def order(one: model.Question) -> tuple[int, int, str, str]:
            return STATUS_ORDER.index(one.status), -len(one.claims), one.label, one.id

        return tuple(sorted(self.case.questions, key=order))

    @cached_property
    def question_number(self) -> Mapping[str, int]:
        """Number of each question, by id."""
        return {question.id: n for n, question in enumerate(self.ordered_questions, start=1)}

    @cached_property
    def agreed(self) -> Agreed:
        """The agreements in order, with their numbers and anchors."""
        return Agreed(self.case)

    @cached_property
    def superseded(self) -> frozenset[tuple[str, str]]:
        """The claims, each with its question, that their speaker later put right or took back."""
        told = self.case.histories
        return frozenset(
            (claim, history.question) for history in told for claim in history.superseded
        )

    @cached_property
    def contradictions_of(self) -> Mapping[str, list[tuple[int, model.Contradiction]]]:
        """The numbered contradictions that each claim is part of, by the claim's id."""
        return self._with_parts(
            (claim, (number, found))
            for number, found in enumerate(self.case.contradictions, start=1)
            for claim in dict.fromkeys((*found.claims, *found.also))
        )

    @cached_property
    def position_labels(self) -> Mapping[tuple[str, str], str]:
        """What a claim answers to a question that is disputed in words, by question and claim."""
        return {
            (question, answer.claim): position.label
            for dispute in self.case.disputes
            for question in dispute.questions
            for position in dispute.positions
            if position.value is not None
            for answer in position.answers
        }

    @cached_property
    def questions_of(self) -> Mapping[str, list[model.Question]]:
        """The questions that each claim answers, by the claim's id."""
        return self._with_parts(
            (claim, question)
            for question in self.case.questions
            for claim in dict.fromkeys(question.claims)
        )

    def _with_parts(self, pairs: Iterable[tuple[str, V]]) -> dict[str, list[V]]:
        """Return what each claim has, and what its parts have too, in order and once."""
        found = grouped(pairs)
        for claim in self.case.claim_heads:
            if claim.part_of is not None and claim.id in found:
                whole = found.setdefault(claim.part_of, [])
                whole += [one for one in found[claim.id] if one not in whole]
        return found

    @cached_property
    def claims_of(self) -> Mapping[str, list[model.Claim]]:
        """The claims of each document, by the document's id."""
        return grouped((claim.document, claim) for claim in self.whole_claims)

    @cached_property
    def origins(self) -> list[model.Origin]:
        """The origins in the order of their sigla: those behind most claims first."""
        disputed = Counter(
            self.case.origin_by_claim[claim].id
            for claim in self.contradictions_of
            if claim in self.case.origin_by_claim
        )
        return sorted(
            self.case.origins,
            key=lambda o: (-disputed[o.id], -len(o.claims), -len(o.documents), o.label, o.id),
        )

    @cached_property
    def badge(self) -> Mapping[str, Badge]:
        """The badge of each origin, by the origin's id."""
        return {
            origin.id: Badge(
                siglum=siglum(position),
                colour=position + 1 if position < COLOURS else 0,
                label=origin_label(origin.label),
                anchor=f"origin-{position + 1}",
            )
            for position, origin in enumerate(self.origins)
        }

    @cached_property
    def origin_by_document(self) -> Mapping[str, model.Origin]:
        """The origin of what a report says in its own voice, or else of its very text."""
        texts = sorted(
            (origin for origin in self.origins if origin.how in OWN_VOICE),
            key=lambda origin: (OWN_VOICE.index(origin.how), len(origin.documents)),
        )
        found = {document: origin for origin in texts[::-1] for document in origin.documents}
        voices: dict[str, Counter[str]] = defaultdict(Counter)
        for claim in self.case.claim_heads:
            own = claim.part_of is None and claim.kind == model.SpeakerKind.DOCUMENT.value
            if own and (origin := self.case.origin_by_claim.get(claim.id)):
                voices[claim.document][origin.id] += 1
        for document, many in voices.items():
            most = min(many, key=lambda origin: (-many[origin], origin))
            found[document] = self.origin_by_id[most]
        return found

    @cached_property
    def origin_by_id(self) -> Mapping[str, model.Origin]:
        """Each origin by its id."""
        return {origin.id: origin for origin in self.case.origins}

    def badge_of(self, claim: model.Claim) -> Badge | None:
        """Return the badge of the claim's origin, else that of its document's, else None."""
        own = self.case.origin_by_claim.get(claim.id)
        origin = own or self.origin_by_document.get(claim.document)
        return self.badge[origin.id] if origin else None

    def document_badge(self, document: model.Document) -> Badge | None:
        """Return the badge of the origin that a document itself belongs to, or None."""
        origin = self.origin_by_document.get(document.id)
        return self.badge[origin.id] if origin else None

    @staticmethod
    def direction(document: model.Document) -> str:
        """Return "rtl" for the languages written from right to left, else "ltr"."""
        return "rtl" if (document.language or "") in RIGHT_TO_LEFT else "ltr"
