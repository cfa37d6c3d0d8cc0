"""Who acts where the verb stands last: what leads elsewhere is no part of the subject."""

import pytest

from variorum import extract
from variorum.model import Document


def told(text: str) -> list[tuple[str, str]]:
    """Return the speakers of a Persian text, each with what it says."""
    document = Document.from_text(text, language="fa", publisher="Paper")
    claims = [claim for claim in extract(document) if claim.cue is not None]
    return [(claim.speaker.name, claim.content[0].exact) for claim in claims]


ROAD = "راه تا پایان هفته بسته است"

SUBJECTS = [
    # What is said of the saying follows the subject: where, to whom, with what else.
    (f"مینا رستگار در گفتگو با خبرنگار ما گفت: {ROAD}.", "مینا رستگار"),
    (f"مینا رستگار خطاب به کارگران افزود: {ROAD}.", "مینا رستگار"),
    (f"مینا رستگار به رادیو بی بی سی گفت: {ROAD}.", "مینا رستگار"),
    (f"مینا رستگار نامه‌ای برای فرماندار نوشت که {ROAD}.", "مینا رستگار"),
    # "One of" is part of the subject.
    (f"یکی از مدیران بندر در این دیدار گفت: {ROAD}.", "یکی از مدیران بندر"),
    # A clause about the subject ends with a verb of its own.
    (f"مینا رستگار که از سفر باز گشته است، گفت: {ROAD}.", "مینا رستگار"),
    (f"این روزنامه که دیروز منتشر شد، در این باره می‌نویسد: {ROAD}.", "این روزنامه"),
    # What leads elsewhere ends with a comma, and a clause with the comma behind its verb.
    (f"در این دیدار، مینا رستگار گفت: {ROAD}.", "مینا رستگار"),
    (f"در حالی که باران، پل‌ها را خراب کرده است، مینا رستگار گفت: {ROAD}.", "مینا رستگار"),
    # Another clause has ended before.
    (f"در همان وقت که کشتی رسیده بود مینا رستگار گفت که {ROAD}.", "مینا رستگار"),
    (f"کشتی به بندر رسید و مینا رستگار گفت که {ROAD}.", "مینا رستگار"),
    # Days are no part of a subject, and what stands before a colon is a heading.
    (f"روز شنبه مینا رستگار اعلام کرد که {ROAD}.", "مینا رستگار"),
    (f"خبر تازه: مینا رستگار می‌گوید {ROAD}.", "مینا رستگار"),
    # An agency that is named first is not who speaks.
    (f"به گزارش خبرگزاری ما، مینا رستگار اعلام کرد که {ROAD}.", "مینا رستگار"),
    (f"به گزارش خبرنگار ما در جزیره، مینا رستگار گفت: {ROAD}.", "مینا رستگار"),
]


@pytest.mark.parametrize(("text", "name"), SUBJECTS)
def test_the_subject_opens_its_clause(text: str, name: str) -> None:
    assert (name, ROAD) in told(text)


UNTOLD = [
    # Where nothing tells who acts, nobody does: no comma ends what leads elsewhere.
    f"در روزهای بارانی آن تابستان گفت: {ROAD}.",
    # What is acted on is not who acts.
    f"این خبر تازه را تأیید کرد و گفت: {ROAD}.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_nobody_is_named_where_nothing_tells_who_acts(text: str) -> None:
    assert {name for name, _ in told(text)} == {"unnamed"}


def test_what_follows_a_verb_without_a_word_between_is_what_was_said() -> None:
    assert told(f"مینا رستگار تأکید کرد امکان دارد که {ROAD}.") == [
        ("مینا رستگار", f"امکان دارد که {ROAD}")
    ]
    assert told(f"مینا رستگار اعلام کرد، شهرداری می‌خواهد که {ROAD}.") == [
        ("مینا رستگار", f"شهرداری می‌خواهد که {ROAD}")
    ]


def test_a_passive_verb_tells_nobody() -> None:
    assert told(f"مینا رستگار گفته است {ROAD}.") == [("مینا رستگار", ROAD)]
    assert told("آن پل که گفته می‌شود کهنه بود، در باران فرو ریخت.") == []


def test_a_title_in_marks_before_the_verb_is_not_what_was_said() -> None:
    text = f"روزنامه بهاران در سرمقاله خود «راه‌ها و پل‌های ما کجاست» نوشته است: {ROAD}."
    assert told(text) == [("روزنامه بهاران", ROAD)]
    assert told(f"روزنامه بهاران «{ROAD} و کسی نمی‌آید» نوشته است.")[0][1].startswith(ROAD)
