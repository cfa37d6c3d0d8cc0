from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from variorum.model import Claim, Document, Form, Speaker, SpeakerKind
from variorum.publish.base.passages import Token, document_tokens
from variorum.text import span

TEXTS = st.text(alphabet="ab \n\u0627\U0001f6a2<&", min_size=1, max_size=60)


@st.composite
def _claimed(draw: st.DrawFn) -> tuple[Document, list[Claim]]:
    """Draw a text and claims on any places of it: nested, crossing, over paragraph breaks."""
    document = Document.from_text(draw(TEXTS))
    ends = st.integers(0, len(document.text))
    places = draw(st.lists(st.tuples(ends, ends), max_size=6))
    claims = []
    for number, (a, b) in enumerate(places):
        start, end = min(a, b), max(a, b)
        if start < end:
            speaker = Speaker(name=f"speaker {number}", kind=SpeakerKind.PERSON)
            content = (span(document, start, end),)
            claims.append(
                Claim(
                    id=f"claim-{number}",
                    document=document.id,
                    speaker=speaker,
                    relay=(),
                    content=content,
                    form=Form.DIRECT,
                )
            )
    return document, sorted(claims, key=lambda claim: (claim.start, claim.id))


def _tokens(document: Document, claims: list[Claim]) -> list[Token]:
    paragraphs = document_tokens(document, claims, range(1, len(claims) + 1))
    return [token for paragraph in paragraphs for token in paragraph]


@given(_claimed())
def test_the_tokens_give_the_text_back(claimed: tuple[Document, list[Claim]]) -> None:
    document, claims = claimed
    said = [token.text for token in _tokens(document, claims) if token.kind in ("text", "space")]
    assert "".join(said) == document.text


@given(_claimed())
def test_marks_nest_within_each_paragraph(claimed: tuple[Document, list[Claim]]) -> None:
    document, claims = claimed
    for paragraph in document_tokens(document, claims, range(1, len(claims) + 1)):
        opened: list[int] = []
        for token in paragraph:
            if token.kind == "open":
                opened.append(token.number)
            elif token.kind == "close":
                assert opened.pop() == token.number
        assert opened == []


@given(_claimed())
def test_each_claims_words_are_marked_but_for_space_between_paragraphs(
    claimed: tuple[Document, list[Claim]],
) -> None:
    document, claims = claimed
    marked: dict[int, str] = defaultdict(str)
    opened: list[int] = []
    for token in _tokens(document, claims):
        if token.kind == "open":
            opened.append(token.number)
        elif token.kind == "close":
            opened.pop()
        elif token.kind == "text":
            for number in opened:
                marked[number] += token.text
    for number, claim in enumerate(claims, start=1):
        assert "".join(marked[number].split()) == "".join(claim.text.split())


@given(_claimed())
def test_each_claim_is_referred_to_once(claimed: tuple[Document, list[Claim]]) -> None:
    document, claims = claimed
    references = [token.number for token in _tokens(document, claims) if token.kind == "ref"]
    assert sorted(references) == list(range(1, len(claims) + 1))
