from email.message import EmailMessage
from pathlib import Path

import pytest

from variorum.errors import UnreadableDocument
from variorum.read import read, read_with_gaps
from variorum.read.content import Source
from variorum.read.mails import mail
from variorum.read.mails.forwarded import in_parts
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


def test_a_table_in_a_mail_is_told_row_by_row(tmp_path: Path) -> None:
    made = message()
    rows = "<tr><th>Town</th><th>dead</th></tr><tr><td>Mersa</td><td>12</td></tr>"
    made.set_content(f"<p>{WORDS}</p><table>{rows}</table>", subtype="html")
    assert read(save(made, tmp_path)).text == f"{WORDS.strip()}\n\nMersa: 12 dead."


def test_attachments_are_gaps_one_by_one(tmp_path: Path) -> None:
    made = message()
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="plan.pdf")
    made.add_attachment("notes", filename="notes.txt")
    document, gaps = read_with_gaps(save(made, tmp_path))
    assert document is not None
    assert document.text == WORDS
    assert [name in gap.why for gap, name in zip(gaps, ["plan.pdf", "notes.txt"],
                                                 strict=True)] == [True] * 2  # fmt: skip


def test_a_mail_that_is_attached_is_a_section_of_its_sender(tmp_path: Path) -> None:
    inner = message("Forty left.\n\nOn 4 May 2011, Bo Ek wrote:\n> Nobody left.\n")
    inner.add_attachment("notes", filename="notes.txt")
    made = message()
    made.add_attachment(inner)
    document, gaps = read_with_gaps(save(made, tmp_path))
    assert document is not None
    text = document.text
    told = [(p.author, p.published, text[p.start : p.end].strip()) for p in document.sections]
    assert told == [
        ("Ann Lee", "2017-11-14", "Forty left."),
        ("Bo Ek", "2011-05-04", "Nobody left."),
    ]
    assert ["notes.txt" in gap.why for gap in gaps] == [True]
    bare = message("")
    bare.add_attachment(inner)
    assert read(save(bare, tmp_path)).text.strip().startswith("Forty left.")


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
    ((start, day, author),) = [(p.start, p.published, p.author) for p in document.sections]
    assert day == "2017-10-12"
    assert author == headers.partition(": ")[2].partition(" <")[0].strip()
    assert document.text[start:].startswith("Forty")


INTRODUCED = [
    "On Tue, Oct 3, 2017 at 10:00 AM Ann Lee <ann@x.org> wrote:",
    "On 3 October 2017, at 10:00, Ann Lee wrote:",
    "On Tue, 3 Oct 2017 at 10:00,\nAnn Lee\n<ann@x.org> wrote:",
    "Am 03.10.2017 um 10:00 schrieb Ann Lee:",
    "Le mar. 3 oct. 2017 à 10:00, Ann Lee <ann@x.org> a écrit :",
    "El mar, 3 oct 2017 a las 10:00, Ann Lee (<ann@x.org>) escribió:",
    "Em ter., 3 de out. de 2017 às 10:00, Ann Lee <ann@x.org> escreveu:",
    "tir. 3. okt. 2017 kl. 10:00 skrev Ann Lee <ann@x.org>:",
    "wt., 3 paź 2017 o 10:00 Ann Lee <ann@x.org> napisał(a):",
    "вт, 3 окт. 2017 г. в 10:00, Ann Lee <ann@x.org>:",
    "вт, 3 жовт. 2017 р. о 10:00 Ann Lee <ann@x.org> пише:",
    "Ann Lee <ann@x.org>, 3 Eki 2017 Sal, 10:00 tarihinde şunu yazdı:",
    "Pada tanggal Sel, 3 Okt 2017 pukul 10.00 Ann Lee <ann@x.org> menulis:",
    "في الثلاثاء، 3 أكتوبر 2017 في 10:00 ص كتب Ann Lee <ann@x.org>:",
    "در سه‌شنبه 3 اکتبر 2017 ساعت 10:00 Ann Lee <ann@x.org> نوشت:",
]


@pytest.mark.parametrize("line", INTRODUCED)
def test_a_quoted_mail_is_a_section_of_its_writer(line):
    text, (section,) = in_parts(f"It is not so.\n\n{line}\n\n> Forty were killed.\n>\n> A.\n\nB.\n")
    assert text == "It is not so.\n\n\nForty were killed.\n\nA.\n\nB.\n"
    assert text[section.start : section.end].strip() == "Forty were killed.\n\nA."
    assert (section.author, section.published) == ("Ann Lee", "2017-10-03")
    assert section.label == "Quoted"


def test_quotations_within_quotations_have_their_own_writers():
    text, parts = in_parts(
        "No.\n\nOn 4 May 2031, Ann Lee wrote:\n> Yes.\n> On 3 May 2031, Bo Ek wrote:\n>> Forty.\n"
        "> Or fifty.\nWho knows.\n> Somebody.\n"
    )
    told = [(part.author, text[part.start : part.end].strip()) for part in parts]
    assert told == [
        ("Ann Lee", "Yes."), ("Bo Ek", "Forty."),
        ("Ann Lee", "Or fifty."), ("unnamed", "Somebody."),
    ]  # fmt: skip


def test_a_page_marks_no_lines_but_names_the_writer_and_the_day():
    text, (section,) = in_parts("No.\n\nOn 4 May 2031 Ann Lee <a@x.org> wrote:\n\nForty.\n\nA.")
    assert (section.author, text[section.start :].strip()) == ("Ann Lee", "Forty.\n\nA.")


@pytest.mark.parametrize(
    "text",
    ["On 4 May 2031 the minister wrote:\n\nForty were killed.", "Ann Lee wrote:\n\nForty.", ""],
)
def test_a_colon_alone_quotes_no_mail(text):
    assert in_parts(text) == (text, ())


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
    assert in_parts("Forty people left.") == ("Forty people left.", ())


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
