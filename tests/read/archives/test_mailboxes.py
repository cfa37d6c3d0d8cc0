"""Mailboxes are written here by the standard library's mailbox, and read mail by mail."""

import mailbox
from email.message import EmailMessage
from pathlib import Path

from variorum.read import find, read

TOLD = "The mayor said that {} people were killed in the market on Sunday."


def box(path: Path, *texts: str) -> Path:
    kept = mailbox.mbox(path)
    for number, text in enumerate(texts):
        mail = EmailMessage()
        mail["From"], mail["Subject"] = "Ana Ruiz <ana@gull.example>", f"Mail {number}"
        mail["Date"] = "Sun, 04 May 2031 12:30:00 +0200"
        mail.set_content(text)
        kept.add(mail)
    kept.flush()
    return path


def test_every_mail_is_a_document(tmp_path: Path) -> None:
    texts = [TOLD.format(n) for n in (40, 12)]
    files = find([box(tmp_path / "a.mbox", *texts)])
    documents = [read(file) for file in files]
    assert [d.title for d in documents] == ["Mail 0", "Mail 1"]
    assert [d.text.strip() for d in documents] == texts
    assert {d.published for d in documents} == {"2031-05-04"}
    assert {d.author for d in documents} == {"Ana Ruiz"}


def test_a_line_that_begins_as_a_mail_does_is_part_of_its_mail(tmp_path: Path) -> None:
    text = f"{TOLD.format(40)}\n\nFrom then on nobody was seen.\n"
    (file,) = find([box(tmp_path / "a.mbox", text)])
    assert read(file).text.strip() == text.strip()


def test_windows_line_ends_part_mails_too(tmp_path: Path) -> None:
    path = box(tmp_path / "a.mbox", *(TOLD.format(n) for n in (40, 12)))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(find([path])) == 2
