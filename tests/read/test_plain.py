import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.errors import UnreadableDocument
from variorum.read import plain, read, read_with_gaps
from variorum.read.content import Source
from variorum.settings import Settings
from variorum.text import clean, span

MATTER = """---
title: Fire in the port: what we know
publisher: The Harbour Times
author: Ann Lee
url: https://example.org/fire
published: 17 November 2017
language: nb
copy_of: Wire One
wording: ours
---

Four trucks left.
"""


def write(folder: Path, text: str, name: str = "report.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_front_matter_becomes_metadata_and_leaves_the_text(tmp_path: Path) -> None:
    document = read(write(tmp_path, MATTER))
    assert document.text == "Four trucks left.\n"
    assert document.title == "Fire in the port: what we know"
    assert document.publisher == "The Harbour Times"
    assert document.author == "Ann Lee"
    assert document.url == "https://example.org/fire"
    assert document.published == "2017-11-17"
    assert document.language == "nb"
    assert document.copy_of == "Wire One"


@pytest.mark.parametrize("code", ["nb", "nn", "no", "en", "ar"])
def test_the_language_of_the_front_matter_wins(tmp_path: Path, code: str) -> None:
    path = write(tmp_path, f"---\nlanguage: {code}\n---\nThe trucks left the town at dawn.")
    assert read(path).language == code


def test_yaml_quotes_and_dates_are_understood(tmp_path: Path) -> None:
    matter = '---\ntitle: "He said: no"\npublished: 2017-11-14\npublisher:\n---\nThey left.'
    document = read(write(tmp_path, matter))
    assert (document.title, document.published) == ("He said: no", "2017-11-14")
    assert document.publisher is None


def test_front_matter_in_windows_line_ends_with_a_byte_order_mark(tmp_path: Path) -> None:
    document = read(write(tmp_path, "\ufeff" + MATTER.replace("\n", "\r\n")))
    assert document.text == "Four trucks left.\n"
    assert document.author == "Ann Lee"


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    text = "---\n\nThe trucks left the town at dawn.\n\n---\n\nThey came back."
    assert read(write(tmp_path, text)).text == text


def test_front_matter_that_is_never_closed_is_said(tmp_path: Path) -> None:
    path = write(tmp_path, "---\ntitle: Fire\n\nThe trucks left.")
    with pytest.raises(UnreadableDocument, match="never closed"):
        read(path)


def test_a_broken_line_of_front_matter_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "---\ntitle: Fire: now\nwho knows\n---\nThe trucks left.")
    with pytest.raises(UnreadableDocument, match=r"Line 3 .*'who knows'"):
        read(path)


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c",
        "title: " + "[" * 5000,
        "title: {a: [b}",
    ],
)
def test_hostile_yaml_does_no_harm(tmp_path: Path, bomb: str) -> None:
    document = read(write(tmp_path, f"---\n{bomb}\npublisher: Us\n---\nThe trucks left."))
    assert (document.publisher, document.text) == ("Us", "The trucks left.")


def test_a_date_that_is_none_is_a_gap(tmp_path: Path) -> None:
    path = write(tmp_path, "---\npublished: last Monday\nlanguage: en\n---\nThe trucks left.")
    document, gaps = read_with_gaps(path)
    assert document is not None
    assert document.published is None
    assert [gap.document for gap in gaps] == [document.id]
    assert "'last Monday'" in gaps[0].why


def test_markdown_takes_its_title_from_its_first_heading(tmp_path: Path) -> None:
    text = "# The fire #\n\nThe trucks left the town."
    document = read(write(tmp_path, text, "report.md"))
    assert (document.title, document.text) == ("The fire", text)
    assert read(write(tmp_path, text)).title is None


def test_binary_data_named_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(bytes(range(256)) * 20)
    with pytest.raises(UnreadableDocument, match="binary data"):
        read(path)


def test_bytes_without_a_character_are_shown_and_said(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"The trucks left the town. " * 40 + b"\xe2\x82 end \xff\xfe\x81")
    document, gaps = read_with_gaps(path)
    assert document is not None
    assert ("\ufffd" in document.text) == any("no characters" in gap.why for gap in gaps)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_no_character_is_lost_between_file_and_offsets(
    tmp_path_factory: pytest.TempPathFactory, words: str
) -> None:
    text = "The words: " + words
    document = read(write(tmp_path_factory.mktemp("law"), text))
    assert document.text == clean(text)
    assert unicodedata.is_normalized("NFC", document.text)
    for start in range(len(document.text)):
        found = span(document, start, len(document.text))
        assert document.text[found.start : found.end] == found.exact


@pytest.mark.parametrize(("controls", "is_text"), [(1, True), (2, False)])
def test_one_control_character_in_a_hundred_is_text_and_two_are_not(
    controls: int, is_text: bool
) -> None:
    data = b"\x01" * controls + b"a" * (100 - controls)
    source = Source("a.txt", ".txt", data, Settings())
    if is_text:
        assert plain.read(source).text.endswith("aaa")
    else:
        with pytest.raises(UnreadableDocument, match="binary"):
            plain.read(source)
