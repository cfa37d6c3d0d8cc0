from email.message import EmailMessage
from pathlib import Path

import pytest

from variorum.errors import UnreadableDocument
from variorum.read import read, read_with_gaps
from variorum.read.content import Source
from variorum.read.mails import mail
from variorum.read.mails.forwarded import without_headers
from variorum.settings import Settings

WORDS = "The minister said on Monday that the trucks had left the town at dawn.\n"


def message(body: str = WORDS) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "The convoy – what we know"
    made["From"] = "Ann Lee <ann@example.org>"
    made["Date"] = "Tue, 14 Nov 2017 23:30:00 -0500"
    made.set_content(body)
    return made


def save(made: EmailMessage | bytes, folder: Path) -> Path:
    path = folder / "report.eml"
    path.write_bytes(made if isinstance(made, bytes) else bytes(made))
    return path


def test_headers_become_metadata_and_the_body_the_text(tmp_path: Path) -> None:
    document, gaps = read_with_gaps(save(message(), tmp_path))
    assert document is not None
    assert document.text == WORDS
    assert document.title == "The convoy – what we know"
    assert document.author == "Ann Lee"
    assert document.published == "2017-11-14"
    assert document.language == "en"
    assert gaps == []


def test_the_text_part_is_preferred_to_the_page(tmp_path: Path) -> None:
    made = message()
    made.add_alternative("<html><body><p>The page.</p></body></html>", subtype="html")
    document, gaps = read_with_gaps(save(made, tmp_path))
    assert document is not None
    assert (document.text, gaps) == (WORDS, [])


def test_a_mail_with_a_page_alone_is_read(tmp_path: Path) -> None:
    made = message()
    made.set_content(f"<html><body><p>{WORDS}</p><p>They left.</p></body></html>", subtype="html")
    assert read(save(made, tmp_path)).text == f"{WORDS.strip()}\n\nThey left."


def test_attachments_are_gaps_one_by_one(tmp_path: Path) -> None:
    made = message()
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="plan.pdf")
    made.add_attachment("notes", filename="notes.txt")
    made.add_attachment(message("A forwarded message."))
    document, gaps = read_with_gaps(save(made, tmp_path))
    assert document is not None
    assert document.text == WORDS
    assert [name in gap.why for gap, name in zip(gaps, ["plan.pdf", "notes.txt", "message/rfc822"],
                                                 strict=True)] == [True] * 3  # fmt: skip


@pytest.mark.parametrize("charset", ["windows-1256", "utf-8", "iso-8859-6"])
def test_a_body_in_arabic_is_read(tmp_path: Path, charset: str) -> None:
    made = message()
    words = "قال الوزير إن الشاحنات غادرت المدينة عند الفجر مع السائقين\n"
    made.set_content(words, charset=charset)
    document = read(save(made, tmp_path))
    assert (document.text, document.language) == (words, "ar")


def test_a_date_that_is_none_is_a_gap(tmp_path: Path) -> None:
    made = message()
    made.replace_header("Date", "some day")
    document, gaps = read_with_gaps(save(made, tmp_path))
    assert document is not None
    assert document.published is None
    assert all("some day" in gap.why for gap in gaps)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\n\nNo headers, only words.", "no mail headers"),
        (b"Subject: empty\n\n", "no text"),
        (b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\nnothing", "no text"),
        (b"Subject: x\nContent-Type: image/png\n\nabc", "no text"),
    ],
)
def test_what_is_no_mail_is_said(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(UnreadableDocument, match=says):
        read(save(data, tmp_path))


def test_an_unknown_charset_is_detected(tmp_path: Path) -> None:
    head = (
        b"Subject: x\nContent-Type: text/plain; charset=nonsense\nContent-Transfer-Encoding: 8bit"
    )
    assert read(save(head + b"\n\n" + "Déjà vu".encode(), tmp_path)).text == "Déjà vu"


def test_deeply_nested_parts_are_refused_or_read(tmp_path: Path) -> None:
    parts = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000)
    )
    with pytest.raises(UnreadableDocument):
        read(save(f"Subject: x\n{parts}\nwords".encode(), tmp_path))


def test_the_day_is_that_of_the_sender_and_headers_are_one_line() -> None:
    made = message()
    made.replace_header("Subject", "The convoy")
    content = mail.read(Source("a.eml", ".eml", bytes(made), Settings()))
    assert (content.title, content.published, content.author) == (
        "The convoy",
        "2017-11-14",
        "Ann Lee",
    )


