"""The formats to read stand in one table; a format that is added there is read at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import variorum
from variorum.errors import UnreadableDocument
from variorum.read import find
from variorum.read.books import epub, odt, packed, rtf
from variorum.read.content import Content, Source
from variorum.read.formats import FORMATS
from variorum.read.web import saved_page
from variorum.settings import Settings


def read_json(source: Source) -> Content:
    """A second kind of reader: the fields of a JSON object."""
    told = json.loads(source.data)
    return Content(text=told["body"], title=told["headline"])


def test_a_new_row_of_the_table_is_a_format_that_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMATS, ".json", read_json)
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"headline": "A fire", "body": "Ten people left."}), "utf-8")
    assert find([tmp_path]) == [file]
    document = variorum.read(file)
    assert (document.title, document.text) == ("A fire", "Ten people left.")


def test_a_suffix_that_is_not_in_the_table_is_refused_with_those_that_are(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("{}", "utf-8")
    with pytest.raises(variorum.UnreadableDocument, match=r"Files ending in \.json are not read"):
        variorum.read(file)


def test_texts_in_archives_and_saved_pages_have_a_reader_of_their_own(tmp_path: Path) -> None:
    readers = {".odt": odt.read, ".epub": epub.read, ".rtf": rtf.read, ".mhtml": saved_page.read}
    assert {suffix: FORMATS[suffix] for suffix in readers} == readers
    source = Source(str(tmp_path / "a.odt"), ".odt", b"PK", Settings())
    with pytest.raises(UnreadableDocument), packed.parts(source):
        pass
