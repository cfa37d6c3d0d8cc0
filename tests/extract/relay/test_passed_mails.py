"""What is said in a mail within another is on the word of its writer, through who passed it on."""

import pytest

import variorum
from variorum.extract.relay.passed_mails import by_their_writers
from variorum.model import Document, Section

OWN = "Ten people were killed in the town on Monday.\n\n"


def mail(language, own, told, author):
    text = f"{own}{told}"
    part = Section(label="Forwarded", start=len(own), end=len(text), author=author)
    return Document.from_text(text, author="Ada Lund", language=language, sections=(part,))


@pytest.mark.parametrize(
    ("language", "own", "told", "speaker"),
    [
        ("en", OWN, "Forty people were killed. The mayor said that nobody had left.", "mayor"),
        (
            "de",
            "Am Montag wurden zehn Menschen getötet.\n\n",
            "Vierzig Menschen wurden getötet. Der Bürgermeister sagte, niemand habe die Stadt"
            " verlassen.",
            "Bürgermeister",
        ),
        (
            "ru",
            "В понедельник погибли десять человек.\n\n",
            "Во вторник в городе погибли сорок человек. Мэр заявил, что никто не покинул город.",
            "Мэр",
        ),
    ],
)
def test_the_writer_answers_for_his_mail_and_passes_on_what_others_say(
    language, own, told, speaker
):
    document = mail(language, own, told, "Bo Ek")
    claims = variorum.extract(document)
    relays = [tuple(link.name for link in claim.relay) for claim in claims]
    assert relays[0] == ("Ada Lund",)
    assert relays[1] == ("Ada Lund", "Bo Ek")
    assert relays[2][:2] == ("Ada Lund", "Bo Ek")
    assert speaker in relays[2][2]
    assert [claim.speaker.name for claim in claims[:2]] == ["Ada Lund", "Bo Ek"]
    assert len({claim.id for claim in claims}) == len(claims)


def test_of_a_quotation_without_a_sender_nobody_is_named():
    document = mail("en", OWN, "Forty people were killed in the town.", "unnamed")
    claims = variorum.extract(document)
    assert [claim.speaker.kind for claim in claims] == ["document", "unnamed"]


def test_what_passes_nothing_on_stays_as_it_is():
    document = Document.from_text(OWN, author="Ada Lund")
    claims = variorum.extract(document)
    assert [*by_their_writers(document, claims)] == [*claims]
