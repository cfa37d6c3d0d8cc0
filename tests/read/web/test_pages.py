"""The author, the day and the text of a page are those of its report."""

import pytest
from lxml import html

from variorum.read import read, read_with_gaps
from variorum.read.web.page_scripts import unread_scripts
from variorum.read.web.pages import walked, words_of

TOLD = "The mayor said that forty people were killed in the market on Sunday, and many were hurt."


def page(tmp_path, body, head=""):
    path = tmp_path / "a.html"
    path.write_text(f"<html><head><title>Market</title>{head}</head><body>{body}</body></html>")
    return path


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        (
            "<span class='date'>3 November 2023</span>",
            "<p>Written: 2023-11-07 15:03</p>",
            "2023-11-07",
        ),
        ("", "<p>Aleppo, 7 November 2023 | Ana Ruiz</p>", "2023-11-07"),
        ("", "<p>Publié le 7 novembre 2023 à 15 h</p>", "2023-11-07"),
        ("<ul><li>Concert, 3 November 2023</li></ul>", "", None),
        ("<div class='date'>Dienstag, 7. November 2023</div>", "", "2023-11-07"),
        ("<p>07.11.2023</p>", "<p>Reuters</p>", "2023-11-07"),
        (f"<p>07.11.2023</p><p>{TOLD}</p>", "", "2023-11-07"),
        ("", f"<p>{TOLD}</p><h2>UPDATE 2 (9 November 2023):</h2><p>Others spoke.</p>", None),
        ("", "<p>07/11/2023</p>", None),
    ],
)
def test_the_day_is_the_one_under_the_heading(tmp_path, above, below, day):
    assert read(page(tmp_path, f"{above}<h1>Market</h1>{below}<p>{TOLD}</p>")).published == day


def test_a_link_as_long_as_a_headline_leads_to_another_report(tmp_path):
    for words, day in (("The bridge is open", "2031-05-05"), ("The bridge is shut now", None)):
        told = f"<h1>Market</h1><p>{TOLD}</p><ul><li><a href='/x'>{words}</a> 5 May 2031</li></ul>"
        assert read(page(tmp_path, told)).published == day


@pytest.mark.parametrize(
    "tile",
    [
        "<div class='related'><a href='/x'>Bridge</a> <time>5 May 2031</time></div>",
        "<aside><a href='/x'>Bridge</a> <span class='date'>5 May 2031</span></aside>",
        "<div class='event'><time datetime='2031-05-05'>5 May 2031</time> Concert</div>",
        "<div class='user-post'><b>Troll</b> <span class='date'>5 May 2031</span></div>",
        "<ul><li><a href='/x'>The bridge is open again</a> 5 May 2031</li></ul>",
        "<footer>Last updated 5 May 2031</footer>",
    ],
)
def test_the_day_of_a_tile_or_a_comment_below_is_not_that_of_the_page(tmp_path, tile):
    told = f"<h1>Market</h1><p>{TOLD}</p>{tile}"
    assert read(page(tmp_path, told)).published is None
    shown = f"<h1>Market</h1><p>3 May 2031</p><p>{TOLD}</p>{tile}"
    assert read(page(tmp_path, shown)).published == "2031-05-03"


@pytest.mark.parametrize(
    ("stated", "shown", "day", "sure"),
    [
        ("2023-11-09T05:30:59+00:00", "November 8, 2023", "2023-11-08", True),
        ("2023-11-09T05:30:59+00:00", "Updated: November 12, 2023", "2023-11-09", False),
        ("2023-11-01T05:30:00Z", "<time>November 8, 2023</time>", "2023-11-08", True),
    ],
)
def test_the_day_that_is_shown_stands_before_the_stated_one(tmp_path, stated, shown, day, sure):
    head = f"<meta property='article:published_time' content='{stated}'>"
    body = f"<h1>Market</h1><p>{shown}</p><p>{TOLD}</p>"
    document, gaps = read_with_gaps(page(tmp_path, body, head))
    assert document.published == day
    assert any(day in gap.why for gap in gaps) == (not sure)


@pytest.mark.parametrize(
    ("body", "head", "author"),
    [
        ("<span class='username'>Admin7</span><h1>Market</h1><p>{}</p>", "", None),
        ("<h1>Market</h1><p>{}</p>", "<meta name='author' content='Ana Ruiz'>", "Ana Ruiz"),
        (
            "<h1>Market</h1><p>{}</p>",
            "<meta name='author' content='Post &amp; Co'>"
            "<meta property='og:site_name' content='Post &amp; Co'>",
            None,
        ),
        ("<h1>Market</h1><p>{}</p><div><span class='author'>Troll</span></div>", "", None),
    ],
)
def test_the_author_is_who_the_page_gives_as_its_own(tmp_path, body, head, author):
    assert read(page(tmp_path, body.format(TOLD), head)).author == author


@pytest.mark.parametrize(
    "name", ["comments", "user-comments", "comentarios", "com", "disqus_thread"]
)
def test_what_readers_write_below_is_no_part_of_the_report(tmp_path, name):
    words = "I say that two hundred people were killed, and that the mayor lies as he always does."
    body = f"<h1>Market</h1><p>{TOLD}</p><div id='{name}'><p>{words}</p></div>"
    text = read(page(tmp_path, body)).text
    assert "forty" in text
    assert "two hundred" not in text


def test_a_report_that_stands_in_a_script_is_a_gap(tmp_path):
    script = f'<script>x={{"body":[{{"text":"{TOLD} The army had counted them."}}]}}</script>'
    path = page(tmp_path, f"<h1>Market</h1><p>The mayor speaks in the hall.</p>{script}")
    _, gaps = read_with_gaps(path)
    assert any("script" in gap.why for gap in gaps)
    assert not any(
        "script" in gap.why for gap in read_with_gaps(page(tmp_path, f"<p>{TOLD}</p>"))[1]
    )


def test_a_page_without_scripts_leaves_nothing_unread():
    tree = html.fromstring("<html><body><p>Forty people left.</p></body></html>")
    assert list(unread_scripts(tree, "Forty people left.")) == []


BODY = "A paragraph of the report that is long enough to be no label, menu or caption."


def test_what_a_reader_sees_is_walked_with_its_zone():
    tree = html.fromstring(
        f"<body><p>Site</p><h1>Head</h1><span>By Ada</span><script>x</script><p>{BODY}</p>"
        "<p>More of it.</p></body>"
    )
    heading = next(tree.iter("h1"))
    zones = [(words_of(part), zone) for part, zone, _ in walked(tree, heading)][1:]
    assert zones == [
        ("Site", "over"),
        ("Head", "opening"),
        ("By Ada", "opening"),
        (BODY, "body"),
        ("More of it.", "body"),
    ]


def test_how_far_a_part_stands_is_told_in_four_steps():
    tree = html.fromstring(f"<body><h1>H</h1><p>{BODY}</p>" + f"<p>{BODY * 40}</p>" * 2 + "</body>")
    steps = [far for part, zone, far in walked(tree, next(tree.iter("h1"))) if zone == "body"]
    assert steps == ["near", "near", "off"]
