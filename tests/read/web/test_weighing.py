"""Of several values the likeliest is taken, and none where none is likely."""

import pytest
from lxml import html

from variorum.read import read, read_with_gaps
from variorum.read.web import day, page_blocks
from variorum.read.web.weighing import likeliest, marks_in, marks_of, probability, size

TOLD = "The mayor said that forty people were killed in the market on Sunday, and many were hurt."


def test_a_value_has_the_marks_of_all_its_places():
    assert marks_of([("a", ["x"]), ("b", []), ("a", ["y"])]) == {"a": {"x", "y"}, "b": set()}
    assert likeliest("day", {}) is None
    stated = {"meta published", "script published"}
    best, sure = likeliest("day", {"2031-05-04": stated, "2031-05-09": set()})
    assert best == "2031-05-04"
    assert 0 < sure < 1
    assert likeliest("day", {"2031-05-04": set()}, least=1.0) is None
    assert 0 < probability("text", ["in usual+strict+broad"]) < 1


def test_marks_are_found_by_the_names_of_parts():
    assert [*marks_in("post-author", "names", ("byline", "caption"))] == ["byline"]
    assert size(100, (100, 400)) == 1


def page(folder, body, head=""):
    path = folder / "a.html"
    path.write_text(f"<html lang='en'><head><title>Market</title>{head}</head><body>{body}</body>")
    return path


def test_a_day_that_is_stated_is_sure_and_one_of_several_is_a_gap(tmp_path):
    head = "<meta property='article:published_time' content='2031-05-04T10:00:00Z'>"
    shown = "<h1>Market</h1><p class='date'>4 May 2031</p>"
    document, gaps = read_with_gaps(page(tmp_path, f"{shown}<p>{TOLD}</p>", head))
    assert (document.published, gaps) == ("2031-05-04", [])
    days = "".join(f"<li><a class='date'>{n} May 2031</a></li>" for n in (4, 5, 6, 8, 7))
    body = f"<h1>Market</h1><p>{TOLD}</p><ul>{days}</ul>"
    _, gaps = read_with_gaps(page(tmp_path, body))
    assert "is one of several" in gaps[0].why


@pytest.mark.parametrize(
    "part",
    [
        "<aside><ul class='related'><li><a href='/x'>Read more: he goes</a></li></ul></aside>",
        "<div class='newsletter'><a href='/n'>Subscribe to our newsletter</a></div>",
        "<div class='share'><a href='/f'>Facebook</a> <a href='/t'>Twitter</a></div>",
    ],
)
def test_what_stands_beside_the_report_is_left_out(tmp_path, part):
    body = f"<article><h1>Market</h1><p>{TOLD}</p><p>{TOLD[:-1]} too.</p></article>{part}"
    text = read(page(tmp_path, body)).text
    assert text.endswith("too.")


def test_blocks_are_cut_where_a_page_breaks_lines_and_know_their_links():
    tree = html.fromstring("<body><div>One <b>two</b><p>three <a>four</a></p>five</div></body>")
    found = page_blocks.blocks(tree)
    assert [block.words for block in found] == ["One two", "three four", "five"]
    assert [round(block.linked, 1) for block in found] == [0, 0.4, 0]
    assert [one.start for one in page_blocks.placed(found)] == [0, 9, 21]


def test_days_have_the_marks_of_where_they_stand():
    tree = html.fromstring(
        f"<html><body><h1>Market</h1><p class='date'>4 May 2031</p><p>{TOLD}</p></body></html>"
    )
    told = marks_of(
        day.days(tree, next(tree.iter("h1")), {"datePublished": "2031-05-05T02:00:00Z"})
    )
    assert told["2031-05-05"] == {"article published"}
    assert {"article published eve", "dated", "alone", "only one shown"} <= told["2031-05-04"]


def test_a_block_is_weighed_again_beside_those_around_it_and_those_made_like_it():
    made, other = {"tag p in", "own body"}, {"tag li out"}
    told = list(page_blocks.weighed_again([made, other, made, made], [0.9, 0.1, 0.7, 0.5]))
    assert {"own body", "likely 11", "alike 4 2", "left 0 right 4"} <= told[0]
    assert {"around 0 none", "around 1 none", "around 2 1", "around 3 4"} <= told[0]
    assert {"likely 3", "alike none 0", "left 5 right 4"} <= told[1]
    assert "left 5 right 0" in told[3]
    assert list(page_blocks.weighed_again([], [])) == []


def test_a_line_that_is_doubtful_alone_is_kept_between_paragraphs(tmp_path):
    body = "".join(f"<p>{TOLD} That was on day {day}.</p>" for day in range(3))
    whole = f"<h1>Market</h1>{body}<p>Nobody knew why.</p>{body}"
    assert "Nobody knew why." in read(page(tmp_path, whole)).text


def test_a_short_block_is_read_where_it_is_a_line_and_a_longer_one_anywhere():
    body = f"<article><h1>Market</h1><p>{TOLD}</p><p>Many more went home on foot.</p></article>"
    for words, read_so in (("More", False), ("went home", False), (TOLD[:40], True)):
        beside = f"<nav><ul><li><a href='/m'>{words}</a></li></ul></nav>"
        tree = html.fromstring(f"<html><body>{beside}{body}</body></html>")
        marks = {block.words: told for block, told in page_blocks.marked(tree)}
        assert ("in " not in marks[words]) == read_so


def test_the_report_in_one_piece_for_machines_is_not_read_twice(tmp_path):
    parts = [f"{TOLD} That was on day {day}." for day in range(4)]
    whole = "".join(f"<p>{part}</p>" for part in parts)
    once = f"<article><h1>Market</h1>{whole}</article>"
    again = f"<div itemprop='articleBody'>{' '.join(parts)}</div>"
    assert read(page(tmp_path, once + again)).text.count("day 2") == 1
    assert "day 2" in read(page(tmp_path, f"<h1>Market</h1>{again}")).text
