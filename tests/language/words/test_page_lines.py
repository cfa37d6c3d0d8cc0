import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.language.words.page_lines import FARTHEST, page_blocks

BODY = "Ten people died in the port, a doctor said."
TITLE = "Fire kills ten at the port"


def blocks(text, title=None):
    return [text[start:end].strip() for start, end in page_blocks(text, title)]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Published July 2 2016", BODY], None),
        (["Tuesday 12 July 2016 16:45", BODY], None),
        (["Fri Apr 29 2016", "9 hurt in the port, a doctor said."], None),
        (["16.04.2017(updated 1723 16.04.2017) Get short URL 0 87", BODY], None),
        (["Last updated at Apr 152017", BODY], None),
        (["05-04-2016", TITLE + ".", BODY], TITLE),
        ([TITLE, "AFP", BODY], TITLE),
        ([TITLE, "AFP Saturday 24 Sep 2016", BODY], None),
        (["A man walks by the port.", "(Port News and Agencies)", BODY], None),
        (["A man walks by the port.", "REUTERS/Bo Lee", BODY], None),
        (["It rained all night.", "HARBOUR (Reuters) " + BODY], None),
    ],
)
def test_a_line_of_the_page_stands_by_itself(lines, title):
    assert blocks(" ".join(lines), title) == lines


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("On 2 July 2016 ten people died.", None),
        ("July 2, 2016, was the day of the fire.", None),
        (f"{TITLE} of the town, police say.", TITLE),
        ("Fire at port Ten died.", "Fire at port"),
        (BODY, None),
        ("x" * FARTHEST + " AFP Saturday 24 Sep 2016 " + BODY, None),
    ],
)
def test_a_sentence_of_the_text_stays_whole(text, title):
    assert blocks(text, title) == [text]


def test_a_heading_ends_with_its_line():
    assert blocks(f"{TITLE}\n{BODY} It was a doctor of the town who said so.") == [
        TITLE,
        f"{BODY} It was a doctor of the town who said so.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The army said that ten\nPeople had died in the port.",  # the line had no room for more
        f"{TITLE}.\n{BODY}",
        "Stop lying\nShow humility",
    ],
)
def test_wrapped_text_and_lists_stay_whole(text):
    assert blocks(text) == [text]


@given(st.text(alphabet="Aa .\n1,(“", max_size=60), st.text(alphabet="Aa 1", max_size=12))
def test_blocks_cover_the_text_without_a_gap(text, title):
    found = page_blocks(text, title)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(start < end for start, end in found)
