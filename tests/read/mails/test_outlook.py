"""A message saved by Outlook is read as the mail that it is."""

import datetime

import pytest
from office_files import msg

from variorum.read import read, read_with_gaps
from variorum.read.formats import FORMATS
from variorum.read.mails import forwarded, outlook

TOLD = "The mayor said that forty people were killed in the market on Sunday."
SUBJECT, BODY, HEADERS, PAGE, SENDER = 0x0037, 0x1000, 0x007D, 0x1013, 0x0C1A
SENT = datetime.datetime(2031, 5, 4, 23, 30, tzinfo=datetime.UTC)


def put(folder, data):
    path = folder / "a.msg"
    path.write_bytes(data)
    return path


def test_a_message_tells_its_sender_subject_and_day(tmp_path):
    headers = "From: Ana Ruiz <ana@gull.example>\nDate: Mon, 05 May 2031 01:30:00 +0200\n"
    document = read(put(tmp_path, msg({SUBJECT: "The market", BODY: TOLD, HEADERS: headers}, SENT)))
    assert (document.text, document.title, document.author) == (TOLD, "The market", "Ana Ruiz")
    assert document.published == "2031-05-05"


def test_without_headers_the_day_is_that_of_sending(tmp_path):
    document = read(put(tmp_path, msg({BODY: TOLD}, SENT)))
    assert (document.published, document.title, document.author) == ("2031-05-04", None, None)


def test_a_mail_forwarded_in_it_is_a_section(tmp_path):
    within = "\n\nFrom: b@gull.example\nSent: 2 May 2031\nTo: c@gull.example\n\nTwo buses left."
    document = read(put(tmp_path, msg({BODY: TOLD + within})))
    assert [part.published for part in document.sections] == ["2031-05-02"]
    assert forwarded.in_parts(TOLD) == (TOLD, ())


def test_a_stub_beside_a_page_is_not_the_text(tmp_path):
    page = f"<html><body><p>{TOLD}</p></body></html>"
    assert read(put(tmp_path, msg({BODY: "See the page.", PAGE: page}))).text == TOLD


@pytest.mark.parametrize(
    ("data", "why"),
    [(msg({BODY: TOLD})[:700], "is"), (b"", "empty"), (msg({SUBJECT: "x"}), "no text")],
)
def test_a_damaged_message_and_an_empty_one_are_gaps(tmp_path, data, why):
    document, gaps = read_with_gaps(put(tmp_path, data))
    assert document is None
    assert why in gaps[0].why


def test_it_has_its_reader():
    assert FORMATS[".msg"] is outlook.read
