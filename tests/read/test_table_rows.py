"""A table is told row by row, each figure with the heading that says what it counts."""

import pytest
from lxml import html as lxml_html

from variorum.read.table_rows import rows_as_text, sentences
from variorum.read.web.page_blocks import tables_told

HEAD = ["Province", "killed", "injured"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([HEAD, ["Mersa", "12", "30"]], ["Mersa: 12 killed, 30 injured."]),
        ([HEAD, ["Mersa", "12", "–"]], ["Mersa: 12 killed."]),
        ([HEAD, ["Mersa", "12", ""], ["Ubar", "", "7"]], ["Mersa: 12 killed.", "Ubar: 7 injured."]),
        (
            [["مدينة", "قتلى"], ["مرسى", "12"], ["أبار", "1,200"]],
            ["مرسى: 12 قتلى.", "أبار: 1,200 قتلى."],
        ),
        (
            [["Table 1", "", ""], HEAD, ["Mersa", "12", "30"]],
            ["Table 1.", "Mersa: 12 killed, 30 injured."],
        ),
        (
            [["Town", "Men", "Men"], ["", "dead", "hurt"], ["Mersa", "12", "30"]],
            ["Mersa: 12 Men dead, 30 Men hurt."],
        ),
        (
            [HEAD, ["North", "", ""], ["Mersa", "12", "30"]],
            ["North.", "Mersa: 12 killed, 30 injured."],
        ),
        # A figure under a heading that is no word for things, and words under one.
        ([["Place", "2023", "cause"], ["Mersa", "12", "fire"]], None),
        ([["Place", "cause", "dead"], ["Mersa", "fire", "5"]], ["Mersa: cause: fire, 5 dead."]),
        # Two columns without headings are names and what they are.
        ([["Dead", "40"], ["Place", "Mersa"]], ["Dead: 40.", "Place: Mersa."]),
        ([["1", "40"], ["2", "50"]], None),
        ([["one cell"]], None),
        ([], None),
    ],
)
def test_rows_become_sentences(rows, told):
    assert sentences(rows) == told


def test_headings_that_are_known_need_no_figures_under_them():
    rows = [["Place", "2023"], ["Mersa", "12"]]
    assert sentences(rows, headed=True) == ["Mersa: 2023: 12."]
    assert sentences([["Place", "Year"]], headed=True) is None


def test_figures_without_headings_are_said_and_not_lost():
    text, unread = rows_as_text([["12", "30", "Mersa"], ["5", "7", "Ubar"]])
    assert text == "12 | 30 | Mersa\n5 | 7 | Ubar"
    assert "'12 | 30 | Mersa'" in unread[0]
    assert rows_as_text([["a", "b", "c"], ["d", "e", "f"]])[1] == []


def test_a_table_of_a_page_is_told_and_one_that_only_places_parts_is_left():
    page = lxml_html.fromstring(
        "<div><table><tr><th>Town</th><th>dead</th></tr><tr><td>Mersa</td><td>12</td></tr></table>"
        "<table><tr><td><table><tr><td>menu</td></tr></table></td><td>text</td></tr></table></div>"
    )
    tables_told(page)
    assert [one.text for one in page.iter("p")] == ["Mersa: 12 dead."]
    assert len(list(page.iter("table"))) == 2


def test_cells_of_a_page_stand_in_every_row_and_column_that_they_span():
    page = lxml_html.fromstring(
        "<div><table><tr><th rowspan=2>Town</th><th colspan=2>Men</th><th rowspan=2>shot</th></tr>"
        "<tr><th>dead</th><th>hurt</th></tr>"
        "<tr><td>Mersa</td><td>12</td><td>30</td><td>5</td></tr></table></div>"
    )
    tables_told(page)
    assert [one.text for one in page.iter("p")] == ["Mersa: 12 Men dead, 30 Men hurt, 5 shot."]


def test_a_long_cell_is_no_cell_of_figures():
    assert sentences([HEAD, ["Mersa", "x" * 201, "1"]]) is None
    assert sentences([["Dead", "x" * 199], ["a", "b"]]) == [f"Dead: {'x' * 199}.", "a: b."]
