"""What a file is by its first bytes: a wrong suffix is told, and a doubt is left alone."""

import pytest

from variorum.errors import UnreadableDocument
from variorum.read.content import Source
from variorum.read.sniff import check, kind_of
from variorum.settings import Settings


def source(suffix: str, data: bytes) -> Source:
    return Source(f"a{suffix}", suffix, data, Settings())


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".txt", b"It burnt."),
        (".pdf", b"%PDF-1.7"),
        (".pdf", b"\n" * 1_019 + b"%PDF-"),
        (".html", b"<!DOCTYPE html><html></html>"),
        (".htm", b"\xef\xbb\xbf<!-- a --><html lang=en>"),
        (".docx", b"PK\x03\x04 word/document.xml"),
        (".docx", b"PK\x03\x04"),
    ],
)
def test_a_file_that_is_what_its_suffix_says_passes(suffix, data):
    check(source(suffix, data))


@pytest.mark.parametrize(
    ("suffix", "data", "why"),
    [
        (".txt", b" \n\x00", "empty"),
        (".txt", b"%PDF-1.7", "rename it to end in .pdf"),
        (".pdf", b"\n" * 1_020 + b"%PDF-", "is not a PDF"),
        (".pdf", b"It burnt.", "is not a PDF"),
        (".md", b"GIF8", "a GIF picture"),
        (".docx", b"\xd0\xcf\x11\xe0\xa1\xb1", "password"),
        (".txt", b"PK\x05\x06", "unpack it"),
    ],
)
def test_a_file_that_is_something_else_is_refused_with_the_mend(suffix, data, why):
    with pytest.raises(UnreadableDocument, match=why):
        check(source(suffix, data))


def test_what_may_be_anything_is_of_no_kind():
    assert kind_of(b"It burnt.") is None
