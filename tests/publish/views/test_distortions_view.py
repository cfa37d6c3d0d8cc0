"""Distortions: the original and the retelling, with the words marked that changed."""

from __future__ import annotations

from variorum.case import Case, Comparison
from variorum.model import Claim, Distortion, Document, Form, Measure, Speaker, SpeakerKind
from variorum.publish.base.index import Index
from variorum.publish.views.distortions_view import NOUN_NEAR, distortion_views
from variorum.text import span


def _told(text: str, figure: str, noun: str) -> tuple[Document, Claim]:
    document = Document.from_text(text, publisher=text.split(maxsplit=1)[0])
    start = text.index(figure)
    at = span(document, start, start + len(figure))
    measure = Measure(kind="people", noun=noun, low=40, high=40, text=figure, span=at)
    speaker = Speaker(name=document.name, kind=SpeakerKind.DOCUMENT)
    content = (span(document, 0, len(text)),)
    id_ = Claim.identify(document.id, speaker, None, content, Form.NARRATED)
    return document, Claim(
        id=id_,
        document=document.id,
        speaker=speaker,
        relay=(),
        content=content,
        form=Form.NARRATED,
        measures=(measure,),
    )


def _marked(text: str, retelling: str, noun: str) -> tuple[list[str], list[str]]:
    first, original = _told(text, "40", "guests")
    second, retold = _told(retelling, "40", noun)
    told = Distortion(
        source=original.id,
        to=retold.id,
        what="noun",
        span=retold.measures[0].span,
        because="It was guests.",
    )
    comparison = Comparison(distortions=(told,))
    ((what, _, *shown),) = distortion_views(
        Index(Case((first, second), (original, retold), comparison=comparison))
    )
    assert what == "another thing counted"
    return tuple([run.text for run in said.runs if run.marked] for said in shown)


def test_the_figure_is_marked_with_the_noun_that_changed() -> None:
    assert _marked("Post: 40 hungry guests came.", "Echo: 40 thieves came.", "thieves") == (
        ["40 hungry guests"],
        ["40 thieves"],
    )


def test_a_noun_far_behind_its_figure_is_not_marked() -> None:
    far = "40 " + "very " * NOUN_NEAR + "guests"
    assert _marked(f"Post: {far} came.", "Echo: 40 thieves.", "thieves")[0] == ["40"]
