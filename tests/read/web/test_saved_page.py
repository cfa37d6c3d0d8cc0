"""Pages that a browser saved as one file."""

from pathlib import Path

import pytest
from good_files import mhtml

from variorum.errors import UnreadableDocument
from variorum.read import read

TOLD = "The mayor said that forty people were killed in the market on Sunday, and many were hurt."


def page(words: str = TOLD) -> str:
    return f"<html><title>Market</title><body><h1>Market</h1><p>{words}</p></body></html>"


@pytest.mark.parametrize("suffix", [".mhtml", ".mht"])
def test_the_page_is_read_with_its_address_and_when_it_was_saved(
    tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(mhtml(page()))
    document = read(path)
    assert document.text.endswith(TOLD)
    assert (document.title, document.url) == ("Market", "https://gull.example/market")
    assert (document.captured, document.published) == ("2031-05-04T12:30:00+02:00", None)


def test_the_encoding_of_the_part_counts(tmp_path: Path) -> None:
    words = "Мэр заявил, что в субботу на рынке погибли сорок человек и многие ранены."
    path = tmp_path / "a.mhtml"
    path.write_bytes(mhtml(page(words), "koi8-r"))
    assert words in read(path).text


def test_a_file_without_a_page_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.mhtml"
    path.write_bytes(b"MIME-Version: 1.0\nContent-Type: text/plain\n\nwords")
    with pytest.raises(UnreadableDocument, match="There is no page in it"):
        read(path)
