"""OpenDocument, EPUB and rich text: their words in order, and what they say of themselves."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from good_files import BOOK, epub, odt, rtf

from variorum.errors import UnreadableDocument
from variorum.read import read, read_with_gaps

TOLD = "The mayor said that forty people were killed in the market on Sunday."
MORE = "Two hundred were hurt, and the market was closed for the day."


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_an_opendocument_text_is_read_in_its_order(tmp_path: Path) -> None:
    document = read(put(tmp_path, "a.odt", odt(TOLD, MORE)))
    assert (
        document.text == f"Forty dead\n\n{TOLD}\n\n{MORE}\n\nOne  line\nand another.\n\ndead: 40."
    )
    assert (document.title, document.author) == ("The market", "Ana Ruiz")
    assert (document.published, document.language) == ("2031-05-04", "en")


def test_notes_and_comments_of_an_opendocument_text_are_gaps(tmp_path: Path) -> None:
    document, gaps = read_with_gaps(put(tmp_path, "a.odt", odt(TOLD, noted=True)))
    assert document is not None
    assert "beside" not in document.text
    assert "comment" not in document.text
    assert [gap.why.split(" were ")[0] for gap in gaps] == ["Its notes", "Its comments"]


def test_a_book_is_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    chapters = (f"<h1>One</h1><p>{TOLD}</p>", f"<h2>Two</h2><ul><li><p>{MORE}</p></li></ul>")
    document = read(put(tmp_path, "a.epub", epub(*chapters)))
    assert document.text == f"One\n\n{TOLD}\n\nTwo\n\n{MORE}"
    assert (document.title, document.author) == ("The market", "Ana Ruiz")
    assert (document.publisher, document.published) == ("The Gull", "2031-05-04")


def test_a_locked_book_is_said(tmp_path: Path) -> None:
    data = io.BytesIO(epub(f"<p>{TOLD}</p>", ""))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("META-INF/encryption.xml", "<encryption/>")
    with pytest.raises(UnreadableDocument, match="The book is locked"):
        read(put(tmp_path, "a.epub", data.getvalue()))


def test_rich_text_is_read_with_what_it_says_of_itself(tmp_path: Path) -> None:
    document = read(put(tmp_path, "a.rtf", rtf(f"{TOLD}\n{MORE}")))
    assert document.text == f"{TOLD}\n\n{MORE}"
    assert (document.title, document.author) == ("The market", "Ana Ruiz")
    assert document.published == "2031-05-04"


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("Der Bürgermeister sagte, vierzig Menschen seien tot.", 1252),
        ("Мэр заявил, что на рынке погибли сорок человек.", 1251),
        ("قال رئيس البلدية إن أربعين شخصا قتلوا في السوق.", 1256),
    ],
)
def test_rich_text_keeps_its_script(tmp_path: Path, words: str, page: int) -> None:
    assert read(put(tmp_path, "a.rtf", rtf(words, page))).text == words


@pytest.mark.parametrize("suffix", [".odt", ".epub"])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, suffix: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", b"\x00" * 401_000_000)
    with pytest.raises(UnreadableDocument, match="would unpack to 401 MB"):
        read(put(tmp_path, f"a{suffix}", held.getvalue()))


@pytest.mark.parametrize("suffix", [".odt", ".epub"])
def test_another_archive_or_a_broken_one_is_said(tmp_path: Path, suffix: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "words")
    whole = odt(TOLD) if suffix == ".odt" else epub(f"<p>{TOLD}</p>", "")
    for data in (held.getvalue(), whole[: len(whole) // 2]):
        with pytest.raises(UnreadableDocument, match="broken and cannot be unpacked"):
            read(put(tmp_path, f"a{suffix}", data))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    attack = '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + BOOK.replace(
        "The market", "&x;"
    )
    document = read(put(tmp_path, "a.epub", epub(f"<p>{TOLD}</p>", "", package=attack)))
    assert "root" not in (document.title or "")


@pytest.mark.parametrize(("suffix", "data"), [(".odt", odt(TOLD)), (".epub", epub(TOLD, ""))])
def test_a_wrong_suffix_is_mended_by_name(tmp_path: Path, suffix: str, data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=f"rename it to end in {suffix}"):
        read(put(tmp_path, "a.txt", data))