FORWARDED = [
    (
        "From: Press <p@x.org>\nDate: Thu, Oct 12, 2017 at 8:00 AM\nSubject: S\nTo: A <a@x.org>",
        "-----",
    ),
    (
        "Von: Presse <p@x.org>\nGesendet: Donnerstag, 12. Oktober 2017 08:00\nAn: A <a@x.org>",
        "----",
    ),
    (
        "De : Presse <p@x.org>\nEnvoyé : jeudi 12 octobre 2017 08:00\nÀ : A <a@x.org>\nObjet : S",
        "____",
    ),
    (
        "От: Пресса <p@x.org>\nОтправлено: четверг, 12 октября 2017 08:00\nКому: A <a@x.org>",
        "-----",
    ),
    (
        "De: Prensa <p@x.org>\nEnviado: jueves, 12 de octubre de 2017 8:00\nPara: A <a@x.org>",
        "-----",
    ),
]


@pytest.mark.parametrize(("headers", "line"), FORWARDED)
def test_a_forwarded_mail_is_a_section_of_its_own_day(tmp_path, headers, line):
    told = "Forty people were killed yesterday.\n"
    body = f"For the file.\n\n{line} Message {line}\n{headers}\n\n{told}"
    path = tmp_path / "a.eml"
    head = "From: A <a@x.org>\nDate: Mon, 16 Oct 2017 09:00:00 +0000\n"
    path.write_text(f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}", "utf-8")
    document = read(path)
    assert document.text.split() == [
        "For",
        "the",
        "file.",
        "Forty",
        "people",
        "were",
        "killed",
        "yesterday.",
    ]
    ((start, day),) = [(part.start, part.published) for part in document.sections]
    assert day == "2017-10-12"
    assert document.text[start:].startswith("Forty")


def test_lines_with_colons_are_no_headers_of_a_mail(tmp_path):
    path = tmp_path / "a.eml"
    body = "Killed: forty\nWounded: ninety\nMissing: two\nDay: 12 October 2017\n"
    path.write_text(f"From: A <a@x.org>\n\n{body}", "utf-8")
    assert read(path).text == body


def test_every_text_of_a_mail_is_read_but_not_its_twin(tmp_path):
    path = tmp_path / "a.eml"
    part = "--B\nContent-Type: text/plain; charset=utf-8\n\n{}\n"
    twin = (
        '--B\nContent-Type: multipart/alternative; boundary="C"\n\n'
        "--C\nContent-Type: text/plain\n\nSecond.\n"
        "--C\nContent-Type: text/html\n\n<p>Second.</p>\n--C--\n"
    )
    head = 'From: A <a@x.org>\nContent-Type: multipart/mixed; boundary="B"\n\n'
    path.write_text(
        head + part.format("First.") + twin + part.format("Third.") + "--B--\n", "utf-8"
    )
    assert read(path).text.split() == ["First.", "Second.", "Third."]


@pytest.mark.parametrize("kept", ["P1", "P2"])
def test_of_two_content_types_the_one_that_fits_is_taken(tmp_path, kept):
    path = tmp_path / "a.eml"
    types = "".join(f'Content-Type: multipart/mixed; boundary="{b}"\n' for b in ("P1", "P2"))
    body = f"--{kept}\nContent-Type: text/plain\n\nForty were killed.\n--{kept}--\n"
    path.write_text(f"From: A <a@x.org>\n{types}\n{body}", "utf-8")
    assert read(path).text.strip() == "Forty were killed."


def test_a_mail_that_forwards_nothing_stays_as_it_is():
    assert without_headers("Forty people left.") == ("Forty people left.", ())


def test_beside_a_stub_the_page_is_read(tmp_path: Path) -> None:
    made = message("This mail is in HTML.")
    made.add_alternative(f"<html><body><p>{WORDS * 3}</p></body></html>", subtype="html")
    assert read(save(made, tmp_path)).text.count("trucks") == 3


def test_a_text_that_is_shorter_than_its_page_is_still_the_text(tmp_path: Path) -> None:
    made = message()
    made.add_alternative(
        f"<html><body><p>{WORDS}</p><p>Sent from my phone, with much ado.</p></body></html>",
        subtype="html",
    )
    assert read(save(made, tmp_path)).text == WORDS
