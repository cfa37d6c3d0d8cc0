"""Who acts where the verb stands last: what leads elsewhere is no part of the subject."""

import pytest

from variorum import extract
from variorum.extract.lexical.acting_words import behind
from variorum.extract.lexical.lexical_sources import Sources
from variorum.extract.lexical.source_words import lexicon_of
from variorum.language import cut
from variorum.model import Document


def told(text: str, language: str = "fa") -> list[tuple[str, str]]:
    """Return the speakers of a text, each with what it says."""
    document = Document.from_text(text, language=language, publisher="Paper")
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


def test_a_word_behind_others_is_no_opener_of_what_was_said() -> None:
    text = f"مینا رستگار گفت کسانی که آمده بودند می‌دانند {ROAD}."
    assert told(text) == [("مینا رستگار", f"کسانی که آمده بودند می‌دانند {ROAD}")]
    assert told(f"مینا رستگار گفت که {ROAD}.") == [("مینا رستگار", ROAD)]


def test_a_paper_that_cites_somebody_opens_the_sentence() -> None:
    document = Document.from_text(
        f"روزنامه بهاران به نقل از پلیس نوشت: {ROAD}.", language="fa", publisher="Paper"
    )
    claim = extract(document)[0]
    assert [link.name for link in claim.relay] == ["Paper", "روزنامه بهاران", "پلیس"]


def test_a_passive_verb_tells_nobody() -> None:
    assert told(f"مینا رستگار گفته است {ROAD}.") == [("مینا رستگار", ROAD)]
    assert told("آن پل که گفته می‌شود کهنه بود، در باران فرو ریخت.") == []


def test_a_title_in_marks_before_the_verb_is_not_what_was_said() -> None:
    text = f"روزنامه بهاران در سرمقاله خود «راه‌ها و پل‌های ما کجاست» نوشته است: {ROAD}."
    assert told(text) == [("روزنامه بهاران", ROAD)]
    assert told(f"روزنامه بهاران «{ROAD} و کسی نمی‌آید» نوشته است.")[0][1].startswith(ROAD)


HARBOUR = "limanın iki gün kapalı kalacağını"

TOPICS = [
    # A subject ends at its comma, and what is said of it stands before it.
    ("Bütün gün çalışan balıkçılar da dahil birçok insan, {} söyledi.", "birçok insan"),
    ("Raporu okuyan Liman Birliği Başkanı Ayla Deniz, {} söyledi.", "Ayla Deniz"),
    ("Kıyı'nın 40 yıllık gemilerini de anlatan Ayla Deniz, {} belirtti.", "Ayla Deniz"),
    # What tells when or why ends at a comma too.
    ("Fırtına başlayınca, Ayla Deniz {} söyledi.", "Ayla Deniz"),
    # A name in the dative is whom it was told to.
    ("Bir polis sözcüsü Kuzey Postası'na, {} söyledi.", "polis sözcüsü"),
    ("Gemi uzmanı Ayla Deniz Postası'na, {} söyledi.", "Ayla Deniz"),
]


@pytest.mark.parametrize(("text", "name"), TOPICS)
def test_a_subject_ends_where_its_comma_or_a_case_tells(text: str, name: str) -> None:
    found = told(text.format(HARBOUR), "tr")
    assert any(who.endswith(name) and content == HARBOUR for who, content in found)


def test_a_name_in_another_case_is_no_subject() -> None:
    assert [who for who, _ in told(f"Ayla Deniz'in {HARBOUR} söyledi.", "tr")] == ["unnamed"]
    assert [who for who, _ in told(f"Ayla Deniz {HARBOUR} söyledi.", "tr")] == ["Ayla Deniz"]


def test_a_name_alone_behind_the_verb_is_who_speaks() -> None:
    words = "Limanımız bir daha böyle bir fırtına görmesin"
    assert told(f"“{words}” diyor Deniz.", "tr") == [("Deniz", words)]
    assert told(f"Kaya “{words}” diyor her sabah.", "tr") == [("Kaya", words)]


@pytest.mark.parametrize(("text", "found"), [("dedi Deniz.", (1, 2)), ("dedi her sabah.", (1, 1))])
def test_only_names_and_roles_behind_a_verb_are_who_speaks(
    text: str, found: tuple[int, int]
) -> None:
    words = cut(text, "tr")
    assert behind(Sources(words, lexicon_of("tr")), 1, len(words.words)) == found
