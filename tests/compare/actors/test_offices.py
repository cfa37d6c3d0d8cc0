"""Whose word a spokesman's is, and when he is none any more."""

import pytest

from variorum.compare.actors.case_actors import cast
from variorum.compare.actors.offices import Offices
from variorum.model import Claim, Document, Form, Link, Role, Speaker, SpeakerKind, Stance
from variorum.text import span

ARMY = "Delta Army"
TOLD = "The Delta Army said the road was open. "


def claim_of(document: Document, words: str, name: str, kind=SpeakerKind.PERSON) -> Claim:
    start = document.text.index(words)
    where = span(document, start, start + len(words))
    said = span(document, start + len(words) + 1, len(document.text) - 1)
    speaker = Speaker(name=name, kind=kind, role=Role.OFFICIAL, span=where)
    return Claim(
        id=Claim.identify(document.id, speaker, None, (said,), Form.INDIRECT),
        document=document.id,
        speaker=speaker,
        relay=(Link(name=document.name), Link(name=name)),
        content=(said,),
        form=Form.INDIRECT,
        stance=Stance.ASSERTS,
    )


def body_in(*reports: tuple[str, str, str]) -> list[str | None]:
    """Return the body of the speaker of each report: its words, those for him and his name."""
    documents, claims = [], []
    for number, (text, words, name) in enumerate(reports):
        document = Document.from_text(TOLD + text, publisher=f"Paper {number}", language="en")
        documents.append(document)
        claims.append(claim_of(document, ARMY, ARMY, SpeakerKind.ORGANISATION))
        claims.append(claim_of(document, words, name))
    people = cast(documents, claims)
    found = Offices(documents, claims, people)
    labels = {actor.id: actor.label for actor in people.actors}
    return [labels.get(found.body_of(claim) or "") for claim in claims[1::2]]


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Ada Lund, spokeswoman for the Delta Army", ARMY),
        ("Ada Lund of the Delta Army", ARMY),
        ("Ada Lund, an envoy to the Delta Army", None),
        ("Ada Lund, who deals with the Delta Army", None),
        ("Ada Lund, a former officer of the Delta Army", None),
    ],
)
def test_a_body_beside_a_name_is_his_unless_he_deals_with_it(words, body):
    assert body_in((f"{words} said the bridge fell.", words, "Ada Lund")) == [body]


def test_a_spokesman_is_one_in_all_reports():
    words = "Ada Lund, spokeswoman for the Delta Army"
    first = (f"{words} said the bridge fell.", words, "Ada Lund")
    second = ("Ada Lund said the bridge held.", "Ada Lund", "Ada Lund")
    assert body_in(first, second) == body_in(second, first) == [ARMY, ARMY]


def test_who_has_left_speaks_for_the_body_only_where_a_report_says_so():
    words = "Ada Lund, spokeswoman for the Delta Army"
    first = (f"{words} said the bridge fell.", words, "Ada Lund")
    left = ("Ada Lund, who had been an officer, said it held.", "Ada Lund", "Ada Lund")
    assert body_in(first, left) == [ARMY, None]
